/*
 * Gets one page safely: from a URL to the bytes of a page, or to the named reason why not.
 *
 *   URL ─▶ rules (scheme, port, length) ─▶ guarded connection ─▶ answer ─▶ 2xx  ─▶ type ─▶ body in limits
 *    ▲                                                             │
 *    └───────────── beforeRedirect (robots, politeness) ◀── 3xx ◀──┴─▶ 304, 404, 410, 429, 5xx: a result
 *
 * Everything foreseen is a value; what is thrown is a mistake of this program.
 */

import { Readable } from "node:stream";
import type { buildConnector } from "undici";
import { binaryFormatOf, isAcceptedMediaType, isGzip } from "../../core/fetch/content-type.ts";
import { fetchUrl } from "../../core/fetch/fetch-url.ts";
import { isRedirect, isServerError, isSuccess } from "../../core/fetch/http-status.ts";
import { retryAfterMs } from "../../core/fetch/retry-after.ts";
import { shownUrl } from "../../core/url/shown-url.ts";
import { type FetchFailed, type FetchResult, failedBy, refusedBy } from "./fetch-result.ts";
import type { FetchSettings } from "./fetch-settings.ts";
import { type ConnectorDeps, createGuardedConnector } from "./guarded-connector.ts";
import { exchangeOf, type OnExchange } from "./http-exchange.ts";
import { type HttpAnswer, httpRequest, locationOf } from "./http-request.ts";
import { createResolver } from "./resolver.ts";
import { type BodyLimits, readBody } from "./response-body.ts";

/** What the server said about the copy we have. */
export interface Conditional {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** Whether a redirect's target may be asked now. */
export type RedirectVerdict =
  | { readonly kind: "follow" }
  | { readonly kind: "blocked-by-robots"; readonly message: string }
  | { readonly kind: "postponed"; readonly waitMs: number; readonly message: string }
  /** Whether it may be asked cannot be found out. */
  | FetchFailed;

/**
 * Called with each redirect's target before it is asked. It may wait (that time does not count), so that
 * the target's host is asked politely as well.
 */
export type BeforeRedirect = (url: string) => Promise<RedirectVerdict>;

export interface PageFetcher {
  /**
   * @param url checked here against scheme, port and length; canonical or not
   * @param onConnected called as each request leaves, redirects' too
   */
  fetchPage(
    url: string,
    conditional?: Conditional,
    beforeRedirect?: BeforeRedirect,
    onConnected?: () => void,
  ): Promise<FetchResult>;
}

export interface PageFetcherDeps extends Partial<ConnectorDeps> {
  /** ms since epoch, for Retry-After dates. */
  readonly now?: () => number;
  readonly onExchange?: OnExchange | undefined;
}

const ACCEPT = "text/html,application/xhtml+xml;q=0.9,application/xml;q=0.8,text/plain;q=0.7,*/*;q=0.1";

/** The next URL of a redirect, or the result of the fetch. */
type Step =
  | { readonly kind: "redirect"; readonly location: string; readonly permanent: boolean }
  | FetchResult;

export function createPageFetcher(settings: FetchSettings, deps: PageFetcherDeps = {}): PageFetcher {
  const resolve = deps.resolve ?? createResolver(settings.connectTimeoutMs);
  const connector = createGuardedConnector(settings, { ...deps, resolve });
  const now = deps.now ?? Date.now;

  async function fetchPage(
    url: string,
    conditional: Conditional = {},
    beforeRedirect: BeforeRedirect = async () => ({ kind: "follow" }),
    onConnected: () => void = () => undefined,
  ): Promise<FetchResult> {
    const telling = tellingConnector(connector, onConnected);
    const headers = requestHeaders(settings, conditional);
    const redirects: string[] = [];
    let timeLeftMs = settings.totalTimeoutMs;
    let checked = fetchUrl(url, settings);
    let isPermanent = true;
    let movedTo: string | undefined;
    for (;;) {
      if (checked.kind === "refused") return checked;
      const asked = checked.url;
      if (redirects.length > 0 && isPermanent) movedTo = asked.href;
      const recorded = { url: asked.href, startedAt: now(), requestHeaders: headers };
      const startedAt = performance.now();
      const seen: { answer?: HttpAnswer } = {};
      const request = { url: asked, headers, timeLimitMs: timeLeftMs };
      const step: Step = await httpRequest(request, telling, settings, (answer) => {
        seen.answer = answer;
        return stepOf(answer, { asked, redirects, settings, conditional, now });
      });
      timeLeftMs -= performance.now() - startedAt;
      if (seen.answer) await deps.onExchange?.(exchangeOf(recorded, seen.answer, step));
      if (step.kind === "page" && movedTo !== undefined) return { ...step, movedTo };
      if (step.kind !== "redirect") return step;
      isPermanent &&= step.permanent;
      redirects.push(asked.href);
      checked = fetchUrl(step.location, settings, asked.href);
      const stopped = await redirectStopped(checked, redirects, settings, timeLeftMs, beforeRedirect);
      if (stopped !== undefined) return stopped;
    }
  }
  return { fetchPage };
}

/** undici writes the request's head as soon as it is told of the connection. */
function tellingConnector(
  connector: buildConnector.connector,
  onConnected: () => void,
): buildConnector.connector {
  return (options, callback) =>
    connector(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      onConnected();
      return callback(null, socket);
    });
}

function requestHeaders(settings: FetchSettings, conditional: Conditional): Record<string, string> {
  const headers: Record<string, string> = {
    "user-agent": settings.userAgent,
    accept: ACCEPT,
    "accept-encoding": "gzip, deflate, br",
  };
  if (conditional.etag !== undefined) headers["if-none-match"] = conditional.etag;
  if (conditional.lastModified !== undefined) headers["if-modified-since"] = conditional.lastModified;
  return headers;
}

async function redirectStopped(
  target: ReturnType<typeof fetchUrl>,
  redirects: readonly string[],
  settings: FetchSettings,
  timeLeftMs: number,
  beforeRedirect: BeforeRedirect,
): Promise<FetchResult | undefined> {
  if (target.kind === "refused") return target;
  const first = shownUrl(redirects[0] ?? "");
  if (redirects.length > settings.maxRedirects)
    return refusedBy(
      "too-many-redirects",
      `${first} redirects more than ${settings.maxRedirects} times, last to ${shownUrl(target.url.href)}`,
    ).result;
  if (redirects.includes(target.url.href))
    return refusedBy("too-many-redirects", `${first} redirects in a circle, to ${shownUrl(target.url.href)}`)
      .result;
  if (timeLeftMs <= 0)
    return failedBy("timeout", `${first}: redirects not complete within ${settings.totalTimeoutMs} ms`)
      .result;
  const verdict = await beforeRedirect(target.url.href);
  return verdict.kind === "follow" ? undefined : verdict;
}

interface StepContext {
  readonly asked: URL;
  readonly redirects: readonly string[];
  readonly settings: FetchSettings;
  readonly conditional: Conditional;
  readonly now: () => number;
}

const PARTIAL_CONTENT = 206;
const NOT_MODIFIED = 304;
/** RFC 9110, sections 15.4.2 and 15.4.9. */
const PERMANENT_REDIRECTS: readonly number[] = [301, 308];
const GONE = 410;
/** Client errors that may pass: Request Timeout, Too Early, Too Many Requests. */
const PASSING_CLIENT_ERRORS: readonly number[] = [408, 425, 429];

async function stepOf(answer: HttpAnswer, context: StepContext): Promise<Step> {
  const { status, headers } = answer;
  const shown = shownUrl(context.asked.href);
  if (isSuccess(status) && status !== PARTIAL_CONTENT) return readPage(answer, context);
  if (status === NOT_MODIFIED) {
    const wasConditional =
      context.conditional.etag !== undefined || context.conditional.lastModified !== undefined;
    if (wasConditional) return { kind: "not-modified" };
    return statusFailure(status, `${shown} answered HTTP 304 to a request without conditions`, true);
  }
  if (isRedirect(status)) {
    const location = locationOf(headers);
    const permanent = PERMANENT_REDIRECTS.includes(status);
    if (location !== undefined) return { kind: "redirect", location, permanent };
    return statusFailure(status, `${shown} answered HTTP ${status} without a Location`, true);
  }
  if (status === GONE) return { kind: "gone", message: `${shown} answered HTTP 410 Gone` };
  const isPassing = isServerError(status) || PASSING_CLIENT_ERRORS.includes(status);
  const wait = retryAfterMs(headers["retry-after"], context.now());
  return {
    ...statusFailure(status, `${shown} answered HTTP ${status}`, !isPassing),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
}

const statusFailure = (status: number, message: string, permanent: boolean): FetchFailed => ({
  kind: "failed",
  error: "http-status",
  message,
  status,
  permanent,
});

async function readPage(answer: HttpAnswer, context: StepContext): Promise<FetchResult> {
  const { headers, status, stream } = answer;
  const { asked, redirects, settings } = context;
  const contentType = headers["content-type"]?.trim() || undefined;
  const shown = shownUrl(asked.href);
  if (contentType !== undefined && !isAcceptedMediaType(contentType, settings.acceptedMediaTypes))
    throw refusedBy(
      "unsupported-content-type",
      `${shown} is ${shownUrl(contentType)}, not HTML, text or XML`,
    );
  const length = Number(headers["content-length"]);
  if (length > settings.maxWireBytes)
    throw refusedBy(
      "response-too-large",
      `${shown} announces ${length} bytes, the limit is ${settings.maxWireBytes}`,
    );
  const { maxWireBytes, maxDecodedBytes } = settings;
  const limits: BodyLimits = { maxWireBytes, maxDecodedBytes, atLimit: "refuse", shownUrl: shown };
  const { body: sent, wireBytes } = await readBody(stream, headers["content-encoding"], limits);
  const body = settings.unpacksGzipFiles ? await unpacked(sent, limits) : sent;
  const format = binaryFormatOf(body);
  if (format !== undefined)
    throw refusedBy("unsupported-content-type", `${shown} is sent as text but is ${format}`);
  return {
    kind: "page",
    finalUrl: asked.href,
    redirects: [...redirects],
    status,
    contentType,
    body,
    wireBytes,
    etag: headers.etag,
    lastModified: headers["last-modified"],
    cacheControl: headers["cache-control"],
    link: headers.link,
    robotsTag: linesNamed("x-robots-tag", answer),
    tdmReservation: headers["tdm-reservation"],
    tdmPolicy: headers["tdm-policy"],
  };
}

/** Joined by line ends, where joining by commas would change what they say. */
function linesNamed(name: string, { headerLines }: HttpAnswer): string | undefined {
  const lines = headerLines.filter(([each]) => each === name).map(([, value]) => value);
  return lines.length === 0 ? undefined : lines.join("\n");
}

/** A file that is packed itself, not only for its way: unpacked once, within the limit of decoded bytes. */
async function unpacked(body: Buffer, limits: BodyLimits): Promise<Buffer> {
  if (!isGzip(body)) return body;
  const whole = { ...limits, maxWireBytes: limits.maxDecodedBytes };
  return (await readBody(Readable.from([body]), "gzip", whole)).body;
}
