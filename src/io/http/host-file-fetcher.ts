/*
 * Gets a small text file that a host keeps for robots (robots.txt, tdmrep.json, ai.txt), with the same guards
 * as a page. Its redirects are followed, to other hosts as well (RFC 9309 section 2.3.1.2), each as a request
 * of its own: `beforeRedirect` keeps the distance to whoever is asked next.
 */
import { fetchUrl } from "../../core/fetch/fetch-url.ts";
import { isRedirect, isSuccess } from "../../core/fetch/http-status.ts";
import { retryAfterMs } from "../../core/fetch/retry-after.ts";
import { maxAgeMsOf } from "../../core/fetch/robots.ts";
import { shownUrl } from "../../core/url/shown-url.ts";
import type { FetchFailed, FetchRefused } from "./fetch-result.ts";
import type { FetchSettings } from "./fetch-settings.ts";
import { type ConnectorDeps, createGuardedConnector } from "./guarded-connector.ts";
import { type HttpAnswer, httpRequest, locationOf } from "./http-request.ts";
import { createResolver } from "./resolver.ts";
import { readBody } from "./response-body.ts";

export type HostFile =
  /** What a 2xx brought, cut at the limit. */
  | { readonly kind: "file"; readonly bytes: Buffer; readonly maxAgeMs: number | undefined }
  | {
      readonly kind: "status";
      readonly status: number;
      readonly maxAgeMs: number | undefined;
      /** The server's wish, ms, 0 to 24 h. */
      readonly retryAfterMs: number | undefined;
    }
  /** It leads to where nothing may be asked, or on and on. */
  | { readonly kind: "none" }
  | (Pick<FetchFailed, "error" | "message"> & { readonly kind: "unreachable" })
  /** A redirect's target wants to be asked later than anyone should wait. */
  | { readonly kind: "postponed"; readonly waitMs: number; readonly message: string };

export type HostFileHop = { readonly kind: "follow" } | Extract<HostFile, { kind: "postponed" }>;
/** Called with each redirect's target before it is asked. It may wait; that time does not count. */
export type BeforeHop = (url: string) => Promise<HostFileHop>;

/** @param url where the file stands, `https://news.example/robots.txt` */
export type FetchHostFile = (url: string, beforeHop: BeforeHop) => Promise<HostFile>;

export interface HostFileKind {
  readonly accept: string;
  /** Bytes that are read; the rest is left. */
  readonly maxBytes: number;
}

export interface HostFileDeps extends Partial<ConnectorDeps> {
  /** ms since epoch, for Retry-After dates. */
  readonly now?: () => number;
}

/** Redirects that are followed; more mean that there is no file (RFC 9309 section 2.3.1.2). */
const MAX_REDIRECTS = 5;

const NONE: HostFile = { kind: "none" };

type Step = { readonly kind: "redirect"; readonly location: string } | HostFile;

export function createHostFileFetcher(
  settings: FetchSettings,
  kind: HostFileKind,
  deps: HostFileDeps = {},
): FetchHostFile {
  const now = deps.now ?? Date.now;
  const resolve = deps.resolve ?? createResolver(settings.connectTimeoutMs);
  const connector = createGuardedConnector(settings, { ...deps, resolve });
  const headers = {
    "user-agent": settings.userAgent,
    accept: kind.accept,
    "accept-encoding": "gzip, br",
  };

  return async (url, beforeHop) => {
    let timeLeftMs = settings.totalTimeoutMs;
    let checked = fetchUrl(url, settings);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      // What may not be asked says nothing: the page's own request is checked for itself.
      if (checked.kind === "refused") return NONE;
      const asked = checked.url;
      const hop: HostFileHop = redirects === 0 ? { kind: "follow" } : await beforeHop(asked.href);
      if (hop.kind === "postponed") return hop;
      const startedAt = performance.now();
      const request = { url: asked, headers, timeLimitMs: timeLeftMs };
      const step = await httpRequest(request, connector, settings, (answer) =>
        stepOf(answer, asked, settings, kind.maxBytes, now()),
      );
      timeLeftMs = Math.max(1, timeLeftMs - (performance.now() - startedAt));
      if (step.kind !== "redirect") return hostFileOf(step);
      checked = fetchUrl(step.location, settings, asked.href);
    }
    return NONE;
  };
}

function hostFileOf(step: Exclude<Step, { kind: "redirect" }> | FetchRefused | FetchFailed): HostFile {
  if (step.kind === "refused") return NONE;
  if (step.kind !== "failed") return step;
  return { kind: "unreachable", error: step.error, message: step.message };
}

async function stepOf(
  answer: HttpAnswer,
  asked: URL,
  settings: FetchSettings,
  maxBytes: number,
  now: number,
): Promise<Step> {
  const { status, headers } = answer;
  const maxAgeMs = maxAgeMsOf(headers["cache-control"]);
  const location = isRedirect(status) ? locationOf(headers) : undefined;
  if (location !== undefined) return { kind: "redirect", location };
  if (!isSuccess(status))
    return { kind: "status", status, maxAgeMs, retryAfterMs: retryAfterMs(headers["retry-after"], now) };
  const { body } = await readBody(answer.stream, headers["content-encoding"], {
    maxWireBytes: settings.maxWireBytes,
    maxDecodedBytes: maxBytes,
    atLimit: "cut",
    shownUrl: shownUrl(asked.href),
  });
  return { kind: "file", bytes: body, maxAgeMs };
}
