import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedDate, instantOf } from "../../../src/core/poll/feed-date.ts";

describe("a feed's date", () => {
  it.each([
    ["Tue, 28 Nov 2023 04:10:00 +0900", "2023-11-27T19:10:00Z", "+09:00"],
    ["Tue, 28 Nov 2023 04:10:00 GMT", "2023-11-28T04:10:00Z", "+00:00"],
    ["28 Nov 2023 04:10 EST", "2023-11-28T09:10:00Z", "-05:00"],
    ["28 Nov 23 04:10:00 Z", "2023-11-28T04:10:00Z", "+00:00"],
    ["Tuesday, 28 November 2023 04:10:00 +0000", "2023-11-28T04:10:00Z", "+00:00"],
    ["Tue,28 Nov 2023 04:10:00 CEST", "2023-11-28T02:10:00Z", "+02:00"],
    ["28-Nov-2023 04:10:00 -0330", "2023-11-28T07:40:00Z", "-03:30"],
    ["Nov 28, 2023 04:10 PST", "2023-11-28T12:10:00Z", "-08:00"],
    ["2023-11-28T04:10:00Z", "2023-11-28T04:10:00Z", "+00:00"],
    ["2023-11-28T04:10:00.123+05:30", "2023-11-27T22:40:00Z", "+05:30"],
    ["2023-11-28T04:10+0530", "2023-11-27T22:40:00Z", "+05:30"],
    ["2023-11-28 04:10:00 UTC", "2023-11-28T04:10:00Z", "+00:00"],
    ["  2023-11-28t04:10:00z ", "2023-11-28T04:10:00Z", "+00:00"],
  ])("reads %s as an instant", (text, value, offset) => {
    expect(feedDate(text)).toEqual({ value, offset, source: "feed" });
  });

  it.each([
    ["2023-11-28", "2023-11-28"],
    ["28 Nov 2023", "2023-11-28"],
    ["Tuesday, November 28, 2023", "2023-11-28"],
    ["28 Nov 99", "1999-11-28"],
    ["2023-11-28T04:10:00", "2023-11-28"],
    ["Tue, 28 Nov 2023 04:10:00", "2023-11-28"],
    ["Tue, 28 Nov 2023 04:10:00 IST", "2023-11-28"],
    ["2023-11-28T25:10:00Z", "2023-11-28"],
    ["2023-11-28T24:30:00Z", "2023-11-28"],
    ["Tue, 28 Nov 2023 04:60:00 GMT", "2023-11-28"],
    ["Tue, 28 Nov 2023 04:10:99 GMT", "2023-11-28"],
  ])("keeps only the day of %s, since its zone is not known or no clock shows its time", (text, value) => {
    expect(feedDate(text)).toEqual({ value, source: "feed" });
  });

  it.each([
    ["nothing", ""],
    ["no date", "yesterday"],
    ["a month", "2023-11"],
    ["a day that no month has", "2023-02-31"],
    ["a month that no year has", "2023-13-01"],
    ["a month in no known language", "28 Frimaire 2023"],
    ["a number", "1701144600"],
    ["a program's word for no date", "0001-01-01T00:00:00Z"],
    ["a moment beyond the last year of four digits", "9999-12-31T23:59:59-05:00"],
  ])("takes %s for no date", (_name, text) => {
    expect(feedDate(text)).toBeNull();
  });

  it("never throws, and gives only dates that can be read again", () => {
    const part = fc.constantFrom(
      "2023",
      "-",
      "11",
      "28",
      " ",
      "Nov",
      "T",
      ":",
      "04",
      "99",
      "+",
      "Z",
      "Tue,",
      "EST",
      "0",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 20 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (written) => {
        const date = feedDate(written);
        return date === null || !Number.isNaN(instantOf(date));
      }),
      { numRuns: 5_000 },
    );
  });

  it("reads every instant as it was written", () => {
    const instant = fc.date({
      min: new Date("1990-01-01T00:00:00Z"),
      max: new Date("2060-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (date) => {
        const seconds = Math.floor(date.getTime() / 1_000) * 1_000;
        for (const written of [date.toISOString(), date.toUTCString()]) {
          const read = feedDate(written);
          expect(read && instantOf(read)).toBe(seconds);
        }
      }),
    );
  });
});
