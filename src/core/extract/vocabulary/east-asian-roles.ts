/*
 * Jobs and desks in Korean, Chinese and Japanese bylines, and the syllables with which their names begin.
 *
 * Sources: jobs and desks from the Journalists Association of Korea, Nihon Shinbun Kyokai and mastheads in both scripts of
 * Chinese; surnames from Statistics Korea (census of 2015) and the hundred most frequent of Baijiaxing in both scripts.
 */
import type { WordList } from "./word-list.ts";

/** Written on to "기자" (reporter): "선임기자". */
export const KOREAN_RANKS: readonly WordList[] = [
  { language: "ko", words: "선임|수석|인턴|전문|객원|수습|편집|시민|대|사진" },
];

/** Behind a name, with or without a space. */
export const KOREAN_ROLES: readonly WordList[] = [
  {
    language: "ko",
    words:
      "특파원|논설위원|해설위원|전문위원|위원|통신원|앵커|아나운서|에디터|작가|교수|편집장|국장|부장|차장|팀장|대표|리포터|칼럼니스트|평론가",
  },
];

/** Ends of words that name a desk or an outlet. */
export const KOREAN_DESKS: readonly WordList[] = [
  {
    language: "ko",
    words:
      "팀|부|국|실|센터|일보|신문|뉴스|방송|닷컴|데일리|타임스|타임즈|통신|연구소|취재|본부|지사|온라인|디지털",
  },
];

/** Before "记者" and other jobs: "本报记者". */
export const HAN_RANKS: readonly WordList[] = [
  { language: "zh-Hans", words: "本报|本网|本台|本社|见习|实习|特约|特派|首席|资深" },
  { language: "zh-Hant", words: "本報|本網|本台|本社|見習|實習|特約|特派|首席|資深" },
];

/** Before a name. */
export const HAN_ROLES_BEFORE: readonly WordList[] = [
  { language: "zh-Hans", words: "记者|作者|通讯员|特派员|撰文|编译|文" },
  { language: "zh-Hant", words: "記者|作者|通訊員|特派員|撰文|編譯|文" },
  { language: "ja", words: "記者|聞き手|取材|構成|編集委員|論説委員|執筆|文" },
];

/** Behind a name. */
export const HAN_ROLES_BEHIND: readonly WordList[] = [
  { language: "zh-Hans", words: "记者|特派员|通讯员|撰文" },
  { language: "zh-Hant", words: "記者|特派員|撰文" },
  { language: "ja", words: "記者|特派員|編集委員|論説委員|解説委員|専門記者" },
];

/** Ends of words that name a desk or an outlet. */
export const HAN_DESKS: readonly WordList[] = [
  { language: "zh-Hans", words: "部|局|室|社|班|网|报|组|编辑|新闻|委員会|中心|报道|综合|电" },
  { language: "zh-Hant", words: "部|局|室|社|班|網|報|組|編輯|新聞|中心|報導|報道|綜合|電" },
  { language: "ja", words: "部|局|室|課|社|編集|新聞|ニュース|オンライン|デジタル|チーム|委員会|報道" },
];

/** First syllables of nearly all Korean names. */
export const KOREAN_SURNAMES =
  "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";

/** First characters of Chinese names, in both scripts. */
export const CHINESE_SURNAMES =
  "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文";
