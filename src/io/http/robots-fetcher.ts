/* Gets a host's robots.txt as RFC 9309 section 2.3 says, with the same guards as a page. */
import { fetchUrl } from "../../core/fetch/fetch-url.ts";
import {
  maxAgeMsOf,
  ROBOTS_MAX_BYTES,
  ROBOTS_MAX_REDIRECTS,
  type RobotsFile,
  robotsFileOfBytes,
  robotsFileOfStatus,
} from "../../core/fetch/robots.ts";
import { shownUrl } from "../../core/url/shown-url.ts";
import type { FetchSettings } from "./fetch-settings.ts";
import { type ConnectorDeps, createGuardedConnector } from "./guarded-connector.ts";
import { type HttpAnswer, httpRequest, locationOf } from "./http-request.ts";
import { createResolver } from "./resolver.ts";
import { readBody } from "./response-body.ts";

export interface FetchedRobots {
  readonly file: RobotsFile;
  readonly maxAgeMs: number | undefined;
}

/** @param robotsUrl `robotsUrlOf(page)` */
export type FetchRobots = (robotsUrl: string) => Promise<FetchedRobots>;

const OK = 200;
const FIRST_REDIRECT = 300;
const FIRST_CLIENT_ERROR = 400;

/** No rules are to be had and nothing says that there are any. */
const NONE: FetchedRobots = { file: { kind: "unavailable", status: undefined }, maxAgeMs: undefined };

type Step =
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "robots"; readonly robots: FetchedRobots };

export function createRobotsFetcher(settings: FetchSettings, deps: Partial<ConnectorDeps> = {}): FetchRobots {
  const resolve = deps.resolve ?? createResolver(settings.connectTimeoutMs);
  const connector = createGuardedConnector(settings, { ...deps, resolve });
  const headers = {
    "user-agent": settings.userAgent,
    accept: "text/plain,*/*;q=0.5",
    "accept-encoding": "gzip, br",
  };

  return async (robotsUrl) => {
    let timeLeftMs = settings.totalTimeoutMs;
    let checked = fetchUrl(robotsUrl, settings);
    for (let redirects = 0; redirects <= ROBOTS_MAX_REDIRECTS; redirects++) {
      // What may not be asked forbids nothing: the page's own request is checked for itself.
      if (checked.kind === "refused") return NONE;
      const asked = checked.url;
      const startedAt = performance.now();
      const step = await httpRequest(asked, headers, connector, settings, timeLeftMs, (answer) =>
        stepOf(answer, asked, settings),
      );
      timeLeftMs = Math.max(1, timeLeftMs - (performance.now() - startedAt));
      if (step.kind === "robots") return step.robots;
      if (step.kind === "refused") return NONE;
      if (step.kind === "failed")
        return {
          file: { kind: "unreachable", error: step.error, message: step.message },
          maxAgeMs: undefined,
        };
      checked = fetchUrl(step.location, settings, asked.href);
    }
    return NONE;
  };
}

async function stepOf(answer: HttpAnswer, asked: URL, settings: FetchSettings): Promise<Step> {
  const { status, headers } = answer;
  const maxAgeMs = maxAgeMsOf(headers["cache-control"]);
  const isRedirect = status >= FIRST_REDIRECT && status < FIRST_CLIENT_ERROR;
  const location = isRedirect ? locationOf(headers) : undefined;
  if (location !== undefined) return { kind: "redirect", location };
  if (status < OK || status >= FIRST_REDIRECT)
    return { kind: "robots", robots: { file: robotsFileOfStatus(status), maxAgeMs } };
  const { body } = await readBody(answer.stream, headers["content-encoding"], {
    maxWireBytes: settings.maxWireBytes,
    maxDecodedBytes: ROBOTS_MAX_BYTES,
    atLimit: "cut",
    shownUrl: shownUrl(asked.href),
  });
  return { kind: "robots", robots: { file: robotsFileOfBytes(body), maxAgeMs } };
}
