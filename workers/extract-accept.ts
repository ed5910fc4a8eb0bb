/*
 * What becomes of a page that was read: the article as it is accepted, with what the caller, the server and the page
 * say of it. The first text accepted of a revision stands, whatever is learnt later, since the index holds its
 * fingerprint.
 */

import { withKeptText } from "../src/core/extract/learned/remove-furniture.ts";
import { withAnnounced } from "../src/core/extract/metadata/announced.ts";
import { combinedRights, rightsOf } from "../src/core/fetch/rights.ts";
import { encodeFingerprint } from "../src/core/fingerprint/codec.ts";
import { fingerprint as fingerprintOf } from "../src/core/fingerprint/fingerprint.ts";
import type { ExtractedArticle } from "../src/core/model.ts";
import { articleIdOf, contentHashOf } from "../src/core/url/ids.ts";
import { articleUrl, registrableDomain } from "../src/core/url/publisher.ts";
import type { LearnedPart } from "../src/io/extract-thread.ts";
import type { Acceptance, AcceptedArticle, ArticleStore } from "../src/io/redis/article-store.ts";
import type { WaitingPage } from "../src/io/redis/page-store.ts";
import type { Payloads } from "../src/pipeline.ts";

/** A document handed in without a page of its own. */
export const isLocal = (url: string): boolean => url.startsWith("urn:");

/** What the caller of a local document said stands above what was read from it. */
function withGiven(article: ExtractedArticle, page: WaitingPage): ExtractedArticle {
  const { given } = page;
  if (!given) return article;
  const source = given.by ?? "caller";
  return {
    ...article,
    title: given.title ?? article.title,
    datePublished: given.datePublished ? { value: given.datePublished, source } : article.datePublished,
    language: given.language ?? article.language,
    sources: {
      ...article.sources,
      ...(given.title ? { title: source } : {}),
      ...(given.language ? { language: source } : {}),
    },
  };
}

/** A page read in a thread. */
export interface Reading {
  readonly article: ExtractedArticle;
  readonly fingerprint: Uint8Array;
  readonly learned: LearnedPart | undefined;
}

/** The server may say of a page what the page itself does not. */
function withRights(article: ExtractedArticle, page: WaitingPage, productToken: string): ExtractedArticle {
  const rights = combinedRights(rightsOf(page.rights ?? {}, "headers", productToken), article.rights);
  return rights === undefined ? article : { ...article, rights };
}

const announcedPage = ({ finalUrl: url, fetchedAt }: WaitingPage) => ({ url, fetchedAt });

export function acceptedArticle(
  payload: Payloads["extract"],
  page: WaitingPage,
  { article: read, learned }: Reading,
  productToken: string,
): AcceptedArticle {
  const said = withGiven(read, page);
  const extracted =
    page.announced === undefined ? said : withAnnounced(said, page.announced, announcedPage(page));
  const local = isLocal(page.finalUrl);
  const canonicalUrl = local
    ? page.finalUrl
    : (articleUrl(page.finalUrl, extracted.canonicalUrl) ?? payload.url);
  return {
    articleId: articleIdOf(canonicalUrl),
    // Without what only a feed said: announced or not, the page is the same text.
    contentHash: contentHashOf(said.title, learned?.textBefore ?? said.text),
    urlKey: payload.urlKey,
    url: page.finalUrl,
    canonicalUrl,
    publisher: page.given?.publisher ?? (local ? null : registrableDomain(canonicalUrl)),
    fetchedAt: page.fetchedAt,
    furnitureVersion: learned?.version,
    extracted: withRights(extracted, page, productToken),
  };
}

export interface Accepted {
  readonly acceptance: Acceptance;
  readonly article: AcceptedArticle;
  readonly fingerprint: Uint8Array;
}

/** Accepts the article, or the text of this very revision that stands from before with other furniture taken off. */
export async function acceptOnce(
  articles: Pick<ArticleStore, "accept" | "text">,
  article: AcceptedArticle,
  { fingerprint, learned }: Reading,
): Promise<Accepted> {
  const acceptance = await articles.accept(article);
  if (acceptance.kind !== "other-furniture") return { acceptance, article, fingerprint };
  const { articleId, contentHash, extracted } = article;
  const kept = await articles.text(articleId, contentHash);
  if (kept === undefined) throw new Error("the text accepted before expired at this moment: try again");
  const standing: AcceptedArticle = {
    ...article,
    furnitureVersion: acceptance.furnitureVersion,
    extracted: withKeptText(extracted, learned?.textBefore ?? extracted.text, kept),
  };
  return {
    acceptance: await articles.accept(standing),
    article: standing,
    fingerprint: encodeFingerprint(fingerprintOf(kept)),
  };
}
