/* What each host says about the use of its pages (core/fetch/rights-files.ts), kept in Redis so that all workers ask once a day. */
import type { Redis } from "ioredis";
import { isMissing } from "../../core/fetch/http-status.ts";
import type { HostStatements } from "../../core/fetch/rights.ts";
import {
  hostStatements,
  type KeptRightsFiles,
  keptRightsFile,
  RIGHTS_FILE_MAX_BYTES,
  RIGHTS_FILE_NAMES,
  RIGHTS_FILE_RETRY_MS,
  type RightsFileName,
  rightsFileFreshMs,
  rightsFileUrl,
} from "../../core/fetch/rights-files.ts";
import { DAY_MS } from "../../core/units.ts";
import { politenessHost } from "../redis/frontier.ts";
import { rightsKey } from "../redis/keys.ts";
import type { FetchSettings } from "./fetch-settings.ts";
import {
  type BeforeHop,
  createHostFileFetcher,
  type FetchHostFile,
  type HostFile,
  type HostFileDeps,
} from "./host-file-fetcher.ts";

export interface HostRights {
  /** @returns the first file of the URL's host that has to be asked for (again) */
  missing(url: string): Promise<RightsFileName | undefined>;
  /** Asks the host for the file and keeps what it says; a failure is kept as well, for an hour. The caller has booked the host. */
  ask(url: string, name: RightsFileName, beforeHop: BeforeHop): Promise<HostFile>;
  /** Keeps that there is no such file: robots.txt forbids to ask for it. */
  leaveOut(url: string, name: RightsFileName): Promise<void>;
  /** What the files say about this page; undefined where they say nothing or are not known. */
  statements(url: string): Promise<HostStatements | undefined>;
}

export interface HostRightsDeps {
  readonly redis: Redis;
  readonly prefix: string;
  readonly fetchRightsFile: FetchHostFile;
  /** The robot's name in ai.txt, `wirefold`. */
  readonly productToken: string;
  /** ms since epoch. */
  readonly now: () => number;
}

export const createRightsFileFetcher = (settings: FetchSettings, deps: HostFileDeps = {}): FetchHostFile => {
  const accept = "application/json,text/plain;q=0.9,*/*;q=0.5";
  return createHostFileFetcher(settings, { accept, maxBytes: RIGHTS_FILE_MAX_BYTES }, deps);
};

/** As long as robots.txt is kept: old rules hold while a host is down. */
const KEPT_MS = 30 * DAY_MS;

const freshField = (name: RightsFileName): string => `${name}FreshUntil`;

export function createHostRights(deps: HostRightsDeps): HostRights {
  const { redis, now } = deps;
  // By host: over http and https stands the same file, asked for once.
  const keyOf = (url: string): string => rightsKey(deps.prefix, politenessHost(url));
  const keep = async (url: string, fields: Record<string, string | number>): Promise<void> => {
    const key = keyOf(url);
    await redis.multi().hset(key, fields).pexpire(key, KEPT_MS).exec();
  };
  return {
    async missing(url) {
      const freshUntil = await redis.hmget(keyOf(url), ...RIGHTS_FILE_NAMES.map(freshField));
      return RIGHTS_FILE_NAMES.find((_name, at) => Number(freshUntil[at] ?? 0) <= now());
    },
    async ask(url, name, beforeHop) {
      const found = await deps.fetchRightsFile(rightsFileUrl(name, url), beforeHop);
      const { text, freshMs } = keptOf(name, found);
      const fresh = { [freshField(name)]: now() + freshMs };
      await keep(url, text === undefined ? fresh : { ...fresh, [name]: text });
      return found;
    },
    leaveOut: (url, name) =>
      keep(url, { [name]: "", [freshField(name)]: now() + rightsFileFreshMs(undefined) }),
    async statements(url) {
      const [tdm, ai] = await redis.hmget(keyOf(url), "tdm", "ai");
      const files: KeptRightsFiles = { tdm: tdm ?? "", ai: ai ?? "" };
      return hostStatements(files, url, deps.productToken);
    },
  };
}

/** @returns text to keep; undefined where what was known before holds on */
function keptOf(name: RightsFileName, found: HostFile): { text: string | undefined; freshMs: number } {
  switch (found.kind) {
    case "file":
      return { text: keptRightsFile(name, found.bytes), freshMs: rightsFileFreshMs(found.maxAgeMs) };
    case "none":
      return { text: "", freshMs: rightsFileFreshMs(undefined) };
    case "status":
      return isMissing(found.status)
        ? { text: "", freshMs: rightsFileFreshMs(found.maxAgeMs) }
        : { text: undefined, freshMs: RIGHTS_FILE_RETRY_MS };
    case "unreachable":
    case "postponed":
      return { text: undefined, freshMs: RIGHTS_FILE_RETRY_MS };
    default:
      return found satisfies never;
  }
}
