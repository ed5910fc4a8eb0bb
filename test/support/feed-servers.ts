/*
 * Servers of feeds as they treat validators, right and wrong, and one feed in every format. Each server answers by
 * what it serves now, so that a test can change it.
 */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";

export interface ServedFeed {
  body: string;
  readonly contentType: string;
}
type Answering = (response: ServerResponse, feed: ServedFeed) => void;

const etagOf = ({ body }: ServedFeed): string => createHash("sha1").update(body).digest("hex").slice(0, 12);
const LAST_MODIFIED = "Sun, 01 Nov 2026 08:00:00 GMT";

function whole(response: ServerResponse, feed: ServedFeed, headers: Record<string, string> = {}): void {
  response.writeHead(200, { "content-type": feed.contentType, ...headers }).end(feed.body);
}

/** Answers 304 where the request shows what `validatorOf` gives. */
const byEtag =
  (validatorOf: (feed: ServedFeed) => string, shownAs = validatorOf): Answering =>
  (response, feed) => {
    if (response.req.headers["if-none-match"] === validatorOf(feed))
      response.writeHead(304, { etag: shownAs(feed) }).end();
    else whole(response, feed, { etag: shownAs(feed) });
  };

let answers = 0;

/** The document changes from one without to one with a "Second" entry. */
export const FEED_SERVERS: ReadonlyArray<readonly [what: string, answer: Answering]> = [
  ["a strong ETag", byEtag((feed) => `"${etagOf(feed)}"`)],
  ["a weak ETag", byEtag((feed) => `W/"${etagOf(feed)}"`)],
  ["an ETag without quotes", byEtag(etagOf)],
  [
    "an ETag that its compression changes on the way",
    byEtag(
      (feed) => `"${etagOf(feed)}"`,
      (feed) => `"${etagOf(feed)}-gzip"`,
    ),
  ],
  [
    "Last-Modified only",
    (response, feed) => {
      // Its clock says the day of the document it was started with, whatever it serves.
      const date = feed.body.includes("Second") ? "Sun, 01 Nov 2026 09:00:00 GMT" : LAST_MODIFIED;
      if (response.req.headers["if-modified-since"] === date) response.writeHead(304).end();
      else whole(response, feed, { "last-modified": date });
    },
  ],
  ["no validators", (response, feed) => whole(response, feed)],
  ["an ETag it never honours", (response, feed) => whole(response, feed, { etag: `"${etagOf(feed)}"` })],
  ["a new ETag with every answer", (response, feed) => whole(response, feed, { etag: `"${answers++}"` })],
  ["an empty ETag", (response, feed) => whole(response, feed, { etag: "" })],
  ["an ETag it keeps although the feed changed", byEtag(() => '"forever"')],
  [
    "the date of its start, which it keeps although the feed changed",
    (response, feed) => {
      if (response.req.headers["if-modified-since"] === LAST_MODIFIED) response.writeHead(304).end();
      else whole(response, feed, { "last-modified": LAST_MODIFIED });
    },
  ],
];

const rss = (version: string, items: string): string =>
  `<rss version="${version}"><channel><title>Paper</title>${items}</channel></rss>`;
const item = (url: string, title: string): string =>
  `<item><title>${title}</title><link>${url}</link></item>`;
const NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

/** One feed of one page in each format. */
export const FEED_KINDS: ReadonlyArray<
  readonly [kind: string, contentType: string, document: (url: string, title: string) => string]
> = [
  ["RSS 0.91", "text/xml", (url, title) => rss("0.91", item(url, title))],
  ["RSS 0.92", "text/xml", (url, title) => rss("0.92", item(url, title))],
  ["RSS 2.0", "application/rss+xml", (url, title) => rss("2.0", item(url, title))],
  [
    "RSS 1.0 (RDF)",
    "application/rdf+xml",
    (url, title) =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Paper</title></channel><item rdf:about="${url}"><title>${title}</title><link>${url}</link></item></rdf:RDF>`,
  ],
  [
    "RSS 0.90 (RDF)",
    "text/xml",
    (url, title) =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Paper</title></channel><item><title>${title}</title><link>${url}</link></item></rdf:RDF>`,
  ],
  [
    "Atom 1.0",
    "application/atom+xml",
    (url, title) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><id>p</id><entry><id>1</id><title>${title}</title><link href="${url}"/></entry></feed>`,
  ],
  [
    "Atom 0.3",
    "application/xml",
    (url, title) =>
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Paper</title><entry><id>1</id><title>${title}</title><link rel="alternate" href="${url}"/></entry></feed>`,
  ],
  ...["1", "1.1"].map(
    (version) =>
      [
        `JSON Feed ${version}`,
        "application/feed+json",
        (url: string, title: string) =>
          JSON.stringify({
            version: `https://jsonfeed.org/version/${version}`,
            title: "Paper",
            items: [{ id: "1", url, title }],
          }),
      ] as const,
  ),
  [
    "a Google News sitemap",
    "application/xml",
    (url, title) =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="${NEWS}"><url><loc>${url}</loc><news:news><news:title>${title}</news:title></news:news></url></urlset>`,
  ],
  [
    "an RSS feed that breaks off",
    "application/rss+xml",
    (url, title) => `<rss version="2.0"><channel><title>Paper</title>${item(url, title)}<item><title>Las`,
  ],
  ["RSS sent as a page", "text/html; charset=utf-8", (url, title) => `\n\n${rss("2.0", item(url, title))}`],
];
