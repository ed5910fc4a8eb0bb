/* A whole news page: head, furniture, article, filled up with scripts and drawings to the site's page size. */
import type { Random } from "../simulator/random.ts";
import { drawing, script, stateJson } from "./assets.ts";
import {
  advertisement,
  comments,
  consentNotice,
  image,
  newsletterBox,
  type Surroundings,
  shareBar,
  siteFooter,
  siteHeader,
  teaserBox,
} from "./furniture.ts";
import { element, escapeHtml, slug } from "./html.ts";
import type { Site } from "./site.ts";
import type { Story } from "./story.ts";

export interface PageParts {
  readonly site: Site;
  readonly story: Story;
  readonly url: string;
  readonly random: Random;
}

/** Pages of one site differ by this much around its usual size. */
const SIZE_VARIATION = 0.3;
/** Parts of the page that grow with it, as items per 100,000 characters. */
const TEASERS_PER_SIZE = 14;
const COMMENTS_PER_SIZE = 9;
const SIZE_UNIT = 100_000;
/** How the room that is left is filled. */
const STATE_SHARE = 0.35;
const CODE_SHARE = 0.45;
const DRAWING_SHARE = 0.2;
const NEWSLETTER_AFTER = 4;
const AD_AFTER = 2;
const LEGACY_DATE_LENGTH = 16;

const isoTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

function jsonLd({ site, story, url }: PageParts): string {
  const record = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    headline: story.headline,
    datePublished: isoTime(story.publishedAt),
    dateModified: isoTime(story.publishedAt),
    articleSection: story.section,
    inLanguage: "en",
    author: story.authors.map((name) => ({
      "@type": "Person",
      name,
      url: `http://${site.host}/author/${slug(name)}`,
    })),
    publisher: { "@type": "NewsMediaOrganization", name: site.name, logo: `http://${site.host}/logo.png` },
    image: [`http://${site.host}/media/lead-1920.jpg`, `http://${site.host}/media/lead-960.jpg`],
  };
  return `<script type="application/ld+json">${JSON.stringify(record)}</script>`;
}

function head(parts: PageParts): string {
  const { site, story, url, random } = parts;
  const title = escapeHtml(story.headline);
  const summary = escapeHtml((story.paragraphs[0] ?? "").slice(0, 150));
  const property = (name: string, content: string): string =>
    `<meta property="${name}" content="${content}">`;
  const lines = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title} | ${escapeHtml(site.name)}</title>`,
    `<meta name="description" content="${summary}">`,
    `<link rel="canonical" href="${url.replaceAll("&", "&amp;")}">`,
    property("og:type", "article"),
    property("og:title", title),
    property("og:description", summary),
    property("og:site_name", escapeHtml(site.name)),
    property("og:image", `http://${site.host}/media/lead-1920.jpg`),
    property("article:published_time", isoTime(story.publishedAt)),
    '<meta name="twitter:card" content="summary_large_image">',
    '<link rel="alternate" type="application/rss+xml" href="/feed.xml">',
    '<link rel="preload" as="font" type="font/woff2" href="/fonts/serif.woff2" crossorigin>',
    `<style>${site.styles}</style>`,
    `<script>${script(500, random)}</script>`,
  ];
  if (site.theme.hasJsonLd) lines.push(jsonLd(parts));
  return `<head>${lines.join("\n")}</head>`;
}

function leadPicture(around: Surroundings, story: Story): string {
  const { theme } = around.site;
  const caption = element(
    "figcaption",
    theme.className("figure", "caption"),
    `A view of ${story.place}. Photo: ${story.agency}`,
  );
  return element("figure", theme.className("figure", "root"), image(around, story.place) + caption);
}

function body(around: Surroundings, story: Story): string {
  const { theme } = around.site;
  const dateline = `${story.place.toUpperCase()} (${story.agency}) – `;
  const paragraphs = story.paragraphs.map((text, index) => {
    const words = escapeHtml(index === 0 ? dateline + text : text);
    const paragraph =
      theme.name === "blog" ? `<p>${words}</p>` : element("p", theme.className("article", "text"), words);
    if (index === NEWSLETTER_AFTER) return paragraph + newsletterBox(around);
    return index === AD_AFTER ? paragraph + advertisement(around) : paragraph;
  });
  const property = theme.hasMicrodata ? 'itemprop="articleBody"' : "";
  return element("div", theme.className("article", "body"), paragraphs.join("\n"), property);
}

function article(parts: PageParts): string {
  const { site, story } = parts;
  const { theme } = site;
  const time = isoTime(story.publishedAt);
  const byline = element("div", theme.className("article", "byline"), `By ${story.authors.join(" and ")}`);
  const shown = theme.hasArticleElement
    ? new Date(story.publishedAt).toUTCString()
    : time.slice(0, LEGACY_DATE_LENGTH);
  const date = `<time datetime="${time}" class="${theme.className("article", "date")}">${shown}</time>`;
  const title = element("h1", theme.className("article", "title"), escapeHtml(story.headline));
  const content = [title, byline, date, shareBar(parts), leadPicture(parts, story), body(parts, story)].join(
    "\n",
  );
  const tag = theme.hasArticleElement ? "article" : "div";
  const scope = theme.hasMicrodata ? 'itemscope itemtype="https://schema.org/NewsArticle"' : "";
  return element(tag, theme.className("article", "root"), content, scope);
}

function wrapped(content: string, site: Site): string {
  let html = content;
  for (let depth = 0; depth < site.theme.wrapperDepth; depth++)
    html = element("div", site.theme.className("layout", `level-${depth}`), html);
  return html;
}

function filler(room: number, random: Random): string {
  if (room <= 0) return "";
  return [
    `<div style="display:none">${drawing(room * DRAWING_SHARE, random)}</div>`,
    `<script>${stateJson(room * STATE_SHARE, random)}</script>`,
    `<script>${script(room * CODE_SHARE, random).replaceAll("</", "<\\/")}</script>`,
  ].join("\n");
}

export function renderPage(parts: PageParts): string {
  const { site, random } = parts;
  const size = site.pageSize * (1 + SIZE_VARIATION * (random.next() - 0.5));
  const units = size / SIZE_UNIT;
  const main = [
    article(parts),
    teaserBox(parts, "related", "More on this story", units * TEASERS_PER_SIZE),
    comments(parts, Math.round(random.next() * units * COMMENTS_PER_SIZE * 2)),
  ];
  const aside = teaserBox(parts, "most-read", "Most read", units * TEASERS_PER_SIZE * 0.5);
  const inside = [
    consentNotice(parts),
    siteHeader(parts),
    wrapped(
      `<main>${main.join("\n")}</main>${element("aside", site.theme.className("sidebar", "root"), aside)}`,
      site,
    ),
    siteFooter(parts),
  ].join("\n");
  const top = `<!DOCTYPE html><html lang="en">${head(parts)}<body class="${site.theme.className("page", "root")}">`;
  const room = size - top.length - inside.length;
  return `${top}${inside}${filler(room, random)}</body></html>`;
}
