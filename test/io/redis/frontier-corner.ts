/* A frontier of its own for each test, on the test run's Redis, with a clock that only the test moves. */
import { afterAll, beforeAll, beforeEach } from "vitest";
import { urlKey } from "../../../src/core/url/ids.ts";
import { createFrontier, type Frontier, type FrontierEntry } from "../../../src/io/redis/frontier.ts";
import type { FrontierSettings } from "../../../src/io/redis/frontier-settings.ts";
import { frontierKeys } from "../../../src/io/redis/keys.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";

export const START = 1_700_000_000_000;
export const DELAY_MS = 1_000;
export const LEASE_MS = 30_000;
export const HOLD_MS = 120_000;
export const SLOT_MS = 60_000;

type Keys = ReturnType<typeof frontierKeys>;

export interface Corner {
  /** ms since epoch; tests move it on. */
  now: number;
  frontier: Frontier;
  keys: Keys;
  readonly redis: TestRedis["redis"];
  readonly prefix: string;
  /** A second frontier on the same keys: another process. */
  another(settings?: Partial<FrontierSettings>): Frontier;
  /** An empty frontier, as at the start of a test. */
  renew(): void;
}

/** To be called at the top of a test file. */
export function frontierCorner(): Corner {
  let shared: TestRedis | undefined;
  let corners = 0;
  const server = (): TestRedis => {
    if (shared === undefined) throw new Error("the corner is used outside a test");
    return shared;
  };
  const prefixNow = (): string => `${server().prefix}-${corners}`;
  const limits = { hostDelayMs: DELAY_MS, leaseMs: LEASE_MS, holdMs: HOLD_MS, slotMs: SLOT_MS };
  const frontierWith = (settings: Partial<FrontierSettings> = {}): Frontier =>
    createFrontier({
      redis: server().redis,
      prefix: prefixNow(),
      now: () => corner.now,
      settings: { ...limits, ...settings },
    });
  // Filled by renew() before the first test sees it.
  const corner: Corner = {
    now: START,
    frontier: undefined as never,
    keys: undefined as never,
    get redis() {
      return server().redis;
    },
    get prefix() {
      return prefixNow();
    },
    another: frontierWith,
    renew() {
      corners++;
      corner.now = START;
      corner.frontier = frontierWith();
      corner.keys = frontierKeys(prefixNow());
    },
  };
  beforeAll(() => {
    shared = testRedis();
  });
  afterAll(() => shared?.close());
  beforeEach(() => corner.renew());
  return corner;
}

export function entry(url: string, priority?: FrontierEntry["priority"]): FrontierEntry {
  return { urlKey: urlKey(url), url, host: new URL(url).host, priority };
}

export const entries = (host: string, count: number, priority?: FrontierEntry["priority"]): FrontierEntry[] =>
  Array.from({ length: count }, (_, at) => entry(`https://${host}/${at}`, priority));

export async function popUrls(frontier: Frontier, limit = 100): Promise<string[]> {
  return (await frontier.pop(limit)).entries.map(({ url }) => url);
}

/** What a fetch worker does with one host, an instant long. */
export async function ask(
  frontier: Frontier,
  host: string,
  verdict: Parameters<Frontier["releaseHostSlot"]>[2] = "answered",
  wish?: number,
): ReturnType<Frontier["reserveHostSlot"]> {
  const slot = await frontier.reserveHostSlot(host, "worker");
  if (slot.kind === "booked") await frontier.releaseHostSlot(host, "worker", verdict, wish);
  return slot;
}
