import { describe, expect, it } from "vitest";
import { feedCounts, feedProblems, feedTable } from "../../src/cli/feeds-table.ts";
import { type FeedRecord, parseFeedRecord } from "../../src/io/redis/feed-store-record.ts";

const NOW = Date.UTC(2024, 1, 1);
const HOUR = 3_600_000;
const LONG_PATH = "a-long-folder-of-a-large-site/section/subsection/news-in-brief/feed.xml";

function feed(number: number, fields: Readonly<Record<string, string | number>> = {}): FeedRecord {
  const known = {
    ...{ url: `https://www.harbour-post-${number}.example/${LONG_PATH}`, state: "active" },
    ...{ title: `The Harbour Post and Evening Mail number ${number}`, addedAt: 0, intervalMs: 900_000 },
    ...{ minIntervalMs: 120_000, maxIntervalMs: 6 * HOUR, lastPolledAt: NOW - 59 * 60_000 },
    ...{ lastNewAt: NOW - 40 * HOUR, newPerDay: 1234.5, entriesSeen: 123_456, ...fields },
  };
  const texts = Object.entries(known).map(([name, value]) => [name, String(value)]);
  const record = parseFeedRecord(Object.fromEntries(texts));
  if (!record) throw new Error("no record");
  return record;
}
const FEEDS = [
  feed(1),
  feed(2, { failures: 3, lastError: "answered HTTP 503" }),
  feed(3, { failures: 1, lastError: "no address" }),
  feed(4, {
    state: "paused",
    stateReason: "15 failures since 2024-01-20T12:00:00.000Z, last: answered HTTP 503",
  }),
  feed(5, { state: "ended", stateReason: "answered HTTP 410 Gone" }),
  feed(6, { heldBecause: "9 bytes of pages wait, the limit is 8" }),
  feed(7, { cutOff: "the document breaks off before its end" }),
];
const widest = (drawn: string): number => Math.max(...drawn.split("\n").map((line) => line.length));

describe("the table of feeds", () => {
  it.each([60, 80, 100, 132, 160, 200])("fits a terminal of %i columns", (width) => {
    const drawn = feedTable(FEEDS, NOW, width);
    expect(widest(drawn)).toBeLessThanOrEqual(Math.max(width, 80));
    for (const word of ["state", "feed", "every", "polled", "new/day"]) expect(drawn).toContain(word);
  });

  it("shows in 80 columns whose feed it is, and how it does", () => {
    const drawn = feedTable(FEEDS, NOW, 80);
    for (const feed of [1, 2, 3, 4, 5, 6, 7]) expect(drawn).toContain(`harbour-post-${feed}.e`);
    for (const word of ["active", "failing", "paused", "ended", "held", "15 min", "59 min ago"])
      expect(drawn).toContain(word);
  });

  it("has a column more for each that fits", () => {
    const heads = (width: number | undefined) =>
      ["title", "last new", "entries"].filter((head) => feedTable(FEEDS, NOW, width).includes(` ${head} `));
    expect([80, 110, 125, 140].map(heads)).toEqual([
      [],
      ["title"],
      ["title", "last new"],
      ["title", "last new", "entries"],
    ]);
  });

  it("cuts no address where the output is no terminal", () => {
    for (const { url } of FEEDS) expect(feedTable(FEEDS, NOW, undefined)).toContain(url);
  });
});

describe("the problems of feeds", () => {
  it("are told in full under the table, feed by feed", () => {
    const url = (number: number) => `https://www.harbour-post-${number}.example/${LONG_PATH}`;
    expect(feedProblems(FEEDS)).toEqual([
      ...[`failing: ${url(2)}`, "  3 failures in a row: answered HTTP 503"],
      ...[`failing: ${url(3)}`, "  1 failure: no address"],
      ...[`paused: ${url(4)}`, "  15 failures since 2024-01-20T12:00:00.000Z, last: answered HTTP 503"],
      ...[`ended: ${url(5)}`, "  answered HTTP 410 Gone"],
      ...[`held: ${url(6)}`, "  9 bytes of pages wait, the limit is 8"],
      ...[`active: ${url(7)}`, "  the document breaks off before its end"],
    ]);
  });

  it("are counted by state", () => {
    expect(feedCounts(FEEDS)).toBe("7 feeds: 2 active, 2 failing, 1 paused, 1 ended, 1 held");
  });
});
