/*
 * One page, asked for politely: robots.txt first, then the host's files on rights, then the request; each in
 * the host's slot. The same for the target of each redirect, since that is another request and often another
 * host.
 *
 *   url ─▶ robots known? ──no──▶ slot ─▶ ask for robots.txt ─▶ release ─┐
 *              │  ▲                                                     │
 *              │  └─────────────────────────────────────────────────────┤
 *              ├─▶ disallowed ─▶ blocked-by-robots                      │
 *              └─▶ allowed ─▶ slot ─▶ rights known? ──no──▶ ask ─▶ release
 *                                          └─▶ yes ─▶ request ─▶ release (slower after 429 and 503)
 */
import { isPleaForRest } from "../../core/fetch/http-status.ts";
import { type RightsFileName, rightsFileUrl } from "../../core/fetch/rights-files.ts";
import { politenessHost } from "../redis/frontier.ts";
import type { HostSlots, SlotVerdict } from "../redis/frontier-slots.ts";
import type { FetchResult } from "./fetch-result.ts";
import type { HostFile } from "./host-file-fetcher.ts";
import type { HostRights } from "./host-rights.ts";
import type { Conditional, PageFetcher, RedirectVerdict } from "./page-fetcher.ts";
import type { Robots, RobotsLookup } from "./robots-cache.ts";
import type { FetchedRobots } from "./robots-fetcher.ts";
import { type Postponed, type SlotWalk, type SlotWalkDeps, type Step, startSlotWalk } from "./slot-walk.ts";

export interface PoliteFetcherDeps extends SlotWalkDeps {
  readonly fetcher: PageFetcher;
  /** Undefined: robots.txt is neither asked for nor obeyed; only for hosts of one's own. */
  readonly robots: Robots | undefined;
  /** Undefined: no host is asked what it says about the use of its pages. */
  readonly rights: HostRights | undefined;
  readonly frontier: HostSlots;
  /** ms since epoch. */
  readonly now: () => number;
}

export interface PoliteFetcher {
  /** @param token names the request: the job's id */
  fetchPolitely(url: string, token: string, conditional?: Conditional): Promise<FetchResult>;
}

type Gate = { readonly kind: "open" } | Exclude<RedirectVerdict, { kind: "follow" }>;

export function createPoliteFetcher(deps: PoliteFetcherDeps): PoliteFetcher {
  return {
    async fetchPolitely(url, token, conditional) {
      const walk = startSlotWalk(deps, token);
      const gate = await openGate(deps, walk, url, "first");
      if (gate.kind !== "open") return gate;
      let verdict: SlotVerdict = "failed";
      let retryAfterMs: number | undefined;
      try {
        const beforeRedirect = async (target: string): Promise<RedirectVerdict> => {
          await walk.release("answered");
          const next = await openGate(deps, walk, target, "hop");
          return next.kind === "open" ? { kind: "follow" } : next;
        };
        const result = await deps.fetcher.fetchPage(url, conditional, beforeRedirect, walk.begin);
        verdict = verdictOf(result);
        retryAfterMs = result.kind === "failed" ? result.retryAfterMs : undefined;
        return await withHostStatements(deps.rights, result);
      } finally {
        await walk.release(verdict, retryAfterMs);
      }
    },
  };
}

/** Waits until the URL may be asked; where it is open, its host's slot is booked. */
async function openGate(deps: PoliteFetcherDeps, walk: SlotWalk, url: string, step: Step): Promise<Gate> {
  const { robots, rights } = deps;
  for (;;) {
    const known: RobotsLookup | undefined = await robots?.lookUp(url);
    const forbidden = known?.kind === "known" ? forbiddenBy(known, deps.now()) : undefined;
    if (forbidden !== undefined) {
      await walk.free(url);
      return forbidden;
    }
    const booking = await walk.tryBook(url, step);
    if (booking.kind === "postponed") return booking;
    if (booking.kind === "slept") continue;
    if (robots !== undefined && known?.kind !== "known") {
      const postponed = await askForRobots(deps, robots, walk, url);
      if (postponed !== undefined) return postponed;
      continue;
    }
    const missing = await rights?.missing(url);
    if (rights === undefined || missing === undefined) return { kind: "open" };
    await askForRights(rights, robots, walk, url, missing);
  }
}

/** With the host booked: robots.txt is a request like any other, and the page's own comes one delay later. */
async function askForRobots(
  deps: PoliteFetcherDeps,
  robots: Robots,
  walk: SlotWalk,
  url: string,
): Promise<Postponed | undefined> {
  let verdict: SlotVerdict = "failed";
  let retryAfterMs: number | undefined;
  try {
    const asked = await robots.ask(url, walk.moveOn, async (answer) => {
      if (answer.kind !== "unreachable")
        await deps.frontier.setCrawlDelay(politenessHost(url), answer.crawlDelayMs);
    });
    if (asked.kind === "postponed") return asked;
    verdict = robotsVerdictOf(asked.fetched);
    retryAfterMs = asked.fetched.retryAfterMs;
    return undefined;
  } finally {
    await walk.release(verdict, retryAfterMs);
  }
}

/** The same for a file on rights. Whatever comes of it, the page is asked for next. */
async function askForRights(
  rights: HostRights,
  robots: Robots | undefined,
  walk: SlotWalk,
  url: string,
  name: RightsFileName,
): Promise<void> {
  // robots.txt speaks of this file as of any other.
  const allowed = await robots?.lookUp(rightsFileUrl(name, url));
  if (allowed?.kind === "known" && allowed.answer.kind === "disallowed") {
    await rights.leaveOut(url, name);
    return walk.free(url);
  }
  let verdict: SlotVerdict = "failed";
  let retryAfterMs: number | undefined;
  try {
    const file = await rights.ask(url, name, walk.moveOn);
    verdict = fileVerdictOf(file);
    if (file.kind === "status") retryAfterMs = file.retryAfterMs;
  } finally {
    await walk.release(verdict, retryAfterMs);
  }
}

async function withHostStatements(rights: HostRights | undefined, result: FetchResult): Promise<FetchResult> {
  if (rights === undefined || result.kind !== "page") return result;
  const hostStatements = await rights.statements(result.finalUrl);
  return hostStatements === undefined ? result : { ...result, hostStatements };
}

function robotsVerdictOf({ file, status }: FetchedRobots): SlotVerdict {
  if (isPleaForRest(status)) return "slow-down";
  return file.kind === "unreachable" && file.error !== "http-status" ? "failed" : "answered";
}

function fileVerdictOf(file: HostFile): SlotVerdict {
  if (file.kind === "unreachable") return "failed";
  return file.kind === "status" && isPleaForRest(file.status) ? "slow-down" : "answered";
}

function forbiddenBy(known: RobotsLookup & { kind: "known" }, now: number): Gate | undefined {
  const { answer, freshUntil } = known;
  switch (answer.kind) {
    case "allowed":
      return undefined;
    case "disallowed":
      return { kind: "blocked-by-robots", message: answer.message };
    case "unreachable":
      return {
        kind: "failed",
        error: answer.error,
        message: `robots.txt is out of reach, so nothing may be asked: ${answer.message}`,
        retryAfterMs: Math.max(0, freshUntil - now),
        permanent: false,
      };
    default:
      return answer satisfies never;
  }
}

function verdictOf(result: FetchResult): SlotVerdict {
  if (result.kind !== "failed") return "answered";
  if (isPleaForRest(result.status)) return "slow-down";
  return result.status === undefined ? "failed" : "answered";
}
