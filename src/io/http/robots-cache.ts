/* The robots.txt of each origin, kept in Redis so that all workers ask for it once. */
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import type { Redis } from "ioredis";
import {
  type RobotsAnswer,
  type RobotsEntry,
  type RobotsFile,
  robotsAnswer,
  robotsEntryOf,
  robotsUrlOf,
} from "../../core/fetch/robots.ts";
import type { FailureKind } from "../../core/outcome.ts";
import { DAY_MS } from "../../core/units.ts";
import { robotsKey } from "../redis/keys.ts";
import type { BeforeHop } from "./host-file-fetcher.ts";
import type { FetchedRobots, FetchRobots } from "./robots-fetcher.ts";
import type { Postponed } from "./slot-walk.ts";

/** Where entries are kept; expired ones are still given out, they are what is left when a host is down. */
export interface RobotsCache {
  /** @param origin `https://news.example` */
  read(origin: string): Promise<RobotsEntry | undefined>;
  write(origin: string, entry: RobotsEntry): Promise<void>;
}

/** What is known about one URL. */
export type RobotsLookup =
  | { readonly kind: "unknown" }
  | { readonly kind: "known"; readonly answer: RobotsAnswer; readonly freshUntil: number };

export interface AskedRobots {
  readonly kind: "asked";
  readonly fetched: FetchedRobots;
}

export interface Robots {
  /** Answers from the cache alone; `unknown` where the file has to be asked for (again). */
  lookUp(url: string): Promise<RobotsLookup>;
  /**
   * Asks the host for its robots.txt, keeps it, and answers. The caller has booked the host.
   * @param beforeKept what the file says besides: once it is kept, nobody asks for it again for a day
   */
  ask(
    url: string,
    beforeHop: BeforeHop,
    beforeKept: (answer: RobotsAnswer) => Promise<void>,
  ): Promise<AskedRobots | Postponed>;
}

export interface RobotsDeps {
  readonly cache: RobotsCache;
  readonly fetchRobots: FetchRobots;
  /** The robot's name in robots.txt, `wirefold`. */
  readonly productToken: string;
  /** ms since epoch. */
  readonly now: () => number;
}

export function createRobots(deps: RobotsDeps): Robots {
  const { cache, fetchRobots, productToken, now } = deps;
  return {
    async lookUp(url) {
      const entry = await cache.read(new URL(url).origin);
      if (entry === undefined || entry.freshUntil <= now()) return { kind: "unknown" };
      return {
        kind: "known",
        answer: robotsAnswer(entry.file, url, productToken),
        freshUntil: entry.freshUntil,
      };
    },
    async ask(url, beforeHop, beforeKept) {
      const origin = new URL(url).origin;
      const [before, fetched] = await Promise.all([
        cache.read(origin),
        fetchRobots(robotsUrlOf(url), beforeHop),
      ]);
      if (fetched.kind === "postponed") return fetched;
      const entry = robotsEntryOf(fetched.file, fetched.maxAgeMs, now(), before);
      const answer = robotsAnswer(entry.file, url, productToken);
      await beforeKept(answer);
      await cache.write(origin, entry);
      return { kind: "asked", fetched };
    },
  };
}

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Kept beyond its freshness for as long as an old copy may stand in for a host that is down. */
const KEPT_MS = 30 * DAY_MS;

export function createRedisRobotsCache(redis: Redis, prefix: string): RobotsCache {
  return {
    async read(origin) {
      const fields = await redis.hgetallBuffer(robotsKey(prefix, origin));
      return fields.kind === undefined ? undefined : entryOf(fields);
    },
    async write(origin, entry) {
      const key = robotsKey(prefix, origin);
      await redis
        .multi()
        .del(key)
        .hset(key, await fieldsOf(entry))
        .pexpire(key, KEPT_MS)
        .exec();
    },
  };
}

type Fields = Readonly<Record<string, Buffer>>;

async function fieldsOf(entry: RobotsEntry): Promise<Record<string, string | number | Buffer>> {
  const { file, freshUntil, unreachableSince } = entry;
  const common = {
    kind: file.kind,
    freshUntil,
    ...(unreachableSince === undefined ? {} : { unreachableSince }),
  };
  switch (file.kind) {
    case "rules":
      return { ...common, text: await deflate(file.text) };
    case "unavailable":
      return file.status === undefined ? common : { ...common, status: file.status };
    case "unreachable":
      return { ...common, error: file.error, message: file.message };
    default:
      return file satisfies never;
  }
}

async function entryOf(fields: Fields): Promise<RobotsEntry> {
  const since = fields.unreachableSince;
  return {
    file: await fileOf(fields),
    freshUntil: Number(fields.freshUntil),
    unreachableSince: since === undefined ? undefined : Number(since),
  };
}

async function fileOf(fields: Fields): Promise<RobotsFile> {
  const text = (name: string): string => fields[name]?.toString("utf8") ?? "";
  switch (text("kind")) {
    case "rules":
      return { kind: "rules", text: (await inflate(fields.text ?? Buffer.alloc(0))).toString("utf8") };
    case "unreachable":
      // Written by fieldsOf alone.
      return { kind: "unreachable", error: text("error") as FailureKind, message: text("message") };
    default:
      return {
        kind: "unavailable",
        status: fields.status === undefined ? undefined : Number(text("status")),
      };
  }
}
