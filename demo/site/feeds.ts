/* An RSS 2.0 and an Atom feed over an outlet's stories, as publishing systems write them. */
import { each, escapeHtml } from "./html.ts";
import type { Outlet } from "./outlets/outlet.ts";
import type { Story } from "./story.ts";
import { leadOf } from "./story.ts";

interface FeedEntry {
  readonly url: string;
  readonly story: Story;
}

const changedAt = ({ story }: FeedEntry): string => story.modified ?? story.published;

/** @param entries newest first */
export function rssFeed(outlet: Outlet, entries: readonly FeedEntry[]): string {
  const items = each(
    entries,
    ({ url, story }) => `    <item>
      <title>${escapeHtml(story.headline)}</title>
      <link>${escapeHtml(url)}</link>
      <guid isPermaLink="true">${escapeHtml(url)}</guid>
      <description><![CDATA[<p>${escapeHtml(leadOf(story))}</p> <a href="${url}">Continue reading...</a>]]></description>
      <category>${escapeHtml(story.section)}</category>
      <pubDate>${new Date(story.published).toUTCString()}</pubDate>
      <dc:creator>${escapeHtml(story.authors[0]?.name ?? story.credit ?? outlet.name)}</dc:creator>
    </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>${escapeHtml(outlet.name)}</title>
    <link>http://${outlet.host}/</link>
    <description>Latest from ${escapeHtml(outlet.name)}</description>
    <language>en-gb</language>
    <ttl>15</ttl>
${items}
  </channel>
</rss>
`;
}

/** @param entries newest first */
export function atomFeed(outlet: Outlet, feedUrl: string, entries: readonly FeedEntry[]): string {
  const items = each(
    entries,
    (entry) => `  <entry>
    <id>tag:${outlet.host},2026:${escapeHtml(new URL(entry.url).pathname)}</id>
    <title type="text">${escapeHtml(entry.story.headline)}</title>
    <link rel="alternate" type="text/html" href="${escapeHtml(entry.url)}"/>
    <published>${entry.story.published}</published>
    <updated>${changedAt(entry)}</updated>
${each(entry.story.authors, ({ name }) => `    <author><name>${escapeHtml(name)}</name></author>`)}
    <summary type="text">${escapeHtml(leadOf(entry.story))}</summary>
  </entry>`,
  );
  const updated = entries.map(changedAt).sort().at(-1) ?? "";
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>tag:${outlet.host},2026:latest</id>
  <title>${escapeHtml(outlet.name)}</title>
  <link rel="self" type="application/atom+xml" href="${feedUrl}"/>
  <link rel="alternate" type="text/html" href="http://${outlet.host}/"/>
  <updated>${updated}</updated>
${items}
</feed>
`;
}
