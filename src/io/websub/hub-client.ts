/*
 * Asks a hub, through the same guarded connector as every request: a hub's address comes from a feed, so it is
 * a stranger's. Redirects that keep a POST (307, 308) are followed, each checked again; the answer's body
 * is read only for what it says is wrong.
 *
 * Each request takes its host's slot, like a page's: thousands of feeds name the same few hubs, and any feed may
 * name any host as one.
 */
import { randomUUID } from "node:crypto";
import { fetchUrl } from "../../core/fetch/fetch-url.ts";
import { isPleaForRest, isSuccess } from "../../core/fetch/http-status.ts";
import { retryAfterMs } from "../../core/fetch/retry-after.ts";
import { shownUrl } from "../../core/url/shown-url.ts";
import type { FetchFailed, FetchRefused } from "../http/fetch-result.ts";
import type { FetchSettings } from "../http/fetch-settings.ts";
import { type ConnectorDeps, createGuardedConnector } from "../http/guarded-connector.ts";
import { type HttpAnswer, httpRequest, locationOf } from "../http/http-request.ts";
import { createResolver } from "../http/resolver.ts";
import { readBody } from "../http/response-body.ts";
import { type Postponed, type SlotWalk, type SlotWalkDeps, startSlotWalk } from "../http/slot-walk.ts";
import type { SlotVerdict } from "../redis/frontier-slots.ts";

export type HubAnswer =
  /** It will verify what was asked. */
  | { readonly kind: "accepted" }
  | { readonly kind: "failed"; readonly message: string }
  /** It was not asked: its host wants, or was told, to be left alone for now. */
  | Postponed;

/** @param form fields of the request, as `application/x-www-form-urlencoded` */
export type AskHub = (hubUrl: string, form: URLSearchParams) => Promise<HubAnswer>;

/** RFC 9110, sections 15.4.8 and 15.4.9: the only redirects that keep the method. */
const POST_REDIRECTS: readonly number[] = [307, 308];
/** Hubs explain themselves in a line of text. */
const MAX_ANSWER_BYTES = 4_096;
const MAX_SHOWN_CHARS = 200;

type Step =
  | { readonly kind: "accepted" }
  | { readonly kind: "redirect"; readonly location: string }
  /** @param restMs the hub has too much to do, and wants to be left alone for so long; undefined for any other no */
  | { readonly kind: "declined"; readonly message: string; readonly restMs?: number }
  | FetchRefused
  | FetchFailed;

export interface HubClientDeps extends Partial<ConnectorDeps>, SlotWalkDeps {
  /** ms since epoch, for Retry-After dates. */
  readonly now: () => number;
}

export function createHubClient(settings: FetchSettings, deps: HubClientDeps): AskHub {
  const resolve = deps.resolve ?? createResolver(settings.connectTimeoutMs);
  const connector = createGuardedConnector(settings, { ...deps, resolve });
  const headers = {
    "user-agent": settings.userAgent,
    "content-type": "application/x-www-form-urlencoded",
    accept: "text/plain,*/*;q=0.1",
  };

  const post = (url: URL, form: URLSearchParams, timeLimitMs: number): Promise<Step> =>
    httpRequest({ url, headers, form: form.toString(), timeLimitMs }, connector, settings, (answer) =>
      stepOf(answer, url, settings.maxWireBytes, deps.now()),
    );

  return async (hubUrl, form) => {
    const walk = startSlotWalk(deps, `hub:${randomUUID()}`);
    let timeLeftMs = settings.totalTimeoutMs;
    let checked = fetchUrl(hubUrl, settings);
    for (let redirects = 0; redirects <= settings.maxRedirects; redirects++) {
      if (checked.kind === "refused") return { kind: "failed", message: checked.message };
      const asked = checked.url;
      const postponed = await postponedAt(walk, asked, redirects === 0 ? "first" : "hop");
      if (postponed !== undefined) return postponed;
      const startedAt = performance.now();
      const step = await inSlot(walk, () => post(asked, form, timeLeftMs));
      if (step.kind === "accepted") return step;
      if (step.kind !== "redirect") return { kind: "failed", message: step.message };
      timeLeftMs = Math.max(1, timeLeftMs - (performance.now() - startedAt));
      checked = fetchUrl(step.location, settings, asked.href);
    }
    return {
      kind: "failed",
      message: `${shownUrl(hubUrl)} redirects more than ${settings.maxRedirects} times`,
    };
  };
}

/** Does what the walk has booked its host for, and gives the host back. */
async function inSlot(walk: SlotWalk, post: () => Promise<Step>): Promise<Step> {
  let verdict: SlotVerdict = "failed";
  let restMs: number | undefined;
  try {
    const step = await post();
    if (step.kind === "declined") restMs = step.restMs;
    if (step.kind !== "failed") verdict = restMs === undefined ? "answered" : "slow-down";
    return step;
  } finally {
    await walk.release(verdict, restMs);
  }
}

/** Several subscriptions may wait for one hub: who is not its turn by then comes again, and others go before. */
const BOOKING_TRIES = 3;
const NEXT_TURN_MS = 2_000;

/** @returns undefined where the host is booked */
async function postponedAt(
  walk: SlotWalk,
  { href, host }: URL,
  request: "first" | "hop",
): Promise<Postponed | undefined> {
  for (let tries = 0; tries < BOOKING_TRIES; tries++) {
    const booking = await walk.tryBook(href, request);
    if (booking.kind === "booked") return undefined;
    if (booking.kind === "postponed") return booking;
  }
  return { kind: "postponed", waitMs: NEXT_TURN_MS, message: `others ask host ${host} first` };
}

async function stepOf(answer: HttpAnswer, asked: URL, maxWireBytes: number, now: number): Promise<Step> {
  const { status, headers, stream } = answer;
  if (isSuccess(status)) return { kind: "accepted" };
  const location = POST_REDIRECTS.includes(status) ? locationOf(headers) : undefined;
  if (location !== undefined) return { kind: "redirect", location };
  const { body } = await readBody(stream, headers["content-encoding"], {
    maxWireBytes,
    maxDecodedBytes: MAX_ANSWER_BYTES,
    atLimit: "cut",
    shownUrl: shownUrl(asked.href),
  });
  const said = body
    .toString("utf8")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, MAX_SHOWN_CHARS);
  const message = `${shownUrl(asked.href)} answered HTTP ${status}${said === "" ? "" : `: ${said}`}`;
  if (!isPleaForRest(status)) return { kind: "declined", message };
  return { kind: "declined", message, restMs: retryAfterMs(headers["retry-after"], now) ?? 0 };
}
