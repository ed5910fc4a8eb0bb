import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePage } from "../../../src/core/fetch/charset.ts";
import { encodeAs } from "../../support/world/encodings.ts";

/** Own sentences, in letters that all of these encodings have. */
const RUSSIAN =
  "Три дня шёл дождь на побережье, и река вышла из берегов. Жители посёлка Северный уехали к родным в город, " +
  "сообщила вечером городская служба спасения. К утру вода должна отступить, дороги откроют после осмотра.";

const CYRILLIC_ENCODINGS = [
  ...["utf-8", "utf-16le", "utf-16be", "windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "ibm866"],
  ...["x-mac-cyrillic", "shift_jis", "euc-jp", "iso-2022-jp", "gbk", "gb18030"],
];
/** The letter ё is in none of these. */
const WITHOUT_YO = ["euc-kr", "big5"];
const LEAST_ENCODINGS = 12;

const page = (text: string, head = ""): string =>
  `<!doctype html><html><head>${head}<title>${text.slice(0, 12)}</title></head><body><p>${text}</p></body></html>`;

describe("one text in many encodings", () => {
  it("is compared in at least twelve", () => {
    expect(CYRILLIC_ENCODINGS.length).toBeGreaterThanOrEqual(LEAST_ENCODINGS);
  });

  it.each([...CYRILLIC_ENCODINGS, ...WITHOUT_YO])("is the same where the header says so: %s", (encoding) => {
    const text = WITHOUT_YO.includes(encoding) ? RUSSIAN.replaceAll("ё", "е") : RUSSIAN;
    const decoded = decodePage(encodeAs(page(text), encoding), `text/html; charset=${encoding}`);
    expect(decoded).toEqual({ text: page(text), encoding });
  });

  it.each(CYRILLIC_ENCODINGS.filter((name) => !name.startsWith("utf-16")))(
    "is the same where <meta> says so: %s",
    (encoding) => {
      const head = `<meta charset="${encoding}">`;
      expect(decodePage(encodeAs(page(RUSSIAN, head), encoding), "text/html").text).toBe(page(RUSSIAN, head));
    },
  );

  it.each([
    ["utf-8", RUSSIAN],
    ["utf-16le", RUSSIAN],
    ["utf-16be", RUSSIAN],
    ["windows-1251", RUSSIAN],
    ["koi8-r", RUSSIAN],
    ["iso-8859-5", RUSSIAN],
    ["ibm866", RUSSIAN],
    [
      "windows-1252",
      "Il a plu trois jours sur la côte, et la rivière a débordé. « L'eau doit baisser », a dit le maire.",
    ],
    [
      "windows-1253",
      "Έβρεχε τρεις μέρες στην ακτή και το ποτάμι ξεχείλισε. Οι κάτοικοι έφυγαν για την πόλη, είπε ο δήμαρχος.",
    ],
    [
      "windows-1255",
      "שלושה ימים ירד גשם על החוף והנהר עלה על גדותיו. התושבים עזבו אל העיר, אמר ראש המועצה בערב.",
    ],
    [
      "windows-1256",
      "هطل المطر ثلاثة أيام على الساحل وفاض النهر. غادر السكان إلى المدينة، كما قال رئيس البلدية مساء اليوم.",
    ],
    ["windows-874", "ฝนตกสามวันที่ชายฝั่งและแม่น้ำล้นตลิ่ง ชาวบ้านออกไปอยู่ในเมือง นายกเทศมนตรีกล่าวในตอนเย็น"],
    ["shift_jis", "海岸では三日間雨が降り続き、川があふれた。住民は町に避難したと市長が夕方に述べた。"],
    ["euc-jp", "海岸では三日間雨が降り続き、川があふれた。住民は町に避難したと市長が夕方に述べた。"],
    ["iso-2022-jp", "海岸では三日間雨が降り続き、川があふれた。住民は町に避難したと市長が夕方に述べた。"],
    ["euc-kr", "해안에는 사흘 동안 비가 내렸고 강이 넘쳤다. 주민들은 도시로 떠났다고 시장이 저녁에 말했다."],
    ["gb18030", "海岸连续三天下雨，河水泛滥。市长晚上说，居民们已经离开前往城里，道路将在检查后开放。"],
    ["big5", "海岸連續三天下雨，河水氾濫。市長晚上說，居民們已經離開前往城裡，道路將在檢查後開放。"],
  ])("is read from its bytes alone: %s", (encoding, text) => {
    expect(decodePage(encodeAs(page(text), encoding), undefined)).toEqual({ text: page(text), encoding });
  });
});

describe("who is believed", () => {
  const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

  it("a byte order mark before everything else, and it is no part of the text", () => {
    const bytes = Buffer.from("\ufeffcafé");
    expect(decodePage(bytes, "text/html; charset=windows-1251")).toEqual({ text: "café", encoding: "utf-8" });
    const utf16 = Buffer.from("\ufeffcafé", "utf16le");
    expect(decodePage(utf16, "text/html; charset=utf-8")).toEqual({ text: "café", encoding: "utf-16le" });
  });

  it("the header before <meta>", () => {
    const bytes = encodeAs(page(RUSSIAN, "<meta charset=windows-1251>"), "koi8-r");
    expect(decodePage(bytes, "text/html; charset=koi8-r").encoding).toBe("koi8-r");
  });

  it("the bytes before a header that forgot that the site is UTF-8 now", () => {
    const bytes = Buffer.from("<p>café</p>");
    expect(decodePage(bytes, "text/html; charset=iso-8859-1")).toEqual({
      text: "<p>café</p>",
      encoding: "utf-8",
    });
  });

  it("<meta> before a header that says UTF-8 of what plainly is not", () => {
    const text = page(RUSSIAN, "<meta charset=windows-1251>");
    expect(decodePage(encodeAs(text, "windows-1251"), "text/html; charset=utf-8").text).toBe(text);
  });

  it("UTF-8 although a few bytes are broken: they become U+FFFD and nothing else changes", () => {
    const bytes = Buffer.concat([
      Buffer.from(`<p>${RUSSIAN}`),
      Buffer.from([0xff, 0xc3]),
      Buffer.from("</p>"),
    ]);
    const decoded = decodePage(bytes, "text/html; charset=utf-8");
    expect(decoded).toEqual({ text: `<p>${RUSSIAN}\ufffd\ufffd</p>`, encoding: "utf-8" });
  });

  it.each([
    ['text/html; charset="windows-1251"', "windows-1251"],
    ["text/html;charset=CP1251", "windows-1251"],
    ["text/html; boundary=x; Charset=koi8", "koi8-r"],
    ["text/html; charset='iso-8859-5'", "iso-8859-5"],
  ])("a header however it is written: %s", (header, encoding) => {
    expect(decodePage(encodeAs(RUSSIAN, encoding), header)).toEqual({ text: RUSSIAN, encoding });
  });

  it.each([
    "text/html; charset=unknown-8bit",
    "text/html; charset=",
    "text/html; charset=iso-2022-cn",
    ";;;",
  ])("not a header that names nothing readable: %s", (header) => {
    expect(decodePage(latin1("<p>caf\xe9"), header)).toEqual({ text: "<p>café", encoding: "windows-1252" });
  });

  it("an XML declaration", () => {
    const text = `<?xml version="1.0" encoding="windows-1251"?><p>${RUSSIAN}</p>`;
    expect(decodePage(encodeAs(text, "windows-1251"), "text/xml").text).toBe(text);
  });

  it("windows-1252 where iso-8859-1 is said, as the standard demands: quotation marks stay marks", () => {
    const decoded = decodePage(latin1("\x93Rain\x94 \x96 \x80"), "text/html; charset=iso-8859-1");
    expect(decoded).toEqual({ text: "“Rain” – €", encoding: "windows-1252" });
  });

  it("nobody where there is nothing", () => {
    expect(decodePage(new Uint8Array(), undefined)).toEqual({ text: "", encoding: "utf-8" });
  });
});

describe("whatever the bytes and the header", () => {
  it("a text comes out, the same each time", () => {
    const labels = fc.constantFrom(
      "utf-8",
      "gbk",
      "big5",
      "utf-16",
      "iso-2022-jp",
      "x-user-defined",
      "replacement",
      "7",
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(labels), (bytes, label) => {
        const header = label === null ? undefined : `text/html; charset=${label}`;
        const decoded = decodePage(bytes, header);
        expect(decodePage(bytes, header)).toEqual(decoded);
        expect(decoded.encoding).not.toBe("");
      }),
    );
  });
});
