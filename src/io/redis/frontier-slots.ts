/*
 * A host's slots: who asks a host, books here right before and gives back right after, whatever is asked for: pages,
 * robots.txt, feeds, hubs. As many requests to one host are open at once as `hostConcurrency` says, over all processes.
 *
 *   one at a time    book ─▶ request ─▶ release ─ delay ─▶ book
 *   several          book ─▶ connected: begin ─ delay ─▶ book
 *                                  └─▶ request ─▶ release
 *
 * The delay counts from what has happened, never from what was planned: from the end of a request where there is one
 * at a time, from its beginning where there are several. So the gap holds by cause and effect, also at the server's own
 * clock, however late an event loop or a queue is. A request that nobody tells the beginning of (robots.txt, feeds, hubs)
 * lets no other begin until it has ended. A host that answered 429 or 503 is asked one at a time until it has recovered;
 * what was under way by then tells nothing new about it, and counts neither as another plea nor as recovery.
 */
import type { Redis } from "ioredis";
import type { FrontierSettings } from "./frontier-settings.ts";
import type { frontierKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

export type SlotAnswer =
  | { readonly kind: "booked" }
  /** Ask again after this time. */
  | { readonly kind: "wait"; readonly waitMs: number }
  | { readonly kind: "paused" };

/**
 * How a request ended. `answered`: by an HTTP status other than 429 and 503. `slow-down`: by one of these.
 * `failed`: no answer. `unused`: nothing was asked after all.
 */
export type SlotVerdict = "answered" | "slow-down" | "failed" | "unused";

export interface HostSlots {
  /**
   * To be called right before connecting. Whoever books must release.
   * @param token names the request; the same token books again after a crash (the job's id). That of a page which was
   * popped begins with its UrlKey: so it is known for whom the host is held
   */
  reserveHostSlot(host: string, token: string): Promise<SlotAnswer>;
  /** To be called when a booked request leaves: the host's next may follow one delay later. Does nothing where one is asked at a time. */
  beginHostSlot(host: string, token: string): Promise<void>;
  /** @param retryAfterMs the server's wish */
  releaseHostSlot(host: string, token: string, verdict: SlotVerdict, retryAfterMs?: number): Promise<void>;
  /** @param delayMs robots.txt's Crawl-delay; undefined where it has none */
  setCrawlDelay(host: string, delayMs: number | undefined): Promise<void>;
}

const scripts = {
  reserve: loadScript("frontier-reserve-host-slot"),
  begin: loadScript("frontier-begin-host-slot"),
  release: loadScript("frontier-release-host-slot"),
};

/** @param clock ms since epoch, or -1 for the Redis server's */
export function createHostSlots(
  redis: Redis,
  keys: ReturnType<typeof frontierKeys>,
  settings: FrontierSettings,
  clock: () => number,
): HostSlots {
  const { hostDelayMs, slotMs, hostMemoryMs, hostConcurrency } = settings;
  const keysOfRequest = (host: string): string[] => [
    keys.host(host),
    keys.slots(host),
    keys.dueFresh,
    keys.dueBacklog,
    keys.delays,
  ];
  return {
    async reserveHostSlot(host, token) {
      const slotKeys = [keys.host(host), keys.slots(host), keys.paused, keys.delays];
      const limits = [hostDelayMs, slotMs, hostMemoryMs, hostConcurrency];
      const reply = await scripts.reserve.run(redis, slotKeys, [host, clock(), token, ...limits]);
      const [kind, waitMs] = reply as ["booked" | "wait" | "paused", number];
      return kind === "wait" ? { kind, waitMs } : { kind };
    },
    async beginHostSlot(host, token) {
      if (hostConcurrency === 1) return;
      const limits = [hostDelayMs, hostMemoryMs, hostConcurrency];
      await scripts.begin.run(redis, keysOfRequest(host), [host, clock(), token, ...limits]);
    },
    async releaseHostSlot(host, token, verdict, retryAfterMs = 0) {
      await scripts.release.run(redis, keysOfRequest(host), [
        ...[host, clock(), token, verdict, Math.ceil(retryAfterMs), hostDelayMs],
        ...[settings.maxSlowness, settings.recoveryAnswers, settings.slowStartMs],
        ...[settings.longestDelayMs, hostMemoryMs, hostConcurrency, slotMs],
      ]);
    },
    async setCrawlDelay(host, delayMs) {
      const key = keys.host(host);
      if (delayMs === undefined) await redis.hdel(key, "crawlDelayMs");
      else
        await redis.multi().hset(key, "crawlDelayMs", Math.ceil(delayMs)).pexpire(key, hostMemoryMs).exec();
    },
  };
}
