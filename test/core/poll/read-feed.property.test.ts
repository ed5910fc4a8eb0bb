import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFeed } from "../../../src/core/poll/read-feed.ts";
import { ATOM, FEED_URL, FULL_RSS, JSON_FEED, NEWS_SITEMAP, RDF, SITEMAP_INDEX } from "./documents.ts";

const DOCUMENTS = [ATOM, FULL_RSS, JSON_FEED, NEWS_SITEMAP, RDF, SITEMAP_INDEX];
/** What breaks parsers, to be put into honest documents. */
const SPLINTERS = [
  ...[
    "<",
    ">",
    "</",
    "<item>",
    "</item>",
    "<entry>",
    "</entry>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "&",
    "&#0;",
  ],
  ...[
    "&#xffffffff;",
    "<rss>",
    "</channel>",
    "<__proto__>",
    '{"',
    "}",
    "[",
    "\\",
    "\u0000",
    "\ud800",
    "xmlns:a='b'",
  ],
  ...["<url>", "<loc>", "<?x", "<!DOCTYPE", "\u202e", "<title/>", "constructor"],
];

/** An honest document with splinters in it and its end cut off. */
const brokenDocument = fc
  .tuple(
    fc.constantFrom(...DOCUMENTS),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...SPLINTERS)), {
      maxLength: 8,
    }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([document, splinters, end]) => {
    let broken = document;
    for (const [place, splinter] of splinters) {
      const at = Math.floor(place * broken.length);
      broken = broken.slice(0, at) + splinter + broken.slice(at);
    }
    return broken.slice(0, Math.ceil(broken.length * Math.max(end, 1 / 2)));
  });

const hostileDocument = fc.oneof(
  brokenDocument,
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.constantFrom(...SPLINTERS), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.json().map((json) => `{"version":"https://jsonfeed.org/version/1","title":"T","items":${json}}`),
);

const isHttp = (url: string | null): boolean => url === null || /^https?:\/\/[^\s]+$/.test(url);
const isPlain = (text: string | null): boolean =>
  text === null || (!/[\u0000-\u001f\u007f-\u009f]/.test(text) && !/\p{Surrogate}/u.test(text));

describe("reading whatever comes", () => {
  it("never throws, and gives only http links, plain titles and readable dates", () => {
    fc.assert(
      fc.property(hostileDocument, (document) => {
        const reading = readFeed(document, FEED_URL);
        if (reading.kind === "not-a-feed") return reading.message.length > 0 && reading.message.length < 400;
        expect(isPlain(reading.title)).toBe(true);
        for (const entry of reading.entries) {
          expect(
            [entry.link, entry.source?.url ?? null, ...entry.media.map(({ url }) => url)].every(isHttp),
          ).toBe(true);
          const texts = [entry.title, entry.guid, entry.language, ...entry.authors, ...entry.categories];
          expect(texts.every(isPlain)).toBe(true);
          for (const time of [entry.published, entry.updated])
            if (time) expect(Number.isNaN(Date.parse(time.value))).toBe(false);
        }
        return true;
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives the same answer twice: one document leaves nothing behind for the next", () => {
    fc.assert(
      fc.property(brokenDocument, brokenDocument, (first, second) => {
        const before = readFeed(first, FEED_URL);
        readFeed(second, FEED_URL);
        expect(readFeed(first, FEED_URL)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it("never reads more entries from a document's beginning than from the document", () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENTS), fc.nat(3_000), (document, end) => {
        const whole = readFeed(document, FEED_URL);
        const part = readFeed(document.slice(0, end), FEED_URL);
        if (whole.kind !== "feed" || part.kind !== "feed") return;
        expect(part.entries).toEqual(whole.entries.slice(0, part.entries.length));
      }),
      { numRuns: 1_000 },
    );
  });
});
