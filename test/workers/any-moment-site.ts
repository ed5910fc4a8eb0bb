/* The outlets that the pipeline reads in these tests: a feed and its pages, changed from round to round. */
import { gunzipSync } from "node:zlib";
import { encodeFingerprint } from "../../src/core/fingerprint/codec.ts";
import { fingerprint } from "../../src/core/fingerprint/fingerprint.ts";
import type { PoolAnswer } from "../../src/io/extract-pool.ts";
import type { ExtractTask } from "../../src/io/extract-thread.ts";
import type { FetchedPage, FetchResult } from "../../src/io/http/fetch-result.ts";
import type { Conditional } from "../../src/io/http/page-fetcher.ts";
import type { FetchedRobots } from "../../src/io/http/robots-fetcher.ts";
import { rss } from "../core/poll/documents.ts";
import { extractedArticle, story } from "../support/articles.ts";
import { fetchedPage } from "../support/fetched-page.ts";

/** Instead of extraction: what an invented page, or the document that was made of a feed's entry, says. */
export function readPage(task: ExtractTask): PoolAnswer {
  if (!("gzipped" in task.page)) throw new Error("a waiting page is compressed");
  const body = gunzipSync(task.page.gzipped).toString("utf8");
  const said = body.startsWith("{") ? (JSON.parse(body) as PageText) : documentText(body);
  if (said.text === undefined)
    return {
      kind: "done",
      result: { extraction: { kind: "no-article-text", message: "none", removed: [] } },
    };
  const { title = null, text, canonical: canonicalUrl = null } = said;
  const article = extractedArticle({ title, text, canonicalUrl });
  return {
    kind: "done",
    result: { extraction: { kind: "article", article }, fingerprint: encodeFingerprint(fingerprint(text)) },
  };
}

const documentText = (html: string): PageText =>
  html.includes(NO_ARTICLE) ? {} : { title: "Whole", text: html.replace(/<[^>]*>/g, " ") };

/** What stands on an invented page; without a text there is no article on it. */
export interface PageText {
  readonly title?: string;
  readonly text?: string;
  readonly canonical?: string;
}

const HUB = '<title>Harbour Post</title><atom:link rel="hub" href="https://hub.example/"/>';
const longText = (number: number): string => story(number).join("\n");
const item = (link: string, title: string, content = ""): string =>
  `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${link}</guid>${
    content === "" ? "" : `<content:encoded><![CDATA[${content}]]></content:encoded>`
  }</item>`;

const NO_ARTICLE = "no article";
export const HARBOUR = "https://harbour.example";
export const QUAY = "https://quay.example";
const MARKET = "https://market.example";
const paragraphs = (number: number): string =>
  story(number)
    .map((each) => `<p>${each}</p>`)
    .join("");

export class Site {
  private readonly answers = new Map<string, FetchResult>();

  async fetchPage(url: string, conditional?: Conditional): Promise<FetchResult> {
    const answer = this.answers.get(url);
    if (!answer) throw new Error(`the test's world has no ${url}`);
    const isKnown = answer.kind === "page" && answer.etag !== undefined && answer.etag === conditional?.etag;
    return isKnown ? { kind: "not-modified" } : answer;
  }

  async fetchRobots(): Promise<FetchedRobots> {
    const file = { kind: "rules", text: "User-agent: *\nCrawl-delay: 2\nDisallow: /closed/" } as const;
    return { kind: "robots", file, maxAgeMs: undefined, status: undefined, retryAfterMs: undefined };
  }

  /** The feed is read first. */
  readonly open = (): void => {
    this.page(`${HARBOUR}/ferry`, { title: "Ferry", text: longText(1) });
    this.page(`${QUAY}/ferry`, { title: "Ferry line", text: longText(1) });
    this.page(`${HARBOUR}/print/ferry`, { title: "Ferry", text: longText(1), canonical: `${HARBOUR}/ferry` });
    this.answers.set(`${QUAY}/gone`, { kind: "gone", message: "HTTP 410" });
    this.page(`${MARKET}/teaser`, { title: "Market", text: longText(2) });
    this.feed(
      `${HARBOUR}/feed`,
      item(`${HARBOUR}/ferry`, "Ferry") +
        item(`${QUAY}/ferry`, "Ferry line") +
        item(`${HARBOUR}/print/ferry`, "Ferry") +
        item(`${QUAY}/gone`, "Gone") +
        item(`${QUAY}/closed/1`, "Closed") +
        item(`${MARKET}/whole`, "Whole", paragraphs(3)) +
        item(`${MARKET}/teaser`, "Teaser", `${paragraphs(4)}<p>${NO_ARTICLE}</p>`),
    );
  };

  /** A story was corrected, a page without an article is new. */
  readonly correct = (): void => {
    this.page(`${HARBOUR}/ferry`, { title: "Ferry, corrected", text: longText(5) });
    this.page(`${MARKET}/list`, { title: "List" });
    this.feed(
      `${HARBOUR}/feed`,
      item(`${HARBOUR}/ferry`, "Ferry, corrected") + item(`${MARKET}/list`, "List"),
      HUB,
    );
  };

  /** The feed has moved for good, and holds one more. */
  readonly move = (): void => {
    this.page(`${QUAY}/tide`, { title: "Tide", text: longText(6) });
    const movedTo = `${HARBOUR}/news`;
    this.feed(movedTo, item(`${QUAY}/tide`, "Tide"), HUB);
    this.feed(`${HARBOUR}/feed`, item(`${QUAY}/tide`, "Tide"), HUB, { movedTo, finalUrl: movedTo });
  };

  /** The feed has ended. */
  readonly end = (): void => {
    this.answers.set(`${HARBOUR}/news`, { kind: "gone", message: "HTTP 410" });
  };

  private page(url: string, text: PageText): void {
    const document = JSON.stringify(text);
    const etag = `"${document.length}"`;
    this.answers.set(url, fetchedPage(url, document, { contentType: "text/html", etag }));
  }

  private feed(url: string, items: string, head?: string, fields: Partial<FetchedPage> = {}): void {
    this.answers.set(
      url,
      fetchedPage(url, rss(items, head), { contentType: "application/rss+xml", ...fields }),
    );
  }
}
