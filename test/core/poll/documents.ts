/* Small feeds of invented news, one a format, for the tests of reading; and entries as they are read. */
import type { FeedEntry } from "../../../src/core/poll/feed-model.ts";

/** An entry that says nothing but this. */
export const entryWith = (fields: Partial<FeedEntry>): FeedEntry => ({
  guid: null,
  link: null,
  title: null,
  authors: [],
  published: null,
  updated: null,
  language: null,
  categories: [],
  media: [],
  source: null,
  summary: null,
  content: null,
  ...fields,
});

export const FEED_URL = "https://harbour.example/news/feed.xml";

export const rss = (items: string, head = "<title>Harbour Post</title>"): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>${head}${items}</channel></rss>`;

export const item = (number: number, more = ""): string =>
  `<item><title>Ferry ${number} delayed</title><link>/ferry/${number}</link><guid isPermaLink="false">ferry-${number}</guid>${more}</item>`;

export const items = (count: number): string =>
  Array.from({ length: count }, (_, number) => item(number)).join("");

export const FULL_RSS = rss(
  `<item>
    <title>Council &amp;amp; port agree</title>
    <link>../port/agreement?a=1&amp;b=2</link>
    <guid isPermaLink="false">agreement-1</guid>
    <dc:creator>Ada Quill</dc:creator><dc:creator>Tom Reed</dc:creator><dc:creator>Ada Quill</dc:creator>
    <pubDate>Tue, 28 Nov 2023 04:10:00 +0900</pubDate>
    <category>Port</category><category>Council</category>
    <enclosure url="/pictures/port.jpg" length="1" type="image/jpeg"/>
    <media:content url="https://cdn.example/port-large.jpg" type="image/jpeg"/>
    <source url="https://wire.example/feed">The Wire</source>
    <description>Both sides sign.</description>
    <content:encoded><![CDATA[<p>Both sides signed on Tuesday.</p>]]></content:encoded>
  </item>`,
  `<title>Harbour Post</title><language>en-GB</language><ttl>30</ttl>
   <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
   <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://harbour.example/feed"/>`,
);

export const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/atom/" xml:lang="en">
<title>Harbour Atom</title><author><name>Newsroom</name></author><link rel="hub" href="https://hub.example/"/>
<entry xml:base="2024/"><id>tag:harbour.example,2024:1</id><title type="html">Tide &lt;i&gt;turns&lt;/i&gt;</title>
  <link rel="enclosure" href="tide.mp3" type="audio/mpeg"/><link rel="alternate" type="application/json" href="tide.json"/>
  <link rel="alternate" type="text/html" href="tide.html"/>
  <published>2024-02-01T08:00:00Z</published><updated>2024-02-01T09:30:00+01:00</updated>
  <category term="sea" label="The sea"/>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The tide turned.</p></div></content>
  <source><title>Coast Agency</title><link href="https://coast.example/"/></source></entry>
</feed>`;

export const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://harbour.example/"><title>Harbour RDF</title></channel>
<item rdf:about="https://harbour.example/1"><title>Nets mended</title><link>https://harbour.example/1</link><dc:date>2024-02-01</dc:date><dc:creator>Ada Quill</dc:creator></item>
</rdf:RDF>`;

export const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Harbour JSON",
  language: "en",
  feed_url: "https://harbour.example/feed.json",
  hubs: [{ type: "WebSub", url: "https://hub.example/" }],
  authors: [{ name: "Newsroom" }],
  items: [
    {
      id: "1",
      url: "/a",
      title: "Gulls return",
      content_html: "<p>They are back.</p>",
      date_published: "2024-02-01T08:00:00+02:00",
      date_modified: "2024-02-02T08:00:00Z",
      tags: ["birds"],
      image: "/gull.jpg",
    },
    { id: "2", external_url: "https://other.example/b", content_text: "Elsewhere" },
  ],
});

export const NEWS_SITEMAP = `<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://harbour.example/a?x=1&amp;y=2</loc><lastmod>2024-02-01T09:00:00Z</lastmod>
  <news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication>
  <news:publication_date>2024-02-01T08:00:00Z</news:publication_date><news:title>Quay &amp; pier repaired</news:title><news:keywords>quay, pier</news:keywords></news:news>
  <image:image><image:loc>https://cdn.example/quay.jpg</image:loc></image:image></url>
<url><loc>/b</loc></url>
</urlset>`;

export const SITEMAP_INDEX = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://harbour.example/sitemap-1.xml</loc><lastmod>2024-02-01</lastmod></sitemap>
<sitemap><loc>https://harbour.example/sitemap-2.xml</loc></sitemap></sitemapindex>`;
