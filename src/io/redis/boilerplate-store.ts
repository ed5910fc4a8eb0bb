/*
 * Learned boilerplate of each host, in Redis: core/extract/learned/host-memory.ts says what is counted and why.
 *
 *   redis-cli ZRANGE wirefold:{l:news.example}:furniture 0 -1 WITHSCORES    what is furniture, and until which page
 *   redis-cli HGETALL wirefold:{l:news.example}:blocks                      what is counted, with a sample of each
 */
import type { Redis } from "ioredis";
import type { BlockKey } from "../../core/extract/learned/furniture.ts";
import { furnitureVersion } from "../../core/extract/learned/furniture.ts";
import {
  type CountedBlock,
  type LearningRules,
  MAX_COUNTED_BLOCKS,
  MAX_NOTED_BLOCKS,
  type PageVote,
} from "../../core/extract/learned/host-memory.ts";
import type { ArticleId } from "../../core/model.ts";
import { boilerplateKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

export interface HostBoilerplate {
  readonly isOff: boolean;
  /** Pages of the host that voted. */
  readonly pages: number;
  /** What is taken off its pages now; undefined for nothing. */
  readonly version: string | undefined;
  /** Furniture first, then by votes. */
  readonly blocks: readonly CountedBlock[];
}

export interface BoilerplateStore {
  /** What is taken off the edges of the host's pages; undefined where the host is switched off. */
  furniture(host: string): Promise<BlockKey[] | undefined>;
  /** Takes one page's vote. Call it once for each article: when it is new. */
  learn(host: string, articleId: ArticleId, vote: PageVote): Promise<void>;
  /** What is known of a host; a host that was never seen has 0 pages. */
  read(host: string): Promise<HostBoilerplate>;
  /** Switched off, a host's pages are left as they are, and nothing is learnt from them. What was learnt stays. */
  setOff(host: string, off: boolean): Promise<void>;
  /** Forgets what was learnt of the host. It stays switched off where it was. */
  clear(host: string): Promise<void>;
}

/** A host of which no page came for so long may have another template by now. */
const KEPT_MS = 30 * 86_400_000;
/** Tells the articles of one host's votes apart. */
const ARTICLE_DIGITS = 12;
const HASH_DIGITS = 8;
const HEX = 16;

const hexOf = (hash: number): string => hash.toString(HEX).padStart(HASH_DIGITS, "0");

export function createBoilerplateStore(deps: {
  redis: Redis;
  prefix: string;
  rules: LearningRules;
}): BoilerplateStore {
  const { redis, prefix, rules } = deps;
  const learnScript = loadScript("boilerplate-learn");

  return {
    async furniture(host) {
      const keys = boilerplateKeys(prefix, host);
      const [off, furniture] = await Promise.all([
        redis.hget(keys.facts, "off"),
        redis.zrange(keys.furniture, "0", "-1"),
      ]);
      return off === null ? (furniture as BlockKey[]) : undefined;
    },
    async learn(host, articleId, { candidates, storyHashes }) {
      const { facts, noted, blocks, furniture } = boilerplateKeys(prefix, host);
      const hashes = storyHashes.map(hexOf).join("");
      const limits = [rules.minPages, rules.windowPages, KEPT_MS, MAX_NOTED_BLOCKS, MAX_COUNTED_BLOCKS];
      const words = candidates.flatMap(({ key, sample }) => [key, sample]);
      const names = [facts, noted, blocks, furniture];
      await learnScript.run(redis, names, [articleId.slice(0, ARTICLE_DIGITS), hashes, ...limits, ...words]);
    },
    async read(host) {
      const keys = boilerplateKeys(prefix, host);
      const [facts, lines, members] = await Promise.all([
        redis.hgetall(keys.facts),
        redis.hgetall(keys.blocks),
        redis.zrange(keys.furniture, "0", "-1"),
      ]);
      const furniture = new Set(members);
      const blocks = Object.entries(lines).map(([key, line]) => countedBlock(key, line, furniture.has(key)));
      blocks.sort((a, b) => Number(b.isFurniture) - Number(a.isFurniture) || b.votes - a.votes);
      const version = furnitureVersion(members as BlockKey[]);
      return { isOff: facts.off !== undefined, pages: Number(facts.pages ?? 0), version, blocks };
    },
    async setOff(host, off) {
      const { facts } = boilerplateKeys(prefix, host);
      // A person's decision outlives what was learnt; what was learnt expires again once it is used.
      if (off) await redis.multi().hset(facts, "off", "1").persist(facts).exec();
      else await redis.multi().hdel(facts, "off").pexpire(facts, KEPT_MS).exec();
    },
    async clear(host) {
      const { facts, noted, blocks, furniture } = boilerplateKeys(prefix, host);
      await redis.multi().unlink(noted, blocks, furniture).hdel(facts, "pages").exec();
    },
  };
}

/** A line as boilerplate-learn writes it. */
function countedBlock(key: string, line: string, isFurniture: boolean): CountedBlock {
  const { sample, votes } = JSON.parse(line) as { sample: string; votes: readonly unknown[] };
  return { key: key as BlockKey, sample, votes: votes.length, isFurniture };
}
