/*
 * The composition root: every stage's worker, the loops beside them and the health server, made of their
 * parts here and nowhere else. Closing drains: loops stop first, so that nothing new begins, then the
 * workers end what they have.
 */
import { randomUUID } from "node:crypto";
import { createServer, type Readiness } from "../src/api/server.ts";
import type { WebsubRoutes } from "../src/api/websub.ts";
import { productTokenOf } from "../src/core/fetch/product-token.ts";
import { FINGERPRINT_VERSION } from "../src/core/fingerprint/fingerprint.ts";
import { assertKernelMatchesReference } from "../src/core/fingerprint/reference.ts";
import { type BacklogWatch, createBacklogWatch } from "../src/io/backlog.ts";
import { createExtractAlone } from "../src/io/extract-alone.ts";
import { createExtractPool } from "../src/io/extract-pool.ts";
import { pollFeedNow, reconcileSchedules, scheduleFeed, unscheduleFeed } from "../src/io/feed-scheduler.ts";
import type { Log } from "../src/io/log.ts";
import { createMetrics, type Metrics } from "../src/io/metrics.ts";
import { createNetwork } from "../src/io/network.ts";
import { openOutbox } from "../src/io/outbox.ts";
import { clusterKeys } from "../src/io/redis/keys.ts";
import type { Service } from "../src/io/service.ts";
import type { Stage } from "../src/pipeline.ts";
import { fetchJobId, STAGES } from "../src/pipeline.ts";
import { startArchive } from "./archive.ts";
import { createClusterStage } from "./cluster.ts";
import { startDispatcher } from "./dispatcher.ts";
import { createExtractStage } from "./extract.ts";
import { createFetchStage } from "./fetch.ts";
import { createPollStage } from "./poll.ts";
import { heldBecause, offerFromFeed } from "./poll-given.ts";
import { answerIntent, type PushDeps, receivePush } from "./poll-push.ts";
import { startSubscribing } from "./poll-websub.ts";
import { createPublishStage, startRelay } from "./publish.ts";
import { createSettleUrl } from "./settle.ts";
import { type RunningStage, type StageWorkerDeps, startStage } from "./stage-worker.ts";
import { startLeases, startRates, startReconciling, startUpkeep } from "./upkeep.ts";

export interface RunningWorkers {
  /** Where the health server listens: `http://127.0.0.1:8480`. */
  readonly address: string;
  readonly metrics: Metrics;
  close(): Promise<void>;
}

interface Parts {
  readonly service: Service;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly backlog: BacklogWatch;
  readonly worker: StageWorkerDeps;
}

/** What a stage starts; closed in the order given. */
type StartStage = (parts: Parts) => Promise<readonly RunningStage[]>;

const startFetch: StartStage = async ({ service, log, metrics, backlog, worker }) => {
  const { settings, frontier, queues, urls, pages, now } = service;
  const archive = await startArchive(service, log, metrics);
  const network = createNetwork(service, { onExchange: archive?.onExchange });
  // Kept at the queue, so that it holds for all processes: the one that starts last says how many.
  await queues.fetch.setGlobalConcurrency(settings.FETCH_LIMIT);
  const stage = createFetchStage({
    concurrency: settings.FETCH_CONCURRENCY,
    urls,
    pages,
    settleUrl: createSettleUrl(urls, now),
    ...network,
    enqueueExtract: (urlKey, url) => service.enqueueExtract(urlKey, url),
    now,
  });
  const dispatcher = startDispatcher({
    log,
    concurrency: settings.FETCH_CONCURRENCY,
    pop: (limit) => frontier.pop(limit),
    async enqueueFetch(entries) {
      // With the moment: a job for the same URL that is just ending must not swallow this one.
      const queuedAt = now();
      await queues.fetch.addBulk(
        entries.map(({ urlKey, url }) => ({
          name: "fetch",
          data: { urlKey, url, queuedAt },
          opts: { jobId: fetchJobId({ urlKey, queuedAt }) },
        })),
      );
    },
    async handedOver(entries) {
      await frontier.handedOver(entries.map((entry) => entry.urlKey));
    },
    waitingJobs: () => queues.fetch.getJobCountByTypes("waiting", "prioritized"),
    pauseReason: () => backlog.pauseReason(),
    setPaused: (paused) => metrics.setIntakePaused(paused),
    now,
  });
  const loops = [dispatcher, startLeases(service, log), startReconciling(service, log)];
  return [...loops, startStage(stage, worker), ...(archive?.running ?? [])];
};

const startExtract: StartStage = async ({ service, worker }) => {
  const { settings, urls, pages, articles, intake, now } = service;
  const timeoutMs = settings.EXTRACT_TIMEOUT_MS;
  const pool = createExtractPool({ threads: settings.EXTRACT_THREADS, timeoutMs });
  const stage = createExtractStage({
    pool,
    alone: createExtractAlone({ timeoutMs }),
    urls,
    pages,
    articles,
    boilerplate: settings.LEARN_BOILERPLATE === "true" ? service.boilerplate : undefined,
    settleUrl: createSettleUrl(urls, now),
    enqueueCluster: (payload) => service.enqueueCluster(payload),
    fetchAgain: (urlKey, url) => intake.fetchAgain(urlKey, url),
    productToken: productTokenOf(settings.USER_AGENT),
    now,
  });
  return [startStage(stage, worker), pool];
};

const startCluster: StartStage = async ({ service, log, worker }) => {
  assertKernelMatchesReference();
  const { settings, index, articles, intake, urls, now } = service;
  const concurrency = settings.CLUSTER_CONCURRENCY;
  const stage = createClusterStage({
    concurrency,
    index,
    articles,
    settleUrl: createSettleUrl(urls, now),
    fetchAgain: (urlKey, url) => intake.fetchAgain(urlKey, url),
  });
  return [startUpkeep(service, log), startStage(stage, worker)];
};

const startPublish: StartStage = async ({ service, log, metrics, worker }) => {
  const { settings, access, queues } = service;
  const events = clusterKeys(settings.KEY_PREFIX, FINGERPRINT_VERSION).events();
  const outbox = await openOutbox(access.connect(), events, randomUUID());
  const relay = startRelay({
    log,
    outbox,
    targets: settings.WEBHOOK_URLS.split(/\s+/).filter((url) => url !== ""),
    async enqueuePublish(jobId, payload) {
      await queues.publish.add("publish", payload, { jobId });
    },
    countEvent: (type) => metrics.countEvent(type),
  });
  const stage = createPublishStage({
    concurrency: settings.PUBLISH_CONCURRENCY,
    timeoutMs: settings.WEBHOOK_TIMEOUT_MS,
    userAgent: settings.USER_AGENT,
    log,
  });
  return [relay, { close: () => outbox.close() }, startStage(stage, worker)];
};

const startPoll: StartStage = async ({ service, log, backlog, worker }) => {
  const { settings, feeds, intake, queues, now } = service;
  const { fetchFeed, askHub } = createNetwork(service);
  const callbackBase = settings.WEBSUB_CALLBACK_URL;
  const subscriptions = callbackBase === "" ? undefined : service.subscriptions;
  const reconciled = await reconcileSchedules(queues.poll, feeds);
  log.info(reconciled, "feed schedules agree with the feeds");
  const stage = createPollStage({
    feeds,
    fetchFeed,
    offerUrls: (entries) => offerFromFeed(intake, entries),
    heldBecause: (what) => heldBecause(backlog, what),
    schedule: (feedUrl, everyMs) => scheduleFeed(queues.poll, feedUrl, everyMs),
    unschedule: (feedUrl) => unscheduleFeed(queues.poll, feedUrl),
    subscriptions,
    now,
    concurrency: settings.POLL_CONCURRENCY,
  });
  if (!subscriptions) return [startStage(stage, worker)];
  const pollNow = (feedUrl: string): Promise<void> => pollFeedNow(queues.poll, feedUrl);
  const subscribing = { subscriptions, feeds, askHub, callbackBase, pollNow, log, now };
  return [startSubscribing(subscribing), startStage(stage, worker)];
};

const STARTERS: { readonly [S in Stage]: StartStage } = {
  poll: startPoll,
  fetch: startFetch,
  extract: startExtract,
  cluster: startCluster,
  publish: startPublish,
};

/** A Redis that answers within this is ready; one that is saving or full may take seconds. */
const PING_LIMIT_MS = 2_000;

async function readiness(service: Service, backlog: BacklogWatch): Promise<Readiness> {
  const timeout = new Promise<false>((done) => setTimeout(done, PING_LIMIT_MS, false).unref());
  const answered = await Promise.race([service.redis.ping().then(() => true as const), timeout]).catch(
    () => false,
  );
  const redis = answered
    ? { name: "redis", ready: true }
    : { name: "redis", ready: false, message: `no answer to PING within ${PING_LIMIT_MS} ms` };
  if (!answered) return { ready: false, parts: [redis] };
  const reason = await backlog.pauseReason();
  const intake =
    reason === undefined
      ? { name: "intake", ready: true }
      : { name: "intake", ready: false, message: reason };
  // Paused intake is a state to be seen, not a reason to take the service out of use.
  return { ready: true, parts: [redis, intake] };
}

/** Every process answers hubs, whatever its stages: a proxy knows none of them. */
function websubRoutes(service: Service, backlog: BacklogWatch, log: Log): WebsubRoutes | undefined {
  const { settings, subscriptions, feeds, intake, queues, now } = service;
  if (settings.WEBSUB_CALLBACK_URL === "") return undefined;
  const deps: PushDeps = {
    subscriptions,
    feeds,
    offerUrls: (entries) => offerFromFeed(intake, entries),
    heldBecause: (what) => heldBecause(backlog, what),
    pollNow: (feedUrl) => pollFeedNow(queues.poll, feedUrl),
    log,
    now,
  };
  return {
    isKnown: async (id) => (await subscriptions.get(id)) !== undefined,
    answerIntent: (id, query) => answerIntent(deps, id, query),
    receivePush: (id, push) => receivePush(deps, id, push),
    maxBodyBytes: settings.MAX_FEED_BYTES,
  };
}

async function startHttp(service: Service, metrics: Metrics, backlog: BacklogWatch, log: Log) {
  const server = createServer({
    websub: websubRoutes(service, backlog, log),
    registry: metrics.registry,
    readiness: () => readiness(service, backlog),
    async refreshGauges() {
      metrics.setBacklogBytes(await service.pages.backlogBytes());
      for (const stage of STAGES) metrics.setWaiting(stage, await service.queues[stage].getWaitingCount());
    },
  });
  const address = await server.listen({ host: service.settings.HTTP_HOST, port: service.settings.HTTP_PORT });
  return { address, close: () => server.close() };
}

export async function startWorkers(
  service: Service,
  options: { readonly stages: readonly Stage[]; readonly log: Log },
): Promise<RunningWorkers> {
  const { log } = options;
  const { settings, access, now } = service;
  const metrics = createMetrics();
  const backlog = createBacklogWatch({
    memoryInfo: () => service.redis.info("memory"),
    limits: { backlogBytes: settings.EXTRACT_BACKLOG_BYTES, memoryShare: settings.REDIS_MEMORY_SHARE },
    backlogBytes: () => service.pages.backlogBytes(),
    now,
  });
  const worker = { connect: access.connect, settings, log, metrics, rates: service.rates, now };
  const parts = { service, log, metrics, backlog, worker };
  // First of all: a port that is taken is found before any work begins.
  const http = await startHttp(service, metrics, backlog, log);
  const running: Array<readonly RunningStage[]> = [[startRates(service, log)]];
  const close = async (): Promise<void> => {
    // The stages in parallel, the parts of each in order: a worker ends its jobs before its threads end.
    await Promise.all(
      running.map(async (parts) => {
        for (const part of parts) await part.close();
      }),
    );
    await service.rates.flush();
    await http.close();
  };
  try {
    for (const stage of options.stages) running.push(await STARTERS[stage](parts));
  } catch (error) {
    await close();
    throw error;
  }
  return { address: http.address, metrics, close };
}
