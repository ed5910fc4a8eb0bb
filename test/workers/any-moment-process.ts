/* One process of the pipeline: its stages and its loops, whose every command may be the last. */
import { FINGERPRINT_VERSION } from "../../src/core/fingerprint/fingerprint.ts";
import { createPoliteFetcher } from "../../src/io/http/polite-fetcher.ts";
import { createRedisRobotsCache, createRobots } from "../../src/io/http/robots-cache.ts";
import { createIntake } from "../../src/io/intake.ts";
import { openOutbox } from "../../src/io/outbox.ts";
import { createArticleStore } from "../../src/io/redis/article-store.ts";
import { createFeedStore } from "../../src/io/redis/feed-store.ts";
import { createFrontier, politenessHost } from "../../src/io/redis/frontier.ts";
import { clusterKeys } from "../../src/io/redis/keys.ts";
import { createPageStore } from "../../src/io/redis/page-store.ts";
import { createUrlStore } from "../../src/io/redis/url-store.ts";
import { createSubscriptionStore } from "../../src/io/websub/subscription-store.ts";
import { fetchJobId, type Payloads, type Stage } from "../../src/pipeline.ts";
import { createClusterStage } from "../../workers/cluster.ts";
import { dispatch } from "../../workers/dispatcher.ts";
import { createExtractStage } from "../../workers/extract.ts";
import { createFetchStage } from "../../workers/fetch.ts";
import { createPollStage } from "../../workers/poll.ts";
import { offerFromFeed } from "../../workers/poll-given.ts";
import { relay, webhookJobId } from "../../workers/publish.ts";
import { createSettleUrl } from "../../workers/settle.ts";
import type { StageContract } from "../../workers/stage-worker.ts";
import type { Reach } from "../support/turns.ts";
import { readPage } from "./any-moment-site.ts";
import type { World } from "./any-moment-world.ts";

const DAY_MS = 86_400_000;
const TTL_MS = 7 * DAY_MS;
const TOMBSTONE_MS = 90 * DAY_MS;
/** Short, so that what a kill leaves comes back soon; longer than any course takes for the work itself. */
const FRONTIER_TIMES = { slotMs: 20_000, holdMs: 40_000, leaseMs: 10_000 };
const PRODUCT_TOKEN = "wirefold";
const TARGETS = ["https://one.example/hook", "https://two.example/hook"];
export const WEBHOOKS = TARGETS.length;
const AT_ONCE = 4;

/** The loops beside the stages: one turn of each. */
export interface Chores {
  dispatch(): Promise<unknown>;
  leases(): Promise<unknown>;
  relay(): Promise<unknown>;
}

type Contracts = { readonly [S in Stage]: () => StageContract<S> };

export class Process implements Chores {
  private readonly redis;
  private readonly frontier;

  constructor(
    private readonly reach: Reach,
    private readonly world: World,
  ) {
    const { prefix } = world.server;
    this.redis = reach(world.server.redis);
    const { now } = world;
    this.frontier = createFrontier({ redis: this.redis, prefix, now, settings: FRONTIER_TIMES });
  }

  async dispatch(): Promise<unknown> {
    const { frontier, world } = this;
    const fetchQueue = this.reach(world.queues.fetch);
    const enqueueFetch: Parameters<typeof dispatch>[0]["enqueueFetch"] = async (entries) => {
      const queuedAt = world.nextMoment();
      for (const { urlKey, url } of entries)
        await fetchQueue.add(fetchJobId({ urlKey, queuedAt }), { urlKey, url, queuedAt });
    };
    const deps = {
      pop: (limit: number) => frontier.pop(limit),
      enqueueFetch,
      handedOver: async (entries: Parameters<typeof enqueueFetch>[0]) =>
        void (await frontier.handedOver(entries.map(({ urlKey }) => urlKey))),
      now: world.now,
    };
    return dispatch(deps, AT_ONCE);
  }

  leases(): Promise<unknown> {
    return this.frontier.requeueExpiredLeases();
  }

  async relay(): Promise<unknown> {
    // A read that has to wait takes Redis 100 ms.
    if (!(await this.world.hasEvents())) return;
    const publishQueue = this.reach(this.world.queues.publish);
    const outbox = await openOutbox(this.redis, eventsKey(this.world), "relay", { abandonedAfterMs: 0 });
    return relay({
      outbox: { ...outbox, read: (limit) => outbox.read(limit, 1) },
      targets: TARGETS,
      enqueuePublish: (jobId, payload) => publishQueue.add(jobId, payload),
      countEvent: () => undefined,
    });
  }

  private get stores() {
    const { redis, world } = this;
    const { now } = world;
    const { prefix } = world.server;
    const urls = createUrlStore({ redis, prefix, ttlMs: TOMBSTONE_MS, now });
    const pages = createPageStore({ redis, prefix, ttlMs: TTL_MS });
    const extractQueue = this.reach(world.queues.extract);
    const enqueueExtract = (urlKey: string, url: string): Promise<void> =>
      extractQueue.add(`${urlKey}-${world.nextMoment()}`, { urlKey, url });
    const intake = createIntake({
      ...{ urls, pages, now, enqueueExtract },
      pushToFrontier: async (entries) => void (await this.frontier.push(entries)),
    });
    return { urls, pages, intake, enqueueExtract, settleUrl: createSettleUrl(urls, now), now };
  }

  readonly contracts: Contracts = {
    poll: () => {
      const { redis, world, stores } = this;
      const { now } = world;
      const { prefix } = world.server;
      const feeds = createFeedStore({ redis, prefix, now });
      const [site, schedules] = [this.reach(world.site), this.reach(world.schedules)];
      return createPollStage({
        feeds,
        fetchFeed: (url, conditions) => site.fetchPage(url, conditions),
        offerUrls: (entries) => offerFromFeed(stores.intake, entries),
        heldBecause: async () => undefined,
        schedule: (url, everyMs) => schedules.set(url, everyMs),
        unschedule: (url) => schedules.remove(url),
        subscriptions: createSubscriptionStore({ redis, prefix, feeds, now }),
        ...{ now, concurrency: 1 },
      });
    },
    fetch: () => {
      const { frontier, stores } = this;
      const freeHost = (url: string, token: string): Promise<void> =>
        frontier.releaseHostSlot(politenessHost(url), token, "unused");
      return createFetchStage({
        ...stores,
        concurrency: AT_ONCE,
        fetchPolitely: this.fetchPolitely(),
        freeHost,
      });
    },
    extract: () => {
      const { redis, world, stores } = this;
      const clusterQueue = this.reach(world.queues.cluster);
      return createExtractStage({
        ...stores,
        pool: { threads: 1, run: async (task) => readPage(task) },
        alone: async (task) => readPage(task),
        articles: createArticleStore({ redis, prefix: world.server.prefix, ttlMs: TTL_MS }),
        enqueueCluster: (payload) => clusterQueue.add(`${payload.urlKey}-${payload.contentHash}`, payload),
        fetchAgain: stores.intake.fetchAgain,
        productToken: PRODUCT_TOKEN,
      });
    },
    cluster: () => {
      const { stores, world } = this;
      const articles = { text: async () => undefined };
      const { fetchAgain } = stores.intake;
      return createClusterStage({ ...stores, concurrency: 1, index: world.index, articles, fetchAgain });
    },
    publish: () => ({
      stage: "publish",
      concurrency: 1,
      work: async ({ target, event }: Payloads["publish"]) => {
        this.world.delivered.push(webhookJobId(event.id, target));
        return { kind: "advanced" };
      },
      giveUp: () => Promise.reject(new Error("the webhooks of this test take everything")),
    }),
  };

  private fetchPolitely() {
    const { redis, frontier, world } = this;
    const site = this.reach(world.site);
    const robots = createRobots({
      cache: createRedisRobotsCache(redis, world.server.prefix),
      fetchRobots: () => site.fetchRobots(),
      productToken: PRODUCT_TOKEN,
      now: world.now,
    });
    const fetcher = { fetchPage: site.fetchPage };
    const rights = undefined;
    return createPoliteFetcher({ fetcher, robots, rights, frontier, sleep: world.pass, now: world.now })
      .fetchPolitely;
  }
}

export const eventsKey = ({ server }: Pick<World, "server">): string =>
  clusterKeys(server.prefix, FINGERPRINT_VERSION).events();
