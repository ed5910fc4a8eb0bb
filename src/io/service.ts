/*
 * Everything that stands on Redis, opened once: what the workers, the commands and the demo share.
 * No work starts here; workers/main.ts starts it.
 */
import type { Redis } from "ioredis";
import type { Settings } from "../../config/settings.ts";
import type { ClusterIndex } from "../core/cluster/cluster-index.ts";
import { WINDOW_PAGES } from "../core/extract/learned/host-memory.ts";
import type { ArticleId, RevisionId, UrlKey } from "../core/model.ts";
import { DAY_MS } from "../core/units.ts";
import { revisionIdOf } from "../core/url/ids.ts";
import type { Payloads } from "../pipeline.ts";
import { createIntake, type Intake, type IntakeDeps } from "./intake.ts";
import { closeQueues, createQueues, type StageQueues } from "./queues.ts";
import { createRates, type Rates } from "./rates.ts";
import { type ArticleStore, createArticleStore } from "./redis/article-store.ts";
import { type BoilerplateStore, createBoilerplateStore } from "./redis/boilerplate-store.ts";
import { createRedisClusterIndex } from "./redis/cluster-index.ts";
import { MS_PER_HOUR } from "./redis/cluster-index-anchors.ts";
import { CLOCK_GRACE_MS } from "./redis/cluster-index-expiry.ts";
import { openRedis, type RedisAccess } from "./redis/connection.ts";
import { createFeedStore, type FeedStore } from "./redis/feed-store.ts";
import { createFrontier, type Frontier } from "./redis/frontier.ts";
import { createPageStore, type PageStore } from "./redis/page-store.ts";
import { createUrlStore, type UrlStore } from "./redis/url-store.ts";
import { createSubscriptionStore, type SubscriptionStore } from "./websub/subscription-store.ts";

/** An index entry stays until its hour is over and clocks an hour apart agree on that; without its text it is compared by samples. */
const TEXT_OUTLASTS_MS = MS_PER_HOUR + CLOCK_GRACE_MS;
/** A host's slot must outlast the slowest fetch and the polite waits between its redirects. */
const SLOT_MARGIN_MS = 40_000;

export interface Service {
  readonly settings: Settings;
  readonly access: RedisAccess;
  readonly redis: Redis;
  readonly urls: UrlStore;
  readonly pages: PageStore;
  readonly articles: ArticleStore;
  readonly boilerplate: BoilerplateStore;
  readonly frontier: Frontier;
  readonly index: ClusterIndex;
  readonly feeds: FeedStore;
  readonly subscriptions: SubscriptionStore;
  readonly queues: StageQueues;
  readonly rates: Rates;
  readonly intake: Intake;
  readonly now: () => number;
  enqueueExtract(urlKey: UrlKey, url: string): Promise<void>;
  enqueueCluster(payload: Payloads["cluster"]): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Told in one line when an embedded Redis has to be fetched first. */
  readonly say: (message: string) => void;
  readonly now?: () => number;
}

type Stores = Pick<
  Service,
  "urls" | "pages" | "articles" | "boilerplate" | "frontier" | "index" | "feeds" | "subscriptions" | "rates"
>;

function createStores(redis: Redis, settings: Settings, now: () => number): Stores {
  const prefix = settings.KEY_PREFIX;
  const windowMs = settings.WINDOW_DAYS * DAY_MS;
  const tombstoneMs = settings.TOMBSTONE_DAYS * DAY_MS;
  const articles = createArticleStore({ redis, prefix, ttlMs: windowMs + TEXT_OUTLASTS_MS });
  const rules = { minPages: settings.BOILERPLATE_MIN_PAGES, windowPages: WINDOW_PAGES };
  const feeds = createFeedStore({ redis, prefix, now });
  const slotMs = settings.FETCH_TIMEOUT_MS + SLOT_MARGIN_MS;
  return {
    articles,
    feeds,
    urls: createUrlStore({ redis, prefix, ttlMs: tombstoneMs, now }),
    pages: createPageStore({ redis, prefix, ttlMs: settings.PAGE_TTL_DAYS * DAY_MS }),
    boilerplate: createBoilerplateStore({ redis, prefix, rules }),
    // Without a clock of ours the server's counts: those of several machines would differ.
    frontier: createFrontier({
      redis,
      prefix,
      settings: {
        hostDelayMs: settings.HOST_DELAY_MS,
        hostConcurrency: settings.HOST_CONCURRENCY,
        slotMs,
        holdMs: 2 * slotMs,
      },
    }),
    index: createRedisClusterIndex({
      redis,
      prefix,
      now,
      windowMs,
      tombstoneMs,
      keptEvents: settings.OUTBOX_MAX_EVENTS,
      loadText: (articleId, revisionId) => revisionText(articles, articleId, revisionId),
    }),
    subscriptions: createSubscriptionStore({ redis, prefix, feeds, now }),
    rates: createRates({ redis, prefix, now }),
  };
}

/** @throws where no Redis can be had; the message says what to do */
export async function openService(settings: Settings, options: OpenOptions): Promise<Service> {
  const now = options.now ?? Date.now;
  const access = await openRedis(settings, options.say);
  const redis = access.connect();
  const stores = createStores(redis, settings, now);
  const { urls, pages, frontier } = stores;
  const queues = createQueues(access.connect(), settings);
  // Job ids are hashes: a job id is never made of input.
  const enqueueExtract = async (urlKey: UrlKey, url: string): Promise<void> => {
    // With the moment: a job for the same URL that is just ending must not swallow this one.
    await queues.extract.add("extract", { urlKey, url }, { jobId: `${urlKey}-${now()}` });
  };
  const pushToFrontier: IntakeDeps["pushToFrontier"] = async (entries) => {
    await frontier.push(entries);
  };
  return {
    ...stores,
    settings,
    access,
    redis,
    queues,
    intake: createIntake({ urls, pages, now, pushToFrontier, enqueueExtract }),
    now,
    enqueueExtract,
    async enqueueCluster(payload) {
      const jobId = `${payload.urlKey}-${payload.contentHash}`;
      await queues.cluster.add("cluster", payload, { jobId });
    },
    // An embedded server is left whatever became of the queues: or it would run on.
    close: () => closeQueues(queues).finally(() => access.close()),
  };
}

/** The index names a text by its RevisionId, the articles by its content hash: nearly always there is one. */
async function revisionText(
  articles: ArticleStore,
  articleId: ArticleId,
  revisionId: RevisionId,
): Promise<string | undefined> {
  const revisions = await articles.revisions(articleId);
  const found = revisions.find(({ contentHash }) => revisionIdOf(articleId, contentHash) === revisionId);
  return found && articles.text(articleId, found.contentHash);
}
