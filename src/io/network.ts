/* The way out, made of its parts: guarded connector, robots.txt, host slots; shared by poll and fetch. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "../../config/settings.ts";
import { FEED_MEDIA_TYPES } from "../core/fetch/content-type.ts";
import { parseDevelopmentHosts } from "../core/fetch/development-hosts.ts";
import { productTokenOf } from "../core/fetch/product-token.ts";
import { urlKey } from "../core/url/ids.ts";
import type { FetchFeed } from "./feed-fetch.ts";
import { FETCH_DEFAULTS, type FetchSettings } from "./http/fetch-settings.ts";
import { createHostRights, createRightsFileFetcher } from "./http/host-rights.ts";
import type { OnExchange } from "./http/http-exchange.ts";
import { createPageFetcher } from "./http/page-fetcher.ts";
import { createPoliteFetcher, type PoliteFetcher } from "./http/polite-fetcher.ts";
import { createRedisRobotsCache, createRobots } from "./http/robots-cache.ts";
import { createRobotsFetcher } from "./http/robots-fetcher.ts";
import { politenessHost } from "./redis/frontier.ts";
import type { Service } from "./service.ts";
import { type AskHub, createHubClient } from "./websub/hub-client.ts";

export interface Network extends PoliteFetcher {
  /** Feeds are made to be asked for: without robots.txt, but in their host's slots like its pages. */
  readonly fetchFeed: FetchFeed;
  readonly askHub: AskHub;
  /** A URL needs no request after all: its host is free for the next one. */
  freeHost(url: string, token: string): Promise<void>;
}

function fetchSettings(settings: Settings): FetchSettings {
  return {
    ...FETCH_DEFAULTS,
    connectTimeoutMs: settings.CONNECT_TIMEOUT_MS,
    headersTimeoutMs: settings.HEADERS_TIMEOUT_MS,
    idleTimeoutMs: settings.IDLE_TIMEOUT_MS,
    totalTimeoutMs: settings.FETCH_TIMEOUT_MS,
    maxWireBytes: settings.MAX_WIRE_BYTES,
    maxDecodedBytes: settings.MAX_DECODED_BYTES,
    maxRedirects: settings.MAX_REDIRECTS,
    allowedPorts: settings.ALLOWED_PORTS.split(",").map(Number),
    developmentHosts: parseDevelopmentHosts(settings.DEV_ALLOW_HOSTS),
    userAgent: settings.USER_AGENT,
  };
}

function feedSettings(limits: FetchSettings, maxFeedBytes: number): FetchSettings {
  const maxWireBytes = Math.min(limits.maxWireBytes, maxFeedBytes);
  const limitsOfFeeds = { maxWireBytes, maxDecodedBytes: maxFeedBytes };
  return { ...limits, ...limitsOfFeeds, acceptedMediaTypes: FEED_MEDIA_TYPES, unpacksGzipFiles: true };
}

export interface NetworkOptions {
  /** Told of each page's request, its redirects and errors; not of feeds and robots.txt. */
  readonly onExchange?: OnExchange | undefined;
  /** Who asks for feeds, part of the name of their slots: a command's and the service's must not be taken for one. */
  readonly feedReader?: string;
  /** ms: longest wait for a host before a feed is `postponed`; shorter ones are slept. */
  readonly feedWaitMs?: number;
}

/** Of a poll: longer than most hosts' delay, short enough that one slow host's feeds do not keep all pollers. */
const FEED_WAIT_MS = 15_000;

export function createNetwork(service: Service, options: NetworkOptions = {}): Network {
  const { settings, redis, frontier, now } = service;
  const { onExchange, feedReader = "poll" } = options;
  const limits = fetchSettings(settings);
  const fetcher = createPageFetcher(limits, { now, onExchange });
  const feedFetcher = createPageFetcher(feedSettings(limits, settings.MAX_FEED_BYTES), { now });
  const robots = createRobots({
    cache: createRedisRobotsCache(redis, settings.KEY_PREFIX),
    fetchRobots: createRobotsFetcher(limits, { now }),
    productToken: productTokenOf(settings.USER_AGENT),
    now,
  });
  const rights = createHostRights({
    redis,
    prefix: settings.KEY_PREFIX,
    fetchRightsFile: createRightsFileFetcher(limits, { now }),
    productToken: productTokenOf(settings.USER_AGENT),
    now,
  });
  const waits = { frontier, sleep: (ms: number) => sleep(ms), now };
  const polite = createPoliteFetcher({
    ...waits,
    fetcher,
    robots: settings.RESPECT_ROBOTS === "true" ? robots : undefined,
    rights: settings.READ_RIGHTS_FILES === "true" ? rights : undefined,
  });
  const politeToFeeds = createPoliteFetcher({
    ...waits,
    fetcher: feedFetcher,
    robots: undefined,
    rights: undefined,
    maxWaitMs: options.feedWaitMs ?? FEED_WAIT_MS,
  });
  return {
    askHub: createHubClient(limits, { ...waits, maxHopWaitMs: FEED_WAIT_MS }),
    fetchFeed: (url, conditions) =>
      politeToFeeds.fetchPolitely(url, `${feedReader}:${urlKey(url)}`, conditions),
    fetchPolitely: polite.fetchPolitely,
    freeHost: (url, token) => frontier.releaseHostSlot(politenessHost(url), token, "unused"),
  };
}
