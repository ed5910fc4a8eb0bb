/*
 * Fetched pages between fetch and extract: gzipped in Redis, never in job data. The bytes waiting are
 * summed, so that fetching can pause; what nobody extracts is garbage after PAGE_TTL_DAYS.
 */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Redis } from "ioredis";
import type { AnnouncedFields } from "../../core/extract/metadata/announced.ts";
import type { RightsStatements } from "../../core/fetch/rights.ts";
import type { UrlKey } from "../../core/model.ts";
import { articleKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const compress = promisify(gzip);
/** Level 1 costs a third of level 6 and the page lives for a second. */
const GZIP_LEVEL = 1;
/** Most pages come out in one piece: each piece is a way to zlib's thread and back. */
const GZIP_CHUNK_BYTES = 65_536;

/** A page as fetched: bytes before charset decoding. */
export interface StoredPage {
  readonly kind: "html" | "text";
  readonly body: Buffer;
  readonly contentType: string | undefined;
  readonly finalUrl: string;
  /** The page's ETag and Last-Modified: remembered once its article is accepted, never before. */
  readonly validators?:
    | { readonly etag?: string | undefined; readonly lastModified?: string | undefined }
    | undefined;
  /** ms since epoch. */
  readonly fetchedAt: number;
  /** Fields that a caller or a feed's follower knows better than the page: title, publisher, language. */
  readonly given?: GivenFields | undefined;
  /** What the feed said that announced it, for what the page leaves unsaid. */
  readonly announced?: AnnouncedFields | undefined;
  /** What the response's headers said about keeping and mining it. */
  readonly rights?: RightsStatements | undefined;
  /** Made of what stood in a feed: the page itself was not asked for. */
  readonly fromFeed?: boolean | undefined;
}

export interface GivenFields {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly datePublished?: string | undefined;
  /** BCP 47 tag. */
  readonly language?: string | undefined;
  /** Who said so; default the caller. */
  readonly by?: "caller" | "feed" | undefined;
}

export interface WaitingPage extends Omit<StoredPage, "body"> {
  readonly gzipped: Buffer;
}

export interface PageStore {
  put(urlKey: UrlKey, page: StoredPage): Promise<void>;
  get(urlKey: UrlKey): Promise<WaitingPage | undefined>;
  /** @param fetchedAt only the page of this moment: another may have been fetched since. Undefined: whichever is there */
  delete(urlKey: UrlKey, fetchedAt?: number): Promise<void>;
  /** Compressed bytes of all pages that wait. */
  backlogBytes(): Promise<number>;
  /** Takes pages off the sum that expired unread; returns how many. */
  reconcile(): Promise<number>;
}

const SCAN_COUNT = 500;

export function createPageStore(deps: { redis: Redis; prefix: string; ttlMs: number }): PageStore {
  const { redis, ttlMs } = deps;
  const keys = articleKeys(deps.prefix);
  const backlogSet = loadScript("backlog-set");
  const deleteScript = loadScript("page-delete");
  const note = (urlKey: UrlKey, bytes: number): Promise<unknown> =>
    backlogSet.run(redis, [keys.backlog(), keys.backlogBytes()], [urlKey, bytes]);

  return {
    async put(urlKey, page) {
      const gzipped = await compress(page.body, { level: GZIP_LEVEL, chunkSize: GZIP_CHUNK_BYTES });
      const { body: _body, ...facts } = page;
      await redis
        .multi()
        .hset(keys.page(urlKey), { gzipped, facts: JSON.stringify(facts) })
        .pexpire(keys.page(urlKey), ttlMs)
        .exec();
      await note(urlKey, gzipped.byteLength);
    },
    async get(urlKey) {
      const stored = await redis.hgetallBuffer(keys.page(urlKey));
      if (!stored.gzipped || !stored.facts) return undefined;
      // Written by put above: the shape is ours.
      const facts = JSON.parse(stored.facts.toString("utf8")) as Omit<StoredPage, "body">;
      return { ...facts, gzipped: stored.gzipped };
    },
    async delete(urlKey, fetchedAt) {
      // Off the sum first: whoever is killed in between finds the page and comes here again. One that was fetched since
      // stays uncounted while it waits.
      await note(urlKey, 0);
      await deleteScript.run(redis, [keys.page(urlKey)], [fetchedAt ?? ""]);
    },
    async backlogBytes() {
      return Number((await redis.get(keys.backlogBytes())) ?? 0);
    },
    async reconcile() {
      let gone = 0;
      for await (const chunk of redis.hscanStream(keys.backlog(), { count: SCAN_COUNT })) {
        const fields = (chunk as string[]).filter((_, index) => index % 2 === 0) as UrlKey[];
        for (const urlKey of fields) {
          if ((await redis.exists(keys.page(urlKey))) === 1) continue;
          await note(urlKey, 0);
          gone++;
        }
      }
      return gone;
    },
  };
}
