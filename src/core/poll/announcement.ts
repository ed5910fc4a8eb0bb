/*
 * What a feed said of a page, kept with the page's record: who announced it, under which name and title, and
 * from whom the feed says it was taken. It tells a person how a URL came in, and what the publisher claimed
 * before anybody read the page. Usually 0.1 to 0.5 kB of JSON, at most about 4 kB: it is kept as long as the URL.
 */
import type { FeedEntry, FeedMedia } from "./feed-model.ts";

/** Fields that an entry left empty are absent. */
export interface Announcement {
  /** The feed's URL. */
  readonly feed: string;
  readonly guid?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  /** RFC 3339 instants or plain dates. */
  readonly published?: string;
  readonly updated?: string;
  readonly language?: string;
  readonly categories?: readonly string[];
  readonly media?: readonly FeedMedia[];
  /** Who the entry was taken from (`<source>`). */
  readonly source?: { readonly title: string | null; readonly url: string | null };
}

/** Room for what honest entries carry; each a second, tighter limit than that of reading (entry-fields.ts). */
const MAX_GUID_CHARS = 200;
const MAX_TITLE_CHARS = 300;
const MAX_SOURCE_CHARS = 200;
const MAX_NAME_CHARS = 80;
const MAX_AUTHORS = 8;
const MAX_CATEGORIES = 10;
const MAX_MEDIA = 2;
/** A longer link would be cut into another one: it is left out. */
const MAX_LINK_CHARS = 500;

const cut = (text: string, maxChars: number): string => [...text].slice(0, maxChars).join("");
const cutNames = (names: readonly string[], count: number): string[] =>
  names.slice(0, count).map((name) => cut(name, MAX_NAME_CHARS));

/** @param feedUrl the URL under which the feed is followed */
export function announcementOf(feedUrl: string, entry: FeedEntry): Announcement {
  const { guid, title, published, updated, language } = entry;
  const media = entry.media
    .filter(({ url }) => url.length <= MAX_LINK_CHARS)
    .slice(0, MAX_MEDIA)
    .map(({ url, type }) => ({ url, type: type === null ? null : cut(type, MAX_NAME_CHARS) }));
  return {
    feed: feedUrl,
    ...(guid === null ? {} : { guid: cut(guid, MAX_GUID_CHARS) }),
    ...(title === null ? {} : { title: cut(title, MAX_TITLE_CHARS) }),
    ...(entry.authors.length === 0 ? {} : { authors: cutNames(entry.authors, MAX_AUTHORS) }),
    ...(published === null ? {} : { published: published.value }),
    ...(updated === null ? {} : { updated: updated.value }),
    ...(language === null ? {} : { language }),
    ...(entry.categories.length === 0 ? {} : { categories: cutNames(entry.categories, MAX_CATEGORIES) }),
    ...(media.length === 0 ? {} : { media }),
    ...sourceOf(entry),
  };
}

function sourceOf({ source }: FeedEntry): Pick<Announcement, "source"> {
  const title = source?.title == null ? null : cut(source.title, MAX_SOURCE_CHARS);
  const url = source?.url != null && source.url.length <= MAX_LINK_CHARS ? source.url : null;
  return title === null && url === null ? {} : { source: { title, url } };
}
