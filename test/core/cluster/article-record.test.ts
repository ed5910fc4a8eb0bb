import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparedArticle, encodeRecord, openRecord } from "../../../src/core/cluster/article-record.ts";
import { fingerprint } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ComparedArticle, ContentHash } from "../../../src/core/model.ts";
import { story } from "./stories.ts";

const ID = "0123456789abcdef0123456789abcdef";
const article = (over: Partial<ComparedArticle> = {}): ComparedArticle => ({
  articleId: ID as ArticleId,
  contentHash: ID.split("").reverse().join("") as ContentHash,
  fingerprint: fingerprint(story(1)),
  publisher: "daily.example",
  datePublished: "2023-11-28T04:10:00Z",
  ...over,
});
const PLACED_AT_MS = Date.UTC(2026, 0, 5, 12, 30);

describe("an article's record", () => {
  it.each([
    [null, 0],
    ["2023-11-28", 4],
    ["2023-11-28T04:10:00Z", 5],
    ["0001-01-01", 4],
    ["2023-11-28T04:10:00+09:00", 26],
    ["2023-11-28T04:10:00.5Z", 23],
    ["yesterday", 10],
  ])("keeps the date %j as it is spelled, in %i bytes and its kind", (datePublished, bytes) => {
    const record = encodeRecord(article({ datePublished }), PLACED_AT_MS);
    expect(openRecord(record).datePublished).toBe(datePublished);
    expect(record.length - encodeRecord(article({ datePublished: null }), PLACED_AT_MS).length).toBe(bytes);
  });

  it("gives back everything, for any publisher and any spelling of a date", () => {
    const word = fc.string({ minLength: 1, maxLength: 40 });
    const date = fc.oneof(
      word,
      fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-01-01") })
        .map((day) => day.toISOString()),
    );
    fc.assert(
      fc.property(fc.option(word), fc.option(date), (publisher, datePublished) => {
        const stored = article({ publisher, datePublished });
        const opened = openRecord(encodeRecord(stored, PLACED_AT_MS));
        expect(opened.placedAt).toBe(PLACED_AT_MS);
        expect(comparedArticle(opened)).toEqual(stored);
      }),
    );
  });

  it("refuses lengths that it could not give back", () => {
    expect(() => encodeRecord(article({ publisher: "x".repeat(256) }), 0)).toThrow("256 bytes; at most 255");
  });

  it("is told from bytes of another format", () => {
    expect(() => openRecord(Buffer.from([9, 1, 2]))).toThrow("format 9");
  });
});
