/* Atom 0.3 and 1.0 as feedsmith reads it, as entries (RFC 4287). */
import type { AtomFeed } from "feedsmith";
import { entryOf, innerBase, type RawEntry } from "./entry-fields.ts";
import { alternateLinks, hintsOf, linksByRel } from "./feed-hints.ts";
import type { FeedEntry, FeedHints } from "./feed-model.ts";
import { mediaOf } from "./from-rss.ts";

type AtomEntry = AtomFeed.Entry<string>;

export function entriesOfAtom(feed: AtomFeed.Feed<string>, feedUrl: string): FeedEntry[] {
  const base = innerBase(feed.xml?.base, feedUrl);
  const language = feed.xml?.lang ?? feed.dc?.languages?.[0];
  return (feed.entries ?? []).map((entry) =>
    entryOf(rawEntry(entry, feed.authors), innerBase(entry.xml?.base, base), language),
  );
}

export function hintsOfAtom(feed: AtomFeed.Feed<string>, feedUrl: string): FeedHints {
  return hintsOf({
    sy: feed.sy,
    hubs: linksByRel(feed.links, "hub"),
    self: linksByRel(feed.links, "self")[0],
    feedUrl,
  });
}

/** An id is a name, not an address, but where no link is given it is the best guess there is. */
const idAsLink = (id: string | undefined): string | undefined =>
  id !== undefined && /^https?:\/\//i.test(id) ? id : undefined;

/** Content that is no text (a picture, a base64 file) is not the article. */
function textOf(content: AtomEntry["content"]): string | undefined {
  const type = content?.type?.toLowerCase() ?? "text";
  return type === "html" || type === "xhtml" || type.startsWith("text") || type.endsWith("xml")
    ? content?.value
    : undefined;
}

function rawEntry(entry: AtomEntry, feedAuthors: AtomFeed.Feed<string>["authors"]): RawEntry {
  // RFC 4287, section 4.2.1: an entry without authors has its source's, else the feed's.
  const authors = [entry.authors, entry.source?.authors, feedAuthors].find((list) => (list?.length ?? 0) > 0);
  return {
    guid: entry.id,
    links: [...alternateLinks(entry.links), entry.content?.src, idAsLink(entry.id)],
    title: entry.title?.value,
    authors: [...(authors ?? []).map((author) => author.name), ...(entry.dc?.creators ?? [])],
    published: [entry.published, ...(entry.dc?.dates ?? [])],
    updated: [entry.updated],
    language: entry.xml?.lang ?? entry.content?.xml?.lang ?? entry.dc?.languages?.[0],
    categories: (entry.categories ?? []).map((category) => category.label ?? category.term),
    media: [...enclosuresOf(entry), ...mediaOf(entry.media)],
    source: entry.source && {
      title: entry.source.title?.value,
      url: alternateLinks(entry.source.links)[0] ?? linksByRel(entry.source.links, "self")[0],
    },
    summary: entry.summary?.value,
    content: textOf(entry.content),
  };
}

const enclosuresOf = (entry: AtomEntry) =>
  (entry.links ?? [])
    .filter((link) => link.rel === "enclosure")
    .map((link) => ({ url: link.href, type: link.type }));
