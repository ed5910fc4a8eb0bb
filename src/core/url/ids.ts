/* The names of things: every id is a hash, so that no id ever carries input into a key or a job. */
import { createHash } from "node:crypto";
import type { ArticleId, ContentHash, RevisionId, UrlKey } from "../model.ts";
import { URL_RULES_VERSION } from "./canonical-url.ts";

/** 32 hex digits are 128 bits: with 1e10 articles, two share an id with a chance of 1e-19. */
const ID_HEX_DIGITS = 32;
/** 16 hex digits: revisions are told apart within one article only. */
const REVISION_HEX_DIGITS = 16;

const sha256Hex = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * @param canonical a URL after the syntax rules (`canonicalUrl`)
 * @returns a key that changes with the version of the rules: new rules add keys, they never rename old ones
 */
export function urlKey(canonical: string): UrlKey {
  return sha256Hex(`${URL_RULES_VERSION} ${canonical}`).slice(0, ID_HEX_DIGITS) as UrlKey;
}

/** @param canonical the final canonical URL, after redirects and `rel=canonical`; or a `urn:sha256:` name */
export function articleIdOf(canonical: string): ArticleId {
  return sha256Hex(canonical).slice(0, ID_HEX_DIGITS) as ArticleId;
}

/**
 * Title and text as one string in which no title can borrow from the text: its length stands in front.
 * A missing title and an empty one are the same article.
 */
const titleAndText = (title: string | null, text: string): string =>
  `${title?.length ?? 0}:${title ?? ""}${text}`;

/** @param text clean text, before learned furniture is removed */
export function contentHashOf(title: string | null, text: string): ContentHash {
  return sha256Hex(titleAndText(title, text)).slice(0, ID_HEX_DIGITS) as ContentHash;
}

export function revisionIdOf(articleId: ArticleId, contentHash: ContentHash): RevisionId {
  return sha256Hex(`${articleId} ${contentHash}`).slice(0, REVISION_HEX_DIGITS) as RevisionId;
}

/** The name of a text that has no URL: `urn:sha256:` and 64 hex digits over title and text as given. */
export function localUrn(title: string | null, text: string): string {
  return `urn:sha256:${sha256Hex(titleAndText(title, text))}`;
}
