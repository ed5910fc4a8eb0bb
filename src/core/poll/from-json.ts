/* JSON Feed 1.0 and 1.1 as feedsmith reads it, as entries (jsonfeed.org/version/1.1). */
import type { JsonFeed } from "feedsmith";
import { entryOf, type RawEntry } from "./entry-fields.ts";
import { hintsOf } from "./feed-hints.ts";
import type { FeedEntry, FeedHints } from "./feed-model.ts";

type JsonItem = JsonFeed.Item<string>;

export function entriesOfJson(feed: JsonFeed.Feed<string>, feedUrl: string): FeedEntry[] {
  return (feed.items ?? []).map((item) => entryOf(rawItem(item, feed.authors), feedUrl, feed.language));
}

export function hintsOfJson(feed: JsonFeed.Feed<string>, feedUrl: string): FeedHints {
  const hubs = (feed.hubs ?? []).filter(({ type }) => type?.toLowerCase() === "websub");
  return hintsOf({ hubs: hubs.map(({ url }) => url), self: feed.feed_url, feedUrl });
}

function rawItem(item: JsonItem, feedAuthors: JsonFeed.Feed<string>["authors"]): RawEntry {
  const authors = (item.authors?.length ?? 0) > 0 ? item.authors : feedAuthors;
  const attachments = item.attachments ?? [];
  return {
    guid: item.id,
    // `external_url` is what a link blog writes about: the page only where the item has none of its own.
    links: [item.url, item.external_url],
    title: item.title,
    authors: (authors ?? []).map((author) => author.name),
    published: [item.date_published],
    updated: [item.date_modified],
    language: item.language,
    categories: item.tags,
    media: [
      { url: item.image },
      { url: item.banner_image },
      ...attachments.map((attachment) => ({ url: attachment.url, type: attachment.mime_type })),
    ],
    summary: item.summary,
    content: item.content_html ?? item.content_text,
  };
}
