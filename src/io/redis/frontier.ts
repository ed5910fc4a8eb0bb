/*
 * The frontier: which URL may be fetched next, so that no host is ever annoyed and no URL is lost.
 *
 *   push ─▶ fresh:<host>   ─┐                        ┌─▶ handedOver ─▶ fetch queue ─▶ reserve slot ─▶ request
 *           backlog:<host> ─┴─ due: host ─▶ pop ─▶ lease                                  │
 *                ▲              ▲                    └─▶ lease ends (crash) ─┐            ▼
 *                └──────────────┼────────────────────────────────────────────┘      release slot
 *                               └──────────── host due again, one delay later ──────────────┘
 *
 * Each host has a list of URLs for fresh news and one for everything else, and stands once in a sorted set
 * by the moment from which it may be asked. One script pops the due hosts, one URL of each, so a host with
 * a million URLs gets no more turns than one with two. A popped host is held back until the request that it was
 * popped for has ended, so that its URLs wait here and not in the fetch queue. Where hosts may be asked for several
 * things at once, it is held back until that request is under way and another slot is free.
 *
 * The gap between two requests to one host is kept by the host's slots (frontier-slots.ts), not by the pop: a slot is
 * booked right before connecting.
 *
 * Time is the Redis server's clock unless one is injected: clocks of several machines would differ.
 * Design after Mercator: Heydon, Najork. Mercator: A scalable, extensible Web crawler. World Wide Web 2 (1999).
 */
import type { Redis } from "ioredis";
import type { UrlKey } from "../../core/model.ts";
import { FRONTIER_DEFAULTS, type FrontierSettings } from "./frontier-settings.ts";
import { createHostSlots, type HostSlots } from "./frontier-slots.ts";
import { frontierKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

/** `fresh`: just announced by a feed or a person; `backlog`: archives, bulk imports, sitemaps. */
export type FrontierClass = "fresh" | "backlog";

export interface FrontierEntry {
  readonly urlKey: UrlKey;
  readonly url: string;
  /** Whom politeness counts for: host and port of the URL (`politenessHost`). */
  readonly host: string;
  /** Default `fresh`. */
  readonly priority?: FrontierClass | undefined;
}

export type PushAnswer = "queued" | "already-waiting";

export interface Popped {
  readonly entries: ReadonlyArray<Required<FrontierEntry>>;
  /** Moment (ms since epoch) at which the next host is due; null where none waits. In the past: pop again. */
  readonly nextDueMs: number | null;
}

export interface FrontierSize {
  readonly fresh: number;
  readonly backlog: number;
  readonly leased: number;
  /** Hosts with URLs that wait, paused ones left out. */
  readonly hosts: number;
  readonly pausedHosts: number;
}

export interface Frontier extends HostSlots {
  /** Idempotent: a URL that waits is not queued twice. Answers in the order of the entries. */
  push(entries: readonly FrontierEntry[]): Promise<readonly PushAnswer[]>;
  /**
   * Leases up to `limit` URLs, each of another host.
   * @param now overrides the frontier's clock, ms since epoch
   */
  pop(limit: number, now?: number): Promise<Popped>;
  /** The URLs now stand in a queue of their own. Returns how many leases this ended. */
  handedOver(urlKeys: readonly UrlKey[]): Promise<number>;
  /** Puts leased URLs back to the front of their hosts. */
  giveBack(urlKeys: readonly UrlKey[]): Promise<number>;
  /** Puts back what was popped and neither handed over nor given back in time. To be called every few seconds. */
  requeueExpiredLeases(): Promise<number>;
  /** An operator's delay for one host, instead of the default; undefined takes it back. */
  setHostDelay(host: string, delayMs: number | undefined): Promise<void>;
  /** @returns whether it was not paused before */
  pauseHost(host: string): Promise<boolean>;
  /** @returns whether it was paused */
  resumeHost(host: string): Promise<boolean>;
  size(): Promise<FrontierSize>;
}

export interface FrontierDeps {
  readonly redis: Redis;
  readonly prefix: string;
  /** ms since epoch; without it the Redis server's clock counts. */
  readonly now?: () => number;
  readonly settings?: Partial<FrontierSettings>;
}

/** @returns the host that politeness counts for: `news.example`, `news.example:8080`; without the dot that DNS may end names with */
export const politenessHost = (url: string): string => new URL(url).host.replace(/\.(?=:\d+$|$)/, "");

const SERVER_CLOCK = -1;
/** Entries per script call: 4 arguments each stay far below Lua's limits, and Redis is held for about 2 ms. */
const PUSH_BATCH = 500;
/** Leases put back per call. */
const REQUEUE_BATCH = 1_000;
const FIELDS_PER_POPPED = 4;

const scripts = {
  push: loadScript("frontier-push"),
  pop: loadScript("frontier-pop"),
  handedOver: loadScript("frontier-handed-over"),
  requeue: loadScript("frontier-requeue"),
  resume: loadScript("frontier-resume-host"),
};

export function createFrontier(deps: FrontierDeps): Frontier {
  const { redis, prefix } = deps;
  const settings: FrontierSettings = { ...FRONTIER_DEFAULTS, ...deps.settings };
  const keys = frontierKeys(prefix);
  const clock = (): number => deps.now?.() ?? SERVER_CLOCK;
  return {
    ...queueSide(redis, keys, settings, clock),
    ...createHostSlots(redis, keys, settings, clock),
    ...operatorSide(redis, keys, clock),
  };
}

type Keys = ReturnType<typeof frontierKeys>;
type Clock = () => number;

function queueSide(
  redis: Redis,
  keys: Keys,
  settings: FrontierSettings,
  clock: Clock,
): Pick<Frontier, "push" | "pop" | "handedOver" | "giveBack" | "requeueExpiredLeases"> {
  const { dueFresh, dueBacklog, leased, leasedEntries, paused, counts } = keys;
  const requeueKeys = [dueFresh, dueBacklog, leased, leasedEntries, paused, counts];
  const requeue = async (urlKeys: readonly UrlKey[]): Promise<number> =>
    Number(await scripts.requeue.run(redis, requeueKeys, [keys.base, clock(), REQUEUE_BATCH, ...urlKeys]));

  return {
    async push(entries) {
      const answers: PushAnswer[] = [];
      for (let start = 0; start < entries.length; start += PUSH_BATCH) {
        const batch = entries.slice(start, start + PUSH_BATCH);
        const fields = batch.flatMap((entry) => [
          entry.urlKey,
          entry.host,
          entry.priority ?? "fresh",
          entry.url,
        ]);
        const pushKeys = [dueFresh, dueBacklog, paused, counts];
        const reply = await scripts.push.run(redis, pushKeys, [keys.base, clock(), ...fields]);
        answers.push(...(reply as number[]).map((isNew) => (isNew === 1 ? "queued" : "already-waiting")));
      }
      return answers;
    },
    async pop(limit, now) {
      const popKeys = [dueFresh, dueBacklog, leased, leasedEntries, counts];
      const { leaseMs, holdMs, backlogShare, hostMemoryMs } = settings;
      const limits = [limit, leaseMs, holdMs, backlogShare, hostMemoryMs];
      const reply = await scripts.pop.run(redis, popKeys, [keys.base, now ?? clock(), ...limits]);
      return poppedOf(reply as string[]);
    },
    async handedOver(urlKeys) {
      if (urlKeys.length === 0) return 0;
      const reply = scripts.handedOver.run(redis, [leased, leasedEntries], [keys.base, ...urlKeys]);
      return Number(await reply);
    },
    giveBack: async (urlKeys) => (urlKeys.length === 0 ? 0 : requeue(urlKeys)),
    requeueExpiredLeases: () => requeue([]),
  };
}

function poppedOf(reply: readonly string[]): Popped {
  const [nextDue = "", ...fields] = reply;
  const entries: Array<Required<FrontierEntry>> = [];
  for (let at = 0; at < fields.length; at += FIELDS_PER_POPPED) {
    const [urlKey, host, priority, url] = fields.slice(at, at + FIELDS_PER_POPPED) as [
      UrlKey,
      string,
      FrontierClass,
      string,
    ];
    entries.push({ urlKey, host, priority, url });
  }
  return { entries, nextDueMs: nextDue === "" ? null : Number(nextDue) };
}

function operatorSide(
  redis: Redis,
  keys: Keys,
  clock: Clock,
): Pick<Frontier, "setHostDelay" | "pauseHost" | "resumeHost" | "size"> {
  return {
    async setHostDelay(host, delayMs) {
      if (delayMs === undefined) await redis.hdel(keys.delays, host);
      else await redis.hset(keys.delays, host, Math.ceil(delayMs));
    },
    async pauseHost(host) {
      const replies = await redis
        .multi()
        .sadd(keys.paused, host)
        .zrem(keys.dueFresh, host)
        .zrem(keys.dueBacklog, host)
        .exec();
      return replies?.[0]?.[1] === 1;
    },
    async resumeHost(host) {
      const { paused, dueFresh, dueBacklog } = keys;
      const resumeKeys = [
        paused,
        dueFresh,
        dueBacklog,
        keys.host(host),
        keys.fresh(host),
        keys.backlog(host),
      ];
      return (await scripts.resume.run(redis, resumeKeys, [host, clock()])) === 1;
    },
    async size() {
      const [counts, leased, fresh, backlog, pausedHosts] = await Promise.all([
        redis.hmget(keys.counts, "fresh", "backlog"),
        redis.zcard(keys.leased),
        redis.zcard(keys.dueFresh),
        redis.zcard(keys.dueBacklog),
        redis.scard(keys.paused),
      ]);
      const hosts = fresh + backlog;
      return { fresh: Number(counts[0] ?? 0), backlog: Number(counts[1] ?? 0), leased, hosts, pausedHosts };
    },
  };
}
