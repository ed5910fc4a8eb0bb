/* The page fetcher on a world of hosts, each test with hosts of its own. */
import { afterAll, beforeAll } from "vitest";
import type { FetchResult } from "../../../src/io/http/fetch-result.ts";
import { FETCH_DEFAULTS, type FetchSettings } from "../../../src/io/http/fetch-settings.ts";
import { createPageFetcher, type PageFetcher } from "../../../src/io/http/page-fetcher.ts";
import { type Site, startWorld, type World } from "../../support/world/world.ts";

/** The fetcher's clock. */
const NOW = Date.UTC(2023, 10, 28, 12, 0, 0);
export const STORY =
  "<!doctype html><title>Storm</title><p>It rained on the coast for three days.</p>".repeat(20);

export interface FetcherWorld {
  /** A new host that this site plays, so that no test meets another's requests. */
  hostOf(site: Site): string;
  fetcherWith(overrides?: Partial<FetchSettings>): PageFetcher;
  fetchFrom(site: Site, overrides?: Partial<FetchSettings>): Promise<FetchResult>;
  requestsTo: World["requestsTo"];
}

/** To be called at the top of a test file. */
export function fetcherWorld(): FetcherWorld {
  const sites = new Map<string, Site>();
  let running: World | undefined;
  const world = (): World => {
    if (running === undefined) throw new Error("the world is used outside a test");
    return running;
  };
  beforeAll(async () => {
    running = await startWorld((host) => sites.get(host));
  });
  afterAll(() => running?.close());
  const hostOf = (site: Site): string => {
    const host = `host-${sites.size}.example`;
    sites.set(host, site);
    return host;
  };
  const fetcherWith: FetcherWorld["fetcherWith"] = (overrides = {}) => {
    const settings = { ...FETCH_DEFAULTS, developmentHosts: world().developmentHosts, ...overrides };
    return createPageFetcher(settings, { resolve: async () => [], now: () => NOW });
  };
  return {
    hostOf,
    fetcherWith,
    fetchFrom: (site, overrides) => fetcherWith(overrides).fetchPage(`http://${hostOf(site)}/story`),
    requestsTo: (host) => world().requestsTo(host),
  };
}
