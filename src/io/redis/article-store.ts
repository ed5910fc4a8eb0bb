/*
 * Articles: the readable fields of the newest revision, the clean text of each revision (deflated), and
 * what was removed from the page. The same revision twice changes nothing.
 */
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import type { Redis } from "ioredis";
import type {
  ArticleId,
  ContentHash,
  ExtractedArticle,
  NewsTime,
  RemovedBlock,
  UrlKey,
} from "../../core/model.ts";
import { articleKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Which article it is, in which of its revisions, and how that came. */
interface ArticleOrigin {
  readonly articleId: ArticleId;
  readonly contentHash: ContentHash;
  readonly urlKey: UrlKey;
  /** After redirects; `urn:sha256:…` for local text. */
  readonly url: string;
  /** The canonical URL the ArticleId was made of. */
  readonly canonicalUrl: string;
  /** Registrable domain, or what the caller named. */
  readonly publisher: string | null;
  /** ms since epoch. */
  readonly fetchedAt: number;
  /** Version of the learned boilerplate the text was held against; undefined for none. */
  readonly furnitureVersion?: string | undefined;
}

/** An article as it is accepted: with what extraction made of it. */
export interface AcceptedArticle extends ArticleOrigin {
  readonly extracted: ExtractedArticle;
}

export type Acceptance =
  | { readonly kind: "new" }
  | { readonly kind: "revised"; readonly olderHash: ContentHash }
  /** This very text is known, and came by the URL with this key. */
  | { readonly kind: "unchanged"; readonly urlKey: UrlKey }
  /** A newer revision is known; this one is kept beside it. */
  | { readonly kind: "older" }
  /**
   * This revision stands with other furniture taken off, and its text's fingerprint may be in the index: nothing
   * was written. Accept the text that stands, with its version.
   */
  | { readonly kind: "other-furniture"; readonly furnitureVersion: string | undefined };

export interface Revision {
  readonly contentHash: ContentHash;
  readonly fetchedAt: number;
  readonly title: string | null;
  readonly wordCount: number;
  readonly furnitureVersion?: string | undefined;
}

/** An article as it is read. */
export interface StoredArticle
  extends ArticleOrigin,
    Omit<ExtractedArticle, "text" | "removed" | keyof ArticleOrigin> {
  /** Removed blocks by reason. */
  readonly removedCounts: Readonly<Record<string, number>>;
}

export interface ArticleStore {
  accept(article: AcceptedArticle): Promise<Acceptance>;
  get(articleId: ArticleId): Promise<StoredArticle | undefined>;
  getMany(articleIds: readonly ArticleId[]): Promise<Array<StoredArticle | undefined>>;
  text(articleId: ArticleId, contentHash: ContentHash): Promise<string | undefined>;
  removed(articleId: ArticleId): Promise<readonly RemovedBlock[]>;
  revisions(articleId: ArticleId): Promise<readonly Revision[]>;
}

/** A menu's hundred lines tell nothing more; another story's paragraphs are told in full. */
const MAX_BLOCK_CHARACTERS = 1_000;
/** Removed text took half of an article's memory at ten times this (measured by bench:pipeline). */
const MAX_REMOVED_CHARACTERS = 20_000;

function boundedRemoved(blocks: readonly RemovedBlock[]): RemovedBlock[] {
  const kept: RemovedBlock[] = [];
  let room = MAX_REMOVED_CHARACTERS;
  for (const block of blocks) {
    if (room <= 0) break;
    const text = block.text.slice(0, Math.min(room, MAX_BLOCK_CHARACTERS));
    kept.push({ ...block, text });
    room -= text.length;
  }
  return kept;
}

function countByReason(blocks: readonly RemovedBlock[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of blocks) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** Fields a person reads in redis-cli as they are; the whole article stands beside them as JSON. */
function readableFields(article: AcceptedArticle): string[] {
  const { text: _text, removed, ...extracted } = article.extracted;
  const { extracted: _extracted, ...came } = article;
  const stored: StoredArticle = { ...extracted, ...came, removedCounts: countByReason(removed) };
  const fields: Record<string, string | null> = {
    articleId: article.articleId,
    contentHash: article.contentHash,
    urlKey: article.urlKey,
    fetchedAt: String(article.fetchedAt),
    canonicalUrl: article.canonicalUrl,
    title: extracted.title,
    publisher: article.publisher,
    authors: extracted.authors.join("; "),
    creditText: extracted.creditText,
    dateline: extracted.dateline,
    datePublished: timeValue(extracted.datePublished),
    dateModified: timeValue(extracted.dateModified),
    language: extracted.language,
    wordCount: String(extracted.wordCount),
    furnitureVersion: article.furnitureVersion ?? null,
    article: JSON.stringify(stored),
  };
  return Object.entries(fields).flatMap(([name, value]) =>
    value === null || value === "" ? [] : [name, value],
  );
}

const timeValue = (time: NewsTime | null): string | null => time?.value ?? null;

const parseStored = (line: string | null | undefined): StoredArticle | undefined =>
  line ? (JSON.parse(line) as StoredArticle) : undefined;

function parseAcceptance(answer: readonly string[]): Acceptance {
  const [word, detail = ""] = answer;
  if (word === "new" || word === "older") return { kind: word };
  if (word === "revised") return { kind: word, olderHash: detail as ContentHash };
  if (word === "unchanged") return { kind: word, urlKey: detail as UrlKey };
  if (word === "other-furniture") return { kind: word, furnitureVersion: detail || undefined };
  throw new Error(`article-accept answered ${word}`);
}

export function createArticleStore(deps: { redis: Redis; prefix: string; ttlMs: number }): ArticleStore {
  const { redis, ttlMs } = deps;
  const keys = articleKeys(deps.prefix);
  const acceptScript = loadScript("article-accept");

  return {
    async accept(article) {
      const { articleId: id, contentHash, fetchedAt, furnitureVersion, extracted } = article;
      const revision: Revision = {
        contentHash,
        fetchedAt,
        title: extracted.title,
        wordCount: extracted.wordCount,
        furnitureVersion,
      };
      const [text, removed] = await Promise.all([
        deflate(extracted.text),
        deflate(JSON.stringify(boundedRemoved(extracted.removed))),
      ]);
      const names = [keys.article(id), keys.revisions(id), keys.text(id, contentHash), keys.removed(id)];
      const line = JSON.stringify(revision);
      const args = [contentHash, fetchedAt, ttlMs, line, text, removed, furnitureVersion ?? ""];
      const answer = await acceptScript.run(redis, names, [...args, ...readableFields(article)]);
      return parseAcceptance(answer as string[]);
    },
    async get(articleId) {
      return parseStored(await redis.hget(keys.article(articleId), "article"));
    },
    async getMany(articleIds) {
      const pipeline = redis.pipeline();
      for (const id of articleIds) pipeline.hget(keys.article(id), "article");
      const answers = (await pipeline.exec()) ?? [];
      return answers.map(([error, line]) => {
        if (error) throw error;
        return parseStored(typeof line === "string" ? line : undefined);
      });
    },
    async text(articleId, contentHash) {
      const deflated = await redis.getBuffer(keys.text(articleId, contentHash));
      return deflated ? (await inflate(deflated)).toString("utf8") : undefined;
    },
    async removed(articleId) {
      const deflated = await redis.getBuffer(keys.removed(articleId));
      return deflated ? (JSON.parse((await inflate(deflated)).toString("utf8")) as RemovedBlock[]) : [];
    },
    async revisions(articleId) {
      const lines = Object.values(await redis.hgetall(keys.revisions(articleId)));
      return lines.map((line) => JSON.parse(line) as Revision).sort((a, b) => a.fetchedAt - b.fetchedAt);
    },
  };
}
