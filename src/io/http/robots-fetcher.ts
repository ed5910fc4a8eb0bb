/* Gets a host's robots.txt as RFC 9309 section 2.3 says. */
import {
  ROBOTS_MAX_BYTES,
  type RobotsFile,
  robotsFileOfBytes,
  robotsFileOfStatus,
} from "../../core/fetch/robots.ts";
import type { FetchSettings } from "./fetch-settings.ts";
import {
  type BeforeHop,
  createHostFileFetcher,
  type HostFile,
  type HostFileDeps,
} from "./host-file-fetcher.ts";

export interface FetchedRobots {
  readonly kind: "robots";
  readonly file: RobotsFile;
  readonly maxAgeMs: number | undefined;
  /** Of an answer that is no file; undefined where there was none. */
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
}

/** @param robotsUrl `robotsUrlOf(page)` */
export type FetchRobots = (
  robotsUrl: string,
  beforeHop: BeforeHop,
) => Promise<FetchedRobots | Extract<HostFile, { kind: "postponed" }>>;

const NO_STATUS = { status: undefined, retryAfterMs: undefined };
const KIND = { accept: "text/plain,*/*;q=0.5", maxBytes: ROBOTS_MAX_BYTES };

export function createRobotsFetcher(settings: FetchSettings, deps: HostFileDeps = {}): FetchRobots {
  const fetchFile = createHostFileFetcher(settings, KIND, deps);
  return async (robotsUrl, beforeHop) => {
    const found = await fetchFile(robotsUrl, beforeHop);
    if (found.kind === "postponed") return found;
    const maxAgeMs = "maxAgeMs" in found ? found.maxAgeMs : undefined;
    const { status, retryAfterMs } = found.kind === "status" ? found : NO_STATUS;
    return { kind: "robots", file: robotsFileFrom(found), maxAgeMs, status, retryAfterMs };
  };
}

function robotsFileFrom(found: Exclude<HostFile, { kind: "postponed" }>): RobotsFile {
  switch (found.kind) {
    case "file":
      return robotsFileOfBytes(found.bytes);
    case "status":
      return robotsFileOfStatus(found.status);
    case "none":
      // No rules are to be had and nothing says that there are any.
      return { kind: "unavailable", status: undefined };
    case "unreachable":
      return found;
    default:
      return found satisfies never;
  }
}
