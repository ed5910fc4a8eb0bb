import { describe, expect, it } from "vitest";
import {
  entryKeys,
  entryStamp,
  judgeEntry,
  type SeenEntry,
  seenAfter,
} from "../../../src/core/poll/entry-news.ts";
import type { FeedEntry, FeedFormat } from "../../../src/core/poll/feed-model.ts";
import { sitemapsToRead } from "../../../src/core/poll/sitemap-index.ts";
import { entryWith } from "./documents.ts";

const NOW = Date.UTC(2024, 1, 1);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const entry = (fields: Partial<FeedEntry> = {}): FeedEntry =>
  entryWith({ guid: "1", link: "https://harbour.example/1", title: "Ferry delayed", ...fields });
const day = (daysAgo: number) => ({
  value: new Date(NOW - daysAgo * DAY).toISOString(),
  source: "feed" as const,
});
const judge = (one: FeedEntry, seen?: SeenEntry, format: FeedFormat = "rss", isFirstReading = false) =>
  judgeEntry(one, entryStamp(one), seen, { format, isFirstReading }, NOW);

describe("an entry's key", () => {
  it("is its guid: a page that moves stays the same entry", () => {
    const [before] = entryKeys([entry()]);
    const [after] = entryKeys([entry({ link: "https://harbour.example/moved" })]);
    expect(after).toBe(before);
  });

  it("is its page where it has no guid, whatever tracking its link carries", () => {
    const [a, b, c] = ["/1?utm_source=rss", "/1", "/2"].map(
      (path) => entryKeys([entry({ guid: null, link: `https://harbour.example${path}` })])[0],
    );
    expect(a).toBe(b);
    expect(c).not.toBe(a);
  });

  it("is its page where several entries carry one guid", () => {
    const keys = entryKeys([entry(), entry({ link: "https://harbour.example/2" })]);
    expect(new Set(keys).size).toBe(2);
  });

  it("does not exist where the entry has no page", () => {
    expect(entryKeys([entry({ link: null })])).toEqual([null]);
  });
});

describe("an entry", () => {
  const seen = (fields: Partial<SeenEntry> = {}): SeenEntry => ({
    stamp: "another",
    offeredAt: NOW - DAY,
    revisions: 0,
    ...fields,
  });

  it("is new where it was never seen", () => {
    expect(judge(entry())).toBe("new");
  });

  it("is known where nothing of it changed", () => {
    expect(judge(entry(), seen({ stamp: entryStamp(entry()) }))).toBe("known");
  });

  it.each([
    ["its updated", { updated: day(0) }],
    ["its title", { title: "Ferry cancelled" }],
    ["its content", { content: "<p>Now with a correction.</p>" }],
    ["its summary, where it has no content", { summary: "Corrected." }],
    ["its page", { link: "https://harbour.example/1-corrected" }],
  ])("is revised where %s changed", (_name, change) => {
    expect(judge(entry(change), seen({ stamp: entryStamp(entry()) }))).toBe("revised");
  });

  it.each([
    ["tracking in its link", { link: "https://harbour.example/1?utm_campaign=x" }],
    ["its categories", { categories: ["sea"] }],
  ])("stays known where only %s changed", (_name, change) => {
    expect(entryStamp(entry(change))).toBe(entryStamp(entry()));
  });

  it("that changes with every reading is offered at gaps that double", () => {
    let kept: SeenEntry | undefined;
    const offeredAfterMinutes: number[] = [];
    for (let minute = 0; minute < 24 * 60; minute++) {
      const now = NOW + minute * MINUTE;
      const flickering = entry({ summary: `${minute} comments` });
      const verdict = judgeEntry(
        flickering,
        entryStamp(flickering),
        kept,
        { format: "rss", isFirstReading: false },
        now,
      );
      if (verdict === "new" || verdict === "revised") offeredAfterMinutes.push(minute);
      kept = seenAfter(verdict, entryStamp(flickering), kept, now) ?? kept;
    }
    expect(offeredAfterMinutes).toEqual([0, 10, 30, 70, 150, 310, 630, 1270]);
  });

  it("of a sitemap is no news where it did not change in a week", () => {
    expect(judge(entry({ updated: day(8) }), undefined, "sitemap")).toBe("old");
    expect(judge(entry({ updated: day(6) }), undefined, "sitemap")).toBe("new");
    expect(judge(entry({ updated: day(8) }), undefined, "news-sitemap")).toBe("new");
  });

  it("of a sitemap without a date is no news at first, and news when it comes later", () => {
    expect(judge(entry(), undefined, "sitemap", true)).toBe("old");
    expect(judge(entry(), undefined, "sitemap", false)).toBe("new");
  });
});

describe("the sitemaps of an index", () => {
  const sitemap = (number: number, daysAgo?: number): FeedEntry =>
    entry({
      guid: null,
      link: `https://harbour.example/${number}.xml`,
      updated: daysAgo === undefined ? null : day(daysAgo),
    });

  it("are read where they changed in the last week, the latest first", () => {
    const index = [sitemap(1, 30), sitemap(2, 3), sitemap(3, 1), sitemap(4, 2)];
    expect(sitemapsToRead(index, [], NOW)).toEqual({ read: [2, 3, 1], left: 0 });
  });

  it("are not read again until they change", () => {
    const known = sitemap(1, 1);
    const seen = { stamp: entryStamp(known), offeredAt: NOW, revisions: 0 };
    expect(sitemapsToRead([known], [seen], NOW).read).toEqual([]);
    expect(sitemapsToRead([sitemap(1, 0)], [seen], NOW).read).toEqual([0]);
  });

  it("are read at every poll where they tell no date", () => {
    const undated = sitemap(1);
    const seen = { stamp: entryStamp(undated), offeredAt: NOW, revisions: 0 };
    expect(sitemapsToRead([undated], [seen], NOW).read).toEqual([0]);
  });

  it("are read ten at a time", () => {
    const index = Array.from({ length: 25 }, (_, number) => sitemap(number, 1));
    const { read, left } = sitemapsToRead(index, [], NOW);
    expect(read).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(left).toBe(15);
  });
});
