/* Date lines of invented pages in many languages, as their news sites write them. */
import { describe, expect, it } from "vitest";
import { solarHijriDay } from "../../../src/core/extract/dates/calendars.ts";
import { holdsWrittenDay, readWrittenDate } from "../../../src/core/extract/dates/written-date.ts";
import { parseVisibleDate } from "../../../src/core/extract/metadata/visible-dates.ts";
import { MONTH_NAMES } from "../../../src/core/extract/vocabulary/month-names.ts";

const DAY = "2023-11-28";
const AT = "2023-11-28T14:05:00Z";

describe("a written day", () => {
  it.each([
    ["th", "28 พฤศจิกายน พ.ศ. 2566", DAY],
    ["th", "28 พฤศจิกายน 2566", DAY],
    ["th", "วันอังคารที่ ๒๘ พฤศจิกายน พ.ศ. ๒๕๖๖", DAY],
    ["th", "28 พ.ย. 2566 14:05 น.", AT],
    ["th", "28 พ.ย. 66 | 14.05 น.", AT],
    ["th", "28 พฤศจิกายน ค.ศ. 2023", DAY],
    ["th", "28 พ.ย. 2023", DAY],
    ["th", "28/11/2566", DAY],
    ["th", "อัปเดตเมื่อ 3 มิ.ย. 2567", "2024-06-03"],
    ["th", "3 เม.ย. 2567", "2024-04-03"],
    ["he", "28 בנובמבר 2023", DAY],
    ["he", "יום שלישי, 28 בנובמבר 2023, 14:05", AT],
    ["he", "28 נובמבר 2023", DAY],
    ["he", "28 ב-נובמבר, 2023", DAY],
    ["he", "28.11.2023 | 14:05", AT],
    ["he", "3 במרס 2024", "2024-03-03"],
    ["he", "14:05 05/03/2024", "2024-03-05T14:05:00Z"],
    ["ar", "الثلاثاء 28 نوفمبر 2023 - 14:05", AT],
    ["ar", "٢٨ نوفمبر ٢٠٢٣", DAY],
    ["ar", "28 تشرين الثاني 2023", DAY],
    ["ar", "28 تشرين الثاني/نوفمبر 2023", DAY],
    ["ar", "28 نوفمبر (تشرين الثاني) 2023 م", DAY],
    ["ar", "14 جمادى الأولى 1445 هـ - 28 نوفمبر 2023 م", DAY],
    ["ar", "نُشر في: ٢٨ نوڤمبر 2023 / 28 نوفمبر 2023 02:05 م", AT],
    ["ar", "3 غشت 2023", "2023-08-03"],
    ["ar", "3 كانون الأول 2023", "2023-12-03"],
    ["ar", "28/11/2023", DAY],
    ["fa", "سه‌شنبه ۷ آذر ۱۴۰۲", DAY],
    ["fa", "۷ آذر ماه ۱۴۰۲ - ۱۴:۰۵", AT],
    ["fa", "۱۴۰۲/۰۹/۰۷", DAY],
    ["fa", "۳۰ اسفند ۱۴۰۳", "2025-03-20"],
    ["fa", "۱ فروردین ۱۴۰۳", "2024-03-20"],
    ["fa", "۲۸ نوامبر ۲۰۲۳", DAY],
    ["fa", "۷ قوس ۱۴۰۲", DAY],
    ["ur", "28 نومبر 2023", DAY],
    ["hi", "28 नवंबर 2023", DAY],
    ["hi", "२८ नवम्बर २०२३", DAY],
    ["hi", "मंगलवार, 3 फ़रवरी 2024", "2024-02-03"],
    ["hi", "3 फरवरी 2024, 02:05 PM", "2024-02-03T14:05:00Z"],
    ["hi", "05/03/2024", "2024-03-05"],
    ["bn", "২৮ নভেম্বর ২০২৩", DAY],
    ["ta", "28 நவம்பர் 2023", DAY],
    ["ko", "2023년 11월 28일", DAY],
    ["ko", "입력 2023.11.28 14:05", AT],
    ["ko", "2023. 11. 28. 오후 2:05", AT],
    ["ko", "2023년 11월 28일 오전 9시 5분", "2023-11-28T09:05:00Z"],
    ["zh", "2023年11月28日 14:05", AT],
    ["zh", "2023年11月28日下午2時05分", AT],
    ["zh", "二〇二三年十一月二十八日", DAY],
    ["zh", "民國112年11月28日", DAY],
    ["zh", "发布时间：2023-11-28 14:05:00", AT],
    ["ja", "令和5年11月28日", DAY],
    ["ja", "令和元年５月１日", "2019-05-01"],
    ["ja", "平成31年4月30日 14時05分", "2019-04-30T14:05:00Z"],
    ["ja", "2023年11月28日(火) 午後2時5分", AT],
    ["el", "28 Νοεμβρίου 2023, 14:05", AT],
    ["el", "Τρίτη, 28 Νοεμβρίου 2023 02:05 μ.μ.", AT],
    ["el", "3 Μαΐου 2024", "2024-05-03"],
    ["el", "3 ΜΑΪΟΥ 2024", "2024-05-03"],
    ["ru", "28 ноября 2023 г.", DAY],
    ["ru", "14:05, 28 ноября 2023", AT],
    ["ru", "28.11.2023 14:05", AT],
    ["uk", "28 листопада 2023 р., 14:05", AT],
    ["bg", "28 ноември 2023 г.", DAY],
    ["bg", "28.11.2023, 14:05", AT],
    ["sr", "28. новембар 2023.", DAY],
    ["sr", "28. novembra 2023. 14:05", AT],
    ["hr", "28. studenoga 2023.", DAY],
    ["hr", "28. listopada 2023.", "2023-10-28"],
    ["mk", "28 ноември 2023", DAY],
    ["be", "28 лістапада 2023", DAY],
    ["pl", "28 listopada 2023 r.", DAY],
    ["pl", "28 listopada 2023, 14:05", AT],
    ["pl", "3 września 2023", "2023-09-03"],
    ["cs", "28. listopadu 2023 14:05", AT],
    ["cs", "28. 11. 2023", DAY],
    ["cs", "3. září 2023", "2023-09-03"],
    ["sk", "28. novembra 2023", DAY],
    ["sl", "28. novembra 2023", DAY],
    ["tr", "28 Kasım 2023 Salı 14:05", AT],
    ["tr", "28 KASIM 2023", DAY],
    ["tr", "3 Şubat 2024", "2024-02-03"],
    ["az", "28 noyabr 2023", DAY],
    ["vi", "Thứ ba, 28/11/2023, 14:05 (GMT+7)", "2023-11-28T07:05:00Z"],
    ["vi", "Ngày 28 tháng 11 năm 2023", DAY],
    ["vi", "28 Tháng 11, 2023", DAY],
    ["id", "Selasa, 28 November 2023 | 14:05 WIB", "2023-11-28T07:05:00Z"],
    ["id", "28 Agustus 2023", "2023-08-28"],
    ["ms", "28 Ogos 2023", "2023-08-28"],
    ["fil", "Nobyembre 28, 2023", DAY],
    ["sv", "28 november 2023 kl. 14:05", AT],
    ["nb", "28. november 2023 kl. 14.05", AT],
    ["da", "28. nov. 2023 kl. 14.05", AT],
    ["is", "28. nóvember 2023", DAY],
    ["fi", "28. marraskuuta 2023", DAY],
    ["fi", "28.11.2023 klo 14.05", AT],
    ["et", "28. november 2023, 14:05", AT],
    ["lv", "2023. gada 28. novembris", DAY],
    ["lv", "2023. gada 28. novembrī, 14:05", AT],
    ["lt", "2023 m. lapkričio 28 d.", DAY],
    ["hu", "2023. november 28. 14:05", AT],
    ["hu", "2023. nov. 28., kedd", DAY],
    ["hu", "2023. 11. 28. 14:05", AT],
    ["ro", "28 noiembrie 2023, 14:05", AT],
    ["sq", "28 nëntor 2023", DAY],
    ["ca", "28 de novembre de 2023", DAY],
    ["ca", "3 d’abril del 2024", "2024-04-03"],
    ["eu", "2023ko azaroaren 28a", DAY],
    ["gl", "28 de novembro de 2023", DAY],
    ["pt", "28 de novembro de 2023 às 14h05", AT],
    ["es", "28/11/2023 - 14:05", AT],
    ["fr", "Publié le 28 novembre 2023 à 14h05", AT],
    ["de", "28. November 2023, 14:05 Uhr", AT],
    ["de", "3. Jänner 2024", "2024-01-03"],
    ["it", "28 novembre 2023 alle 14:05", AT],
    ["nl", "28 november 2023 14:05", AT],
    ["ka", "28 ნოემბერი, 2023", DAY],
    ["hy", "28 նոյեմբերի 2023", DAY],
    ["kk", "2023 жылғы 28 қараша", DAY],
    ["mn", "2023 оны 11 сарын 28", DAY],
    ["sw", "28 Novemba 2023", DAY],
    ["en", "November 28, 2023", DAY],
    ["en", "28/11/2023", DAY],
  ])("in %s is read from %s", (language, line, value) => {
    expect(readWrittenDate(line, language)?.value).toBe(value);
    expect(parseVisibleDate(line, language)?.value).toBe(value);
  });

  it.each([
    ["2023-11-28 14:05 +09:00", "ko", "2023-11-28T05:05:00Z", "+09:00"],
    ["2023年11月28日 14:05 JST", "ja", "2023-11-28T05:05:00Z", "+09:00"],
    ["28.11.2023, 14:05 МСК", "ru", "2023-11-28T11:05:00Z", "+03:00"],
    ["28 November 2023 14:05 UTC-3", "id", "2023-11-28T17:05:00Z", "-03:00"],
    ["28 November 2023 14:05 GMT+5:30", "hi", "2023-11-28T08:35:00Z", "+05:30"],
    ["28 novembre 2023, 14:05 GMT | 5 min", "fr", AT, "+00:00"],
    ["28 novembre 2023, 14:05 GMT, 3 min", "fr", AT, "+00:00"],
    ["28 novembre 2023, 14:05 GMT - 3 min", "fr", AT, "+00:00"],
    ["28 novembre 2023, 14:05 GMT−3", "fr", "2023-11-28T17:05:00Z", "-03:00"],
    ["28 novembre 2023, 14:05 −03:00", "fr", "2023-11-28T17:05:00Z", "-03:00"],
    ["2023-11-28T14:05-03:00", "pt", "2023-11-28T17:05:00Z", "-03:00"],
    ["2023-11-28 14:05:30-03:00", "pt", "2023-11-28T17:05:30Z", "-03:00"],
    ["2023-11-28 14:05 +0545", "hi", "2023-11-28T08:20:00Z", "+05:45"],
    ["2023-11-28 14:05 +14:00", "fr", "2023-11-28T00:05:00Z", "+14:00"],
  ])("of %s keeps its zone", (line, language, value, offset) => {
    expect(readWrittenDate(line, language)).toEqual({ value, offset });
  });

  it.each([
    ["a range of hours with a dash", "28 novembre 2023, 10:00–12:30", "fr", "2023-11-28T10:00:00Z"],
    ["a range of hours", "28 novembre 2023, 10:00-12:30", "fr", "2023-11-28T10:00:00Z"],
    ["a range of whole hours", "28 novembre 2023, 10:00-12:00", "fr", "2023-11-28T10:00:00Z"],
    ["a range over midnight", "28 novembre 2023, 22:00-02:00", "fr", "2023-11-28T22:00:00Z"],
    ["a number behind a letter", "28 listopada 2023, 14:05 x0930", "pl", AT],
    ["a number behind a bar", "28 novembre 2023, 14:05 |0930", "fr", AT],
    ["an offset that no place has", "28 novembre 2023, 14:05 -1230", "fr", AT],
    ["an offset east of every zone", "28 novembre 2023, 14:05 +1430", "fr", AT],
    ["an offset with minutes that no zone has", "28 novembre 2023, 14:05 +0320", "fr", AT],
  ])("has no zone in %s", (_, line, language, value) => {
    expect(readWrittenDate(line, language)).toEqual({ value });
  });

  it.each([
    ["a day or month in either order", "05/03/2024", "en"],
    ["the same in a language that is not known", "05/03/2024", null],
    ["a day without year", "28 พฤศจิกายน", "th"],
    ["a short year that might be Christian", "28 พ.ย. 24", "th"],
    ["a lunar year", "14 جمادى الأولى 1445", "ar"],
    ["a lunar year in figures", "1445/05/14", "ar"],
    ["a day that does not exist", "31 เมษายน 2566", "th"],
    ["a leap day of a common Solar year", "۳۰ اسفند ۱۴۰۲", "fa"],
    ["a Bikram Sambat year", "2080/08/12", "ne"],
    ["an unknown era", "大化5年11月28日", "ja"],
    ["a month that two languages read differently", "28 listopada 2023", null],
    ["a clock", "28:11:2023", "he"],
    ["a number that ends in another", "128 בנובמבר 20231", "he"],
    ["a century before the web", "28 ноября 1923", "ru"],
    ["a word that is a month elsewhere", "mac 5, 2024", "de"],
  ])("is not invented from %s: %s", (_, line, language) => {
    expect(readWrittenDate(line, language)).toBeUndefined();
  });

  it.each([
    ["de", "12:30 Sa 28.10.2023", "2023-10-28T12:30:00Z"],
    ["de", "28. Oktober 2023, 12:30 Sa", "2023-10-28T12:30:00Z"],
    ["de-CH", "28.10.2023 11:30 CH", "2023-10-28T11:30:00Z"],
    ["vi", "28/10/2023, 12:30 SA", "2023-10-28T00:30:00Z"],
    ["vi", "28/10/2023, 02:05 CH", "2023-10-28T14:05:00Z"],
    ["en", "28 October 2023, 2:05 p.m.", "2023-10-28T14:05:00Z"],
  ])("in %s has the marks of its own language for noon: %s", (language, line, value) => {
    expect(readWrittenDate(line, language)?.value).toBe(value);
  });

  it("is not read in English by the order of one country", () => {
    expect(parseVisibleDate("05/03/2024", "en")).toBeUndefined();
    expect(parseVisibleDate("05/03/2024", "ko")).toBeUndefined();
    expect(parseVisibleDate("05/05/2024", "en")?.value).toBe("2024-05-05");
  });

  it.each([
    "Tuesday, 05/03/2024",
    "Tue 05/03/2024 10:30",
    "Tue.05/03/2024",
    "10:30 05/03/2024",
    "10:30-05/03/2024",
    "10:30, 5-3-2024",
  ])("is not read by the order of one country from %s either", (line) => {
    expect(parseVisibleDate(line, "en")).toBeUndefined();
    expect(parseVisibleDate(line, null)).toBeUndefined();
  });

  it.each([
    ["Thursday, 03/28/2024", "2024-03-28"],
    ["10:30 03/28/2024", "2024-03-28T10:30:00Z"],
    ["2024-05-03", "2024-05-03"],
    ["Tuesday, May 3, 2024", "2024-05-03"],
  ])("is read in English from %s, where the order is certain", (line, value) => {
    expect(parseVisibleDate(line, "en")?.value).toBe(value);
  });

  it.each(Object.keys(MONTH_NAMES))("has twelve months in %s, each with a name of its own", (language) => {
    const months = (MONTH_NAMES[language] ?? "").split("|");
    const first = months.map((names) => names.split(",")[0]?.trim());
    expect(first).toHaveLength(12);
    const read = first.map((name) => readWrittenDate(`3 ${name} 2024`, language)?.value);
    expect(read).toEqual(first.map((_, at) => `2024-${String(at + 1).padStart(2, "0")}-03`));
  });

  it("is seen in a line whose language is not known", () => {
    expect(holdsWrittenDay("28 พฤศจิกายน 2566")).toBe(true);
    expect(holdsWrittenDay("יום שלישי, 28 בנובמבר 2023")).toBe(true);
    expect(holdsWrittenDay("สภาท่าเรือมีสมาชิก 2566 คน")).toBe(false);
  });
});

describe("the Solar Hijri calendar", () => {
  const MS_PER_DAY = 86_400_000;
  const format = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
    ...{ year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" },
  });

  it("agrees with the platform's on every day from 1981 to 2090", () => {
    const wrong: string[] = [];
    for (let ms = Date.UTC(1981, 0, 1); ms < Date.UTC(2090, 0, 1); ms += MS_PER_DAY) {
      const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
      const day = solarHijriDay(parts.get("year") ?? 0, parts.get("month") ?? 0, parts.get("day") ?? 0);
      const date = new Date(ms);
      const isSame = day?.day === date.getUTCDate() && day.month === date.getUTCMonth() + 1;
      if (!isSame || day.year !== date.getUTCFullYear()) wrong.push(date.toISOString());
    }
    expect(wrong).toEqual([]);
  });
});
