/*
 * Names in Korean, Chinese and Japanese bylines: the job stands before or behind the name, often without a space, and
 * several names may stand beside each other.
 *
 *   김도윤 박서연 기자   ──▶  김도윤, 박서연        記者王小明          ──▶  王小明
 *   김도윤 디지털팀 기자  ──▶  김도윤               岡本健太 編集委員    ──▶  岡本健太
 */
import { agencyName } from "../vocabulary/agencies.ts";

export interface EastAsianPart {
  readonly names: readonly string[];
  /** "新华社记者 王小明": the agency that stands before the job. */
  readonly agency?: string | undefined;
}

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・ー々\s=＝]+$/u;
const HANGUL = /\p{Script=Hangul}/u;
/** Han and kana names of 2 to 12 characters; Korean ones of 2 to 4, foreign ones longer. */
const NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・ー々 ]{2,12}$/u;
const KOREAN_NAME = /^\p{Script=Hangul}{2,4}$/u;

/** Jobs of journalists. Sources: the Journalists Association of Korea, Nihon Shinbun Kyokai and mastheads in both scripts of Chinese. */
const KOREAN_ROLE =
  /(?:(?:선임|수석|인턴|전문|객원|수습|편집|시민|대|사진)?기자|특파원|논설위원|해설위원|전문위원|위원|통신원|앵커|아나운서|에디터|작가|교수|편집장|국장|부장|차장|팀장|대표|리포터|칼럼니스트|평론가)$/u;
const KOREAN_DESK =
  /(?:팀|부|국|실|센터|일보|신문|뉴스|방송|닷컴|데일리|타임스|타임즈|통신|연구소|취재|본부|지사|온라인|디지털)$/u;
const HAN_ROLE_BEFORE =
  /^(?:本[报報網网台社]|[见見]习|[实實]习|特[约約派]|首席|[资資]深)?(?:记者|記者|作者|通[讯訊]员|通訊員|特派[员員]|撰文|编译|編譯|聞き手|取材|構成|編集委員|論説委員|執筆|文)[・\s]*(?=\S)/u;
const HAN_ROLE_BEHIND =
  /\s?(?:本[报報])?(?:記者|记者|特派員|特派员|通讯员|編集委員|論説委員|解説委員|専門記者|撰文)$/u;
const HAN_DESK =
  /(?:部|局|室|課|社|班|網|网|報|报|組|组|編集|编辑|編輯|新聞|新闻|ニュース|オンライン|デジタル|チーム|委員会|中心|報導|报道|報道|綜合|综合|電)$/u;

/** First syllables of nearly all Korean names (Statistics Korea, census of 2015), and first characters of Chinese ones (Baijiaxing, the hundred most frequent, in both scripts). */
const KOREAN_SURNAME =
  /^[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용]/u;
const CHINESE_SURNAME =
  /^[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文]/u;

/** "社会部" is a desk, "阿部" a surname. */
const MIN_DESK_CHARACTERS = 3;

/** @returns null where the part is not written in these scripts alone */
export function eastAsianPart(part: string): EastAsianPart | null {
  if (!EAST_ASIAN.test(part)) return null;
  const own = part.slice(Math.max(part.lastIndexOf("="), part.lastIndexOf("＝")) + 1).trim();
  return HANGUL.test(own) ? koreanPart(own) : hanPart(own);
}

function koreanPart(part: string): EastAsianPart {
  const words = part.split(/\s+/);
  const withoutRoles = words.map((word) => word.replace(KOREAN_ROLE, ""));
  const hasRole = withoutRoles.some((word, at) => word !== words[at]);
  const rest = withoutRoles.filter((word) => word !== "" && !KOREAN_DESK.test(word));
  const isList = rest.length > 1 && rest.every((word) => KOREAN_NAME.test(word) && KOREAN_SURNAME.test(word));
  const isDesk = !hasRole && rest.length < words.length;
  if (isDesk || rest.length === 0) return { names: [] };
  return { names: (isList ? rest : [rest.join(" ")]).filter((name) => NAME.test(name)) };
}

const AGENCY_BEFORE_ROLE = /^(\p{Script=Han}{2,4}社)(?=[记記]者)/u;

function hanPart(written: string): EastAsianPart {
  const agency = agencyName(AGENCY_BEFORE_ROLE.exec(written)?.[1] ?? "");
  const part = written.replace(AGENCY_BEFORE_ROLE, "");
  const bare = part.replace(HAN_ROLE_BEFORE, "").replace(HAN_ROLE_BEHIND, "").trim();
  const words = bare.split(/\s+/).filter((word) => word.length < MIN_DESK_CHARACTERS || !HAN_DESK.test(word));
  const isList =
    words.length > 1 &&
    words.every((word) => word.length > 1 && word.length <= 4 && CHINESE_SURNAME.test(word));
  const names = isList ? words : [words.join(" ")];
  return { names: names.filter((name) => NAME.test(name)), agency };
}
