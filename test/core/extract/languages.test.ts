import { describe, expect, it } from "vitest";
import { countWords } from "../../../src/core/extract/word-count.ts";
import { article, pageOf, paragraphs } from "./pages.ts";

interface Fixture {
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly furniture: string;
  /** As the language's news sites write 28 November 2023. */
  readonly dateLine: string;
}

/** The same invented event, a closed ferry terminal, in eleven languages; written for this project. */
const FIXTURES: readonly Fixture[] = [
  {
    language: "de",
    title: "Varnby schließt den alten Fährhafen",
    furniture: "Das könnte Sie auch interessieren",
    dateLine: "28. November 2023",
    paragraphs: [
      "Der Hafenrat von Varnby hat am Montag beschlossen, den alten Fährhafen zu schließen und die Verbindung über den Sund nach mehr als neunzig Jahren einzustellen.",
      "Die Vorsitzende sagte, der Hafen habe in den vergangenen sieben Wintern Verluste gemacht, und die Reparatur der Mole sei nicht mehr zu bezahlen.",
    ],
  },
  {
    language: "fr",
    title: "Varnby ferme son vieux terminal de bacs",
    furniture: "À lire aussi",
    dateLine: "mardi 28 novembre 2023",
    paragraphs: [
      "Le conseil du port de Varnby a décidé lundi de fermer le vieux terminal et de mettre fin à une liaison qui traversait le détroit depuis plus de quatre-vingt-dix ans.",
      "La présidente a expliqué que le terminal avait perdu de l'argent au cours des sept derniers hivers et que la réparation de la jetée coûterait trop cher.",
    ],
  },
  {
    language: "es",
    title: "Varnby cierra su antigua terminal de ferris",
    furniture: "Te puede interesar",
    dateLine: "28 de noviembre de 2023",
    paragraphs: [
      "El consejo del puerto de Varnby decidió el lunes cerrar la antigua terminal y poner fin a un servicio que cruzaba el estrecho desde hacía más de noventa años.",
      "La presidenta explicó que la terminal había perdido dinero en los últimos siete inviernos y que la reparación del muelle resultaría demasiado cara.",
    ],
  },
  {
    language: "ru",
    title: "Варнбю закрывает старый паромный терминал",
    furniture: "Читайте также",
    dateLine: "28 ноября 2023 г.",
    paragraphs: [
      "Совет порта Варнбю в понедельник решил закрыть старый паромный терминал и прекратить сообщение через пролив, которое действовало более девяноста лет.",
      "Председатель совета сообщила, что терминал терпел убытки семь последних зим, а ремонт причала обошёлся бы слишком дорого.",
    ],
  },
  {
    language: "zh",
    title: "瓦恩比关闭百年渡轮码头",
    furniture: "相关阅读",
    dateLine: "2023年11月28日",
    paragraphs: [
      "瓦恩比港务委员会星期一投票决定关闭旧渡轮码头，结束这条横跨海峡九十多年的航线。委员会主席说，码头在过去七个冬天里一直亏损。",
      "反对这项计划的渔业合作社宣布，他们将在夏季开始之前请求地区法院暂停这一决定。最后一班渡轮将于十月离开码头。",
    ],
  },
  {
    language: "ja",
    title: "ヴァルンビー、古いフェリー乗り場を閉鎖へ",
    furniture: "関連記事",
    dateLine: "令和5年11月28日",
    paragraphs: [
      "ヴァルンビーの港湾評議会は月曜日、九十年以上にわたって海峡を結んできた古いフェリー乗り場を閉鎖することを決めた。評議会の議長は、過去七回の冬に赤字が続いたと説明した。",
      "計画に反対する漁業協同組合は、夏の季節が始まる前に決定の停止を地方裁判所に求めると発表した。最後の便は十月に出航する予定だ。",
    ],
  },
  {
    language: "th",
    title: "วาร์นบีปิดท่าเรือข้ามฟากเก่า",
    furniture: "อ่านเพิ่มเติม",
    dateLine: "28 พฤศจิกายน พ.ศ. 2566",
    paragraphs: [
      "สภาท่าเรือของเมืองวาร์นบีลงมติเมื่อวันจันทร์ให้ปิดท่าเรือข้ามฟากเก่าแก่ซึ่งให้บริการข้ามช่องแคบมานานกว่าเก้าสิบปี ประธานสภากล่าวว่าท่าเรือขาดทุนตลอดเจ็ดฤดูหนาวที่ผ่านมา.",
      "สหกรณ์ประมงที่คัดค้านแผนนี้ประกาศว่าจะขอให้ศาลระงับคำตัดสินก่อนที่ฤดูร้อนจะเริ่มขึ้น เรือเที่ยวสุดท้ายจะออกจากท่าในเดือนตุลาคม.",
    ],
  },
  {
    language: "ar",
    title: "فارنبي تغلق محطة العبارات القديمة",
    furniture: "اقرأ أيضا",
    dateLine: "الثلاثاء ٢٨ تشرين الثاني/نوفمبر ٢٠٢٣",
    paragraphs: [
      "قرر مجلس ميناء فارنبي يوم الاثنين إغلاق محطة العبارات القديمة وإنهاء الخدمة التي عبرت المضيق لأكثر من تسعين عاما بعد نقاش طويل بين أعضاء المجلس.",
      "وقالت رئيسة المجلس إن المحطة خسرت المال في فصول الشتاء السبعة الماضية وإن إصلاح الرصيف الغربي سيكلف أكثر مما تكسبه العبارة في عشر سنوات.",
    ],
  },
  {
    language: "he",
    title: "ורנבי סוגרת את מסוף המעבורות הישן",
    furniture: "קראו גם",
    dateLine: "יום שלישי, 28 בנובמבר 2023",
    paragraphs: [
      "מועצת הנמל של ורנבי החליטה ביום שני לסגור את מסוף המעבורות הישן ולהפסיק את השירות שחצה את המצר במשך יותר מתשעים שנה, לאחר דיון ארוך בין חברי המועצה.",
      "יושבת ראש המועצה אמרה כי המסוף הפסיד כסף בשבעת החורפים האחרונים וכי תיקון הרציף המערבי יעלה יותר ממה שהמעבורת מרוויחה בעשור שלם.",
    ],
  },
  {
    language: "fa",
    title: "وارنبی پایانه قدیمی کشتی را می‌بندد",
    furniture: "بیشتر بخوانید",
    dateLine: "سه‌شنبه ۷ آذر ۱۴۰۲",
    paragraphs: [
      "شورای بندر وارنبی روز دوشنبه تصمیم گرفت پایانه قدیمی کشتی را ببندد و به خدمتی که بیش از نود سال از تنگه می‌گذشت پایان دهد، زیرا هزینه تعمیر اسکله بسیار بالا است.",
      "رئیس شورا گفت که پایانه در هفت زمستان گذشته زیان داده است و تعمیر اسکله غربی بیش از درآمد ده سال کشتی هزینه دارد و شهر توان پرداخت آن را ندارد.",
    ],
  },
  {
    language: "ko",
    title: "바른비, 오래된 여객선 터미널 폐쇄",
    furniture: "관련기사",
    dateLine: "입력 2023.11.28",
    paragraphs: [
      "바른비 항만 위원회는 월요일 회의를 열고 구십 년 넘게 해협을 오가던 오래된 여객선 터미널을 폐쇄하기로 의결했으며 마지막 배는 시월에 항구를 떠날 예정이라고 밝혔다.",
      "위원장은 터미널이 지난 일곱 번의 겨울 동안 손실을 냈고 서쪽 부두를 고치는 비용이 여객선이 십 년 동안 버는 돈보다 많이 들어 더는 감당할 수 없다고 설명했다.",
    ],
  },
];

describe.each(FIXTURES)(
  "a page in $language",
  ({ language, title, dateLine, paragraphs: texts, furniture }) => {
    const body = `<main><article><h1>${title}</h1>${paragraphs(texts)}<p><a href="/x">${furniture}: ${title}</a></p></article></main>`;
    const found = article(pageOf({ title, body, lang: language }));

    it("gives its paragraphs and nothing else", () => {
      expect(found.text).toBe(texts.join("\n"));
      expect(found.title).toBe(title);
    });

    it.each([
      ["a paragraph of its own", (line: string) => `<p>${line}</p>`],
      ["an element that says nothing", (line: string) => `<dl><dd>${line}</dd></dl>`],
      ["a date by its class", (line: string) => `<span class="post-date">${line}</span>`],
    ])("is dated by the line under its headline, set as %s", (_, set) => {
      const dated = `<main><article><h1>${title}</h1>${set(dateLine)}${paragraphs(texts)}</article></main>`;
      const found = article(pageOf({ title, body: dated, lang: language }));
      expect(found.datePublished).toEqual({ value: "2023-11-28", source: "visible-text" });
      expect(found.text).toBe(texts.join("\n"));
    });

    it("is not dated by a day of its story", () => {
      const [first = "", ...rest] = texts;
      const body = `<main><article><h1>${title}</h1>${paragraphs([first, dateLine, ...rest])}</article></main>`;
      expect(article(pageOf({ title, body, lang: language })).datePublished).toBeNull();
    });

    it("tells its language from the text, whatever the page says", () => {
      expect(article(pageOf({ title, body, lang: "en" })).language).toBe(language);
    });

    it("counts its words between a sixth and a third of its characters in spaced scripts, half in others", () => {
      const characters = texts.join("").length;
      const share = found.wordCount / characters;
      expect(share).toBeGreaterThan(1 / 9);
      expect(share).toBeLessThanOrEqual(1 / 2);
    });
  },
);

describe("counting words", () => {
  it.each([
    ["don't stop", 2],
    ["the council's 1,200 members", 5],
    ["日本語", 2],
    ["日本語 English 混在", 4],
    ["ประเทศ", 3],
    ["تغلق المحطة", 2],
    ["סוגרת את המסוף", 3],
    ["한국어 기사", 2],
    ["— … “”", 0],
    ["", 0],
  ])("counts %j as %i", (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
