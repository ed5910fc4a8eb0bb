import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparedArticle, encodeRecord, openRecord } from "../../../src/core/cluster/article-record.ts";
import { handlesOf, MAX_PROBES, revisionOfHandle } from "../../../src/core/cluster/revision-handle.ts";
import { fingerprint } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ArticleRevision, ContentHash, RevisionId } from "../../../src/core/model.ts";
import { story } from "./stories.ts";

const ID = "0123456789abcdef0123456789abcdef";
const REVISION = "89abcdef01234567" as RevisionId;
const HANDLE = 0x89abcdef;
const CONTENT_HASH = "fedcba98765432100123456789abcdef" as ContentHash;
const article = (over: Partial<ArticleRevision> = {}): ArticleRevision => ({
  articleId: ID as ArticleId,
  contentHash: CONTENT_HASH,
  fingerprint: fingerprint(story(1)),
  publisher: "daily.example",
  datePublished: "2023-11-28T04:10:00Z",
  ...over,
});
const PLACED_AT_MS = Date.UTC(2026, 0, 5, 12, 30);
const recordOf = (over: Partial<ArticleRevision> = {}): Buffer =>
  encodeRecord({ article: article(over), revisionId: REVISION, placedAt: PLACED_AT_MS }, 0);

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
    const record = recordOf({ datePublished });
    expect(openRecord(record, HANDLE).datePublished).toBe(datePublished);
    expect(record.length - recordOf({ datePublished: null }).length).toBe(bytes);
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
        const opened = openRecord(recordOf({ publisher, datePublished }), HANDLE);
        expect(opened).toMatchObject({ placedAt: PLACED_AT_MS, revisionId: REVISION });
        const { contentHash: _, ...compared } = article({ publisher, datePublished });
        expect(comparedArticle(opened)).toEqual(compared);
      }),
    );
  });

  it("keeps the key of its text, but of none that is too short to be compared", () => {
    expect(openRecord(recordOf(), HANDLE).textKey).toBe("fedcba9876543210");
    expect(openRecord(recordOf({ fingerprint: fingerprint("Read more") }), HANDLE).textKey).toBeUndefined();
  });

  it("refuses lengths that it could not give back", () => {
    expect(() => recordOf({ publisher: "x".repeat(256) })).toThrow("256 bytes; at most 255");
  });

  it("is told from bytes of another format", () => {
    expect(() => openRecord(Buffer.from([0x91, 1, 2]), HANDLE)).toThrow("format 9");
  });
});

describe("a revision's handles", () => {
  const revision = fc
    .bigInt({ min: 0n, max: 2n ** 64n - 1n })
    .map((id) => id.toString(16).padStart(16, "0") as RevisionId);

  it("differ from each other, are never zero, and lead back to the revision", () => {
    fc.assert(
      fc.property(revision, (revisionId) => {
        const places = [...handlesOf(revisionId)];
        expect(new Set(places.map(({ handle }) => handle)).size).toBe(places.length);
        expect(places.length).toBeGreaterThanOrEqual(MAX_PROBES - 1);
        const low = Number.parseInt(revisionId.slice(8), 16);
        for (const { probe, handle } of places) {
          expect(handle).toBeGreaterThan(0);
          expect(revisionOfHandle(handle, probe, low)).toBe(revisionId);
        }
      }),
    );
  });

  it("begin with the first half of its id", () => {
    expect([...handlesOf(REVISION)][0]).toEqual({ probe: 0, handle: HANDLE });
  });

  it("are kept in its record, whichever it got", () => {
    const revisionId = REVISION;
    for (const { probe, handle } of handlesOf(revisionId)) {
      const record = encodeRecord({ article: article(), revisionId, placedAt: PLACED_AT_MS }, probe);
      expect(openRecord(record, handle).revisionId).toBe(revisionId);
    }
  });
});
