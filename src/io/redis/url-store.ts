/*
 * What wirefold knows of each URL ever offered: its state, the last step of each stage, and the outcome
 * it ended in. `explain` prints this record. It outlives the article as its tombstone.
 */
import type { Redis } from "ioredis";
import type { ArticleId, UrlKey } from "../../core/model.ts";
import type { Outcome } from "../../core/outcome.ts";
import type { Announcement } from "../../core/poll/announcement.ts";
import { STAGES, type Stage } from "../../pipeline.ts";
import { articleKeys } from "./keys.ts";
import type { GivenFields } from "./page-store.ts";
import { loadScript } from "./scripts.ts";

/** The last thing a stage did with a URL. */
export interface Step {
  readonly stage: Stage;
  /** An outcome's kind, or `advanced`, `retried`, … */
  readonly result: string;
  /** ms since epoch. */
  readonly at: number;
  readonly message?: string | undefined;
  readonly rule?: string | undefined;
}

export interface UrlRecord {
  readonly url: string;
  readonly state: "offered" | "waiting" | "settled";
  readonly source: string;
  readonly firstOfferedAt: number;
  readonly offeredAt: number;
  readonly outcome?: Outcome;
  readonly articleId?: ArticleId;
  readonly etag?: string;
  readonly lastModified?: string;
  /** What a feed said of it, if one announced it. */
  readonly announced?: Announcement;
  /** What its article is given, whatever its page says. */
  readonly given?: GivenFields;
  readonly steps: readonly Step[];
}

export interface UrlOffer {
  readonly urlKey: UrlKey;
  readonly url: string;
  /** Who offered it: `enqueue`, or a feed's URL. */
  readonly source: string;
  /** Fetch it again although it has an outcome. */
  readonly refetch: boolean;
  /** Kept with the record; of a URL that is known already only where no feed announced it before. */
  readonly announced?: Announcement | undefined;
  /** Kept until the URL is queued with other fields. */
  readonly given?: GivenFields | undefined;
}

export interface UrlStore {
  offer(offer: UrlOffer): Promise<"queued" | "already-known">;
  /** The URL reached the frontier or a queue: a repeated offer is now `already-known`. */
  markWaiting(urlKeys: readonly UrlKey[]): Promise<void>;
  step(urlKey: UrlKey, step: Step): Promise<void>;
  /** Writes the outcome; true where the URL was not settled before. */
  settle(urlKey: UrlKey, step: Step, outcome: Outcome): Promise<boolean>;
  rememberValidators(
    urlKey: UrlKey,
    validators: { etag?: string | undefined; lastModified?: string | undefined },
  ): Promise<void>;
  get(urlKey: UrlKey): Promise<UrlRecord | undefined>;
  /** Outcomes of many URLs, undefined where there is none yet. */
  outcomes(urlKeys: readonly UrlKey[]): Promise<Array<Outcome | undefined>>;
}

const stepField = (stage: Stage): string => `step.${stage}`;

/** Records are written by this file only: what they parse to is ours. */
function parseRecord(fields: Record<string, string>): UrlRecord {
  const steps = STAGES.flatMap((stage) => {
    const line = fields[stepField(stage)];
    return line === undefined ? [] : [JSON.parse(line) as Step];
  });
  return {
    url: fields.url ?? "",
    state: (fields.state ?? "offered") as UrlRecord["state"],
    source: fields.source ?? "",
    firstOfferedAt: Number(fields.firstOfferedAt ?? 0),
    offeredAt: Number(fields.offeredAt ?? 0),
    ...(fields.outcome === undefined ? {} : { outcome: JSON.parse(fields.outcome) as Outcome }),
    ...(fields.articleId === undefined ? {} : { articleId: fields.articleId as ArticleId }),
    ...(fields.etag === undefined ? {} : { etag: fields.etag }),
    ...(fields.lastModified === undefined ? {} : { lastModified: fields.lastModified }),
    ...(fields.announced === undefined ? {} : { announced: JSON.parse(fields.announced) as Announcement }),
    ...(fields.given === undefined ? {} : { given: JSON.parse(fields.given) as GivenFields }),
    steps: steps.sort((a, b) => a.at - b.at),
  };
}

export function createUrlStore(deps: {
  redis: Redis;
  prefix: string;
  /** How long a URL stays known, ms. */
  ttlMs: number;
  now: () => number;
}): UrlStore {
  const { redis, ttlMs, now } = deps;
  const keys = articleKeys(deps.prefix);
  const offerScript = loadScript("url-offer");
  const settleScript = loadScript("url-settle");
  const waitingScript = loadScript("url-waiting");

  return {
    async offer({ urlKey, url, source, refetch, announced, given }) {
      const facts = [announced, given].map((each) => (each === undefined ? "" : JSON.stringify(each)));
      const args = [url, now(), source, refetch ? "1" : "0", ttlMs, ...facts];
      const [word] = (await offerScript.run(redis, [keys.url(urlKey)], args)) as [string];
      return word === "queued" ? "queued" : "already-known";
    },
    async markWaiting(urlKeys) {
      await Promise.all(urlKeys.map((urlKey) => waitingScript.run(redis, [keys.url(urlKey)], [])));
    },
    async step(urlKey, step) {
      await redis.hset(keys.url(urlKey), stepField(step.stage), JSON.stringify(step));
    },
    async settle(urlKey, step, outcome) {
      const articleId = "articleId" in outcome ? outcome.articleId : "";
      const args = [step.stage, JSON.stringify(step), JSON.stringify(outcome), articleId, ttlMs];
      return (await settleScript.run(redis, [keys.url(urlKey)], args)) === 1;
    },
    async rememberValidators(urlKey, { etag, lastModified }) {
      const fields = { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
      if (Object.keys(fields).length > 0) await redis.hset(keys.url(urlKey), fields);
    },
    async get(urlKey) {
      const fields = await redis.hgetall(keys.url(urlKey));
      return fields.url === undefined ? undefined : parseRecord(fields);
    },
    async outcomes(urlKeys) {
      const pipeline = redis.pipeline();
      for (const urlKey of urlKeys) pipeline.hget(keys.url(urlKey), "outcome");
      const answers = (await pipeline.exec()) ?? [];
      return answers.map(([error, line]) => {
        if (error) throw error;
        return typeof line === "string" ? (JSON.parse(line) as Outcome) : undefined;
      });
    },
  };
}
