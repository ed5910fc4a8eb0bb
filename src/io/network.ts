/* The way out, made of its parts: guarded connector, robots.txt, host slots; shared by poll and fetch. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "../../config/settings.ts";
import { FEED_MEDIA_TYPES } from "../core/fetch/content-type.ts";
import { parseDevelopmentHosts } from "../core/fetch/development-hosts.ts";
import type { FetchFeed } from "./feed-fetch.ts";
import { FETCH_DEFAULTS, type FetchSettings } from "./http/fetch-settings.ts";
import type { OnExchange } from "./http/http-exchange.ts";
import { createPageFetcher } from "./http/page-fetcher.ts";
import { createPoliteFetcher, type PoliteFetcher } from "./http/polite-fetcher.ts";
import { createRedisRobotsCache, createRobots } from "./http/robots-cache.ts";
import { createRobotsFetcher } from "./http/robots-fetcher.ts";
import { politenessHost } from "./redis/frontier.ts";
import type { Service } from "./service.ts";
import { type AskHub, createHubClient } from "./websub/hub-client.ts";

export interface Network extends PoliteFetcher {
  /** Feeds are made to be asked for: without robots.txt and host slots, at the pace of their own schedule. */
  readonly fetchFeed: FetchFeed;
  readonly askHub: AskHub;
  /** A URL needs no request after all: its host is free for the next one. */
  freeHost(url: string, token: string): Promise<void>;
}

/** `wirefold/0.1 (+https://…)` → `wirefold`: the name that robots.txt speaks of. */
const productToken = (userAgent: string): string => /^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? "wirefold";

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

/** @param onExchange told of each page's request, its redirects and errors; not of feeds and robots.txt */
export function createNetwork(service: Service, onExchange?: OnExchange): Network {
  const { settings, redis, frontier, now } = service;
  const limits = fetchSettings(settings);
  const fetcher = createPageFetcher(limits, { now, onExchange });
  const feedFetcher = createPageFetcher(feedSettings(limits, settings.MAX_FEED_BYTES), { now });
  const robots = createRobots({
    cache: createRedisRobotsCache(redis, settings.KEY_PREFIX),
    fetchRobots: createRobotsFetcher(limits),
    productToken: productToken(settings.USER_AGENT),
    now,
  });
  const polite = createPoliteFetcher({
    fetcher,
    robots: settings.RESPECT_ROBOTS === "true" ? robots : undefined,
    frontier,
    sleep: (ms) => sleep(ms),
    now,
  });
  return {
    askHub: createHubClient(limits),
    fetchFeed: (url, conditions) => feedFetcher.fetchPage(url, conditions),
    fetchPolitely: polite.fetchPolitely,
    freeHost: (url, token) => frontier.releaseHostSlot(politenessHost(url), token, "unused"),
  };
}
