/* The time of day and its zone, as lines around a headline write them. All lines are invented. */
import { describe, expect, it } from "vitest";
import { parseMachineDate } from "../../../src/core/extract/metadata/dates.ts";
import { parseVisibleDate } from "../../../src/core/extract/metadata/visible-dates.ts";

const AT = "2023-11-28T14:05:00Z";
const FETCHED_AT = Date.parse("2023-12-01T00:00:00Z");

describe("the time of day", () => {
  it.each([
    ["de", "28. November 2023, 14.05 Uhr", AT],
    ["de", "28.11.2023 um 14 Uhr", "2023-11-28T14:00:00Z"],
    ["fr", "28 novembre 2023 à 14 h 05", AT],
    ["fr", "28 novembre 2023 à 14h", "2023-11-28T14:00:00Z"],
    ["sv", "28 november 2023 kl 14.05", AT],
    ["pl", "28.11.2023, godz. 14.05", AT],
    ["nl", "28 november 2023 om 14.05 uur", AT],
    ["fi", "28.11.2023 klo 14.05", AT],
    ["ko", "2023.11.28. 오후 2:05", AT],
    ["ko", "2023년 11월 28일 14시", "2023-11-28T14:00:00Z"],
    ["ja", "2023年11月28日 午後2時5分", AT],
    ["ja", "2023年11月28日 午後2時", "2023-11-28T14:00:00Z"],
    ["zh", "2023年11月28日 晚上8点", "2023-11-28T20:00:00Z"],
    ["en", "November 28, 2023 | 2:05pm", AT],
  ])("in %s is read from %s", (language, line, value) => {
    expect(parseVisibleDate(line, language, FETCHED_AT)).toEqual({ value });
  });

  it.each([
    ["en", "28 Nov 2023 - 4 min read"],
    ["de", "28.11.2023 · 5:30 Min"],
    ["de", "28. November 2023 - 3 Min. Lesezeit"],
    ["sr", "28.11.2023 14.05"],
    ["fr", "28/11/2023 · 3h de lecture"],
  ])("in %s is not seen in %s", (language, line) => {
    expect(parseVisibleDate(line, language, FETCHED_AT)).toEqual({ value: "2023-11-28" });
  });
});

describe("a zone", () => {
  it.each([
    ["es", "2023-11-28 14:05-03:00", "2023-11-28T17:05:00Z", "-03:00"],
    ["en", "2023-11-28 14:05-03:00", "2023-11-28T17:05:00Z", "-03:00"],
    ["pt", "28/11/2023 14:05 -03:00", "2023-11-28T17:05:00Z", "-03:00"],
    ["ru", "28 ноября 2023 14:05 +0300", "2023-11-28T11:05:00Z", "+03:00"],
    ["hi", "28 नवंबर 2023, 14:05 UTC+05:30", "2023-11-28T08:35:00Z", "+05:30"],
    ["de", "28.11.2023, 14:05 Uhr (MEZ)", "2023-11-28T13:05:00Z", "+01:00"],
    ["de", "28.11.2023 14:05 MESZ", "2023-11-28T12:05:00Z", "+02:00"],
  ])("in %s is read from %s", (language, line, value, offset) => {
    expect(parseVisibleDate(line, language, FETCHED_AT)).toEqual({ value, offset });
  });

  it.each([
    ["de", "28.11.2023, 10:00 -12:00"],
    ["de", "28.11.2023, 10:00 - 12:00 Uhr"],
    ["ko", "2023-11-28 10:00-12:00"],
  ])("in %s is not seen in the hours of %s", (language, line) => {
    expect(parseVisibleDate(line, language, FETCHED_AT)).toEqual({ value: "2023-11-28T10:00:00Z" });
  });
});

describe("a line with two moments", () => {
  it.each([
    ["en", "Updated November 29, 2023 2:05 p.m. Published November 28, 2023 1:00 p.m."],
    ["en", "Published: 28 November 2023 13:00 Updated: 28 November 2023 14:05"],
    ["de", "Aktualisiert: 29.11.2023, 14:05 Uhr Veröffentlicht: 28.11.2023, 13:00 Uhr"],
    ["fr", "Mis à jour le 29/11/2023 à 14h05 - Publié le 28/11/2023 à 13h00"],
    ["pt", "Atualizado em 29/11/2023 14h05 Publicado em 28/11/2023 13h00"],
    ["tr", "Güncelleme: 29 Kasım 2023 14:05 Yayın: 28 Kasım 2023 13:00"],
    ["ru", "Обновлено 29 ноября 2023 14:05, опубликовано 28 ноября 2023 13:00"],
    ["ko", "수정 2023.11.29. 14:05 입력 2023.11.28. 13:00"],
  ])("in %s gives that of its publication: %s", (language, line) => {
    expect(parseVisibleDate(line, language, FETCHED_AT)?.value).toBe("2023-11-28T13:00:00Z");
  });
});

describe("a machine-written moment", () => {
  it.each([
    ["2023-11-28 2:05 PM", { value: AT }],
    ["2023-11-28T14:05:00+5:30", { value: "2023-11-28T08:35:00Z", offset: "+05:30" }],
    ["2023-11-28T14:05:00+0530", { value: "2023-11-28T08:35:00Z", offset: "+05:30" }],
    ["2023-11-28T14:05:00-03", { value: "2023-11-28T17:05:00Z", offset: "-03:00" }],
  ])("is read: %s", (text, date) => {
    expect(parseMachineDate(text)).toEqual(date);
  });
});
