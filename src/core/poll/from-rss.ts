/* RSS 0.9x to 2.0 and RDF (RSS 0.9, 1.0) as feedsmith reads them, as entries. */
import type { RdfFeed, RssFeed } from "feedsmith";
import { MINUTE_MS } from "../units.ts";
import { entryOf, innerBase, type RawEntry, type RawMedia } from "./entry-fields.ts";
import { alternateLinks, hintsOf, linksByRel } from "./feed-hints.ts";
import type { FeedEntry, FeedHints } from "./feed-model.ts";

type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;

export function entriesOfRss(feed: RssFeed.Feed<string>, feedUrl: string): FeedEntry[] {
  const base = innerBase(feed.xml?.base, feedUrl);
  const language = feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang;
  return (feed.items ?? []).map((item) =>
    entryOf(rawRssItem(item), innerBase(item.xml?.base, base), language),
  );
}

export function entriesOfRdf(feed: RdfFeed.Feed<string>, feedUrl: string): FeedEntry[] {
  const base = innerBase(feed.xml?.base, feedUrl);
  const language = feed.dc?.languages?.[0] ?? feed.xml?.lang;
  return (feed.items ?? []).map((item) =>
    entryOf(rawRdfItem(item), innerBase(item.xml?.base, base), language),
  );
}

export function hintsOfRss(feed: RssFeed.Feed<string>, feedUrl: string): FeedHints {
  return hintsOf({
    ttlMs: feed.ttl === undefined ? undefined : feed.ttl * MINUTE_MS,
    sy: feed.sy,
    hubs: linksByRel(feed.atom?.links, "hub"),
    self: linksByRel(feed.atom?.links, "self")[0],
    feedUrl,
  });
}

export function hintsOfRdf(feed: RdfFeed.Feed<string>, feedUrl: string): FeedHints {
  return hintsOf({
    sy: feed.sy,
    hubs: linksByRel(feed.atom?.links, "hub"),
    self: linksByRel(feed.atom?.links, "self")[0],
    feedUrl,
  });
}

/** RSS 2.0: a guid is a link unless it says it is not; many feeds forget to say, so it must look like one. */
function permalinkOf(guid: RssItem["guid"]): string | undefined {
  if (guid?.isPermaLink === false || guid?.value === undefined) return undefined;
  return /^https?:\/\//i.test(guid.value.trim()) ? guid.value : undefined;
}

function rawRssItem(item: RssItem): RawEntry {
  return {
    ...sharedFields(item),
    guid: item.guid?.value ?? item.atom?.id,
    links: [item.link, permalinkOf(item.guid), ...alternateLinks(item.atom?.links)],
    authors: [
      ...(item.authors ?? []).map((author) => author.name ?? author.email),
      ...(item.dc?.creators ?? []),
      ...(item.atom?.authors ?? []).map((author) => author.name),
    ],
    published: [item.pubDate, ...sharedPublished(item), ...(item.prism?.publicationDates ?? [])],
    updated: [item.atom?.updated, ...(item.dcterms?.modified ?? []), item.prism?.modificationDate],
    categories: [...(item.categories ?? []).map((category) => category.name), ...(item.dc?.subjects ?? [])],
    media: [...(item.enclosures ?? []), ...mediaOf(item.media)],
    source: item.source,
  };
}

function rawRdfItem(item: RdfItem): RawEntry {
  return {
    ...sharedFields(item),
    guid: item.rdf?.about,
    links: [item.link, item.rdf?.about, ...alternateLinks(item.atom?.links)],
    authors: item.dc?.creators,
    published: sharedPublished(item),
    updated: [item.atom?.updated, ...(item.dcterms?.modified ?? [])],
    categories: item.dc?.subjects,
    media: mediaOf(item.media),
  };
}

const sharedFields = (item: RssItem | RdfItem) => ({
  title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value,
  language: item.dc?.languages?.[0] ?? item.xml?.lang,
  summary: item.description ?? item.dc?.descriptions?.[0],
  content: item.content?.encoded ?? item.atom?.content?.value,
});

const sharedPublished = (item: RssItem | RdfItem): Array<string | undefined> => [
  ...(item.dc?.dates ?? []),
  ...(item.dcterms?.issued ?? []),
  ...(item.dcterms?.created ?? []),
  item.atom?.published,
];

/** Media RSS: contents, contents in groups, and thumbnails, the likeliest picture first. */
export function mediaOf(media: RssItem["media"]): RawMedia[] {
  const contents = [
    ...(media?.contents ?? []),
    ...(media?.groups ?? []).flatMap((group) => group.contents ?? []),
  ];
  const thumbnails = [
    ...(media?.thumbnails ?? []),
    ...contents.flatMap((content) => content.thumbnails ?? []),
  ];
  return [...contents, ...thumbnails.map(({ url }) => ({ url }))];
}
