import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { announcementOf } from "../../../src/core/poll/announcement.ts";
import { readFeed } from "../../../src/core/poll/read-feed.ts";
import { entryWith, FEED_URL, FULL_RSS } from "./documents.ts";

const NOTHING = entryWith({ link: "https://harbour.example/1" });

/** What the file's header promises, with room for characters that JSON spells in six. */
const MOST_CHARS = 25_000;

describe("what a feed said of a page", () => {
  it("is kept as the feed said it, without the texts", () => {
    const reading = readFeed(FULL_RSS, FEED_URL);
    const entry = reading.kind === "feed" ? reading.entries[0] : undefined;
    if (!entry) throw new Error("the feed has no entry");
    expect(announcementOf(FEED_URL, entry)).toEqual({
      feed: FEED_URL,
      guid: "agreement-1",
      title: "Council & port agree",
      authors: ["Ada Quill", "Tom Reed"],
      published: "2023-11-27T19:10:00Z",
      language: "en-GB",
      categories: ["Port", "Council"],
      media: [
        { url: "https://harbour.example/pictures/port.jpg", type: "image/jpeg" },
        { url: "https://cdn.example/port-large.jpg", type: "image/jpeg" },
      ],
      source: { title: "The Wire", url: "https://wire.example/feed" },
    });
  });

  it("holds nothing but the feed where the entry says nothing", () => {
    expect(announcementOf(FEED_URL, NOTHING)).toEqual({ feed: FEED_URL });
  });

  it("leaves a link out rather than cutting it into another one", () => {
    const url = `https://cdn.example/${"x".repeat(500)}`;
    const source = { title: "The Wire", url };
    expect(announcementOf(FEED_URL, { ...NOTHING, media: [{ url, type: null }], source })).toEqual({
      feed: FEED_URL,
      source: { title: "The Wire", url: null },
    });
  });

  it("is of bounded size, whatever the entry holds", () => {
    const text = fc.string({ unit: "binary", maxLength: 3_000 });
    const names = fc.array(text, { maxLength: 50 });
    fc.assert(
      fc.property(text, text, names, names, text, (guid, title, authors, categories, link) => {
        const media = authors.map((type) => ({ url: link, type }));
        const source = { title, url: link };
        const entry = { ...NOTHING, guid, title, authors, categories, media, source };
        return JSON.stringify(announcementOf(FEED_URL, entry)).length <= MOST_CHARS;
      }),
    );
  });
});
