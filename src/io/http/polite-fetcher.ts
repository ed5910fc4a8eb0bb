/*
 * One page, asked for politely: robots.txt first, then the host's slot, then the request; the same for the
 * target of each redirect, since that is another request and often another host.
 *
 *   url ─▶ robots known? ──no──▶ slot ─▶ ask for robots.txt ─▶ release ─┐
 *              │  ▲                                                     │
 *              │  └─────────────────────────────────────────────────────┘
 *              ├─▶ disallowed ─▶ blocked-by-robots
 *              └─▶ allowed ─▶ slot ─▶ request ─▶ release (slower after 429 and 503)
 *
 * Short waits are slept here; a longer one gives the URL back as `postponed`, so that one slow host does not
 * keep a worker busy with waiting.
 */
import type { FailureKind } from "../../core/outcome.ts";
import type { Frontier, SlotVerdict } from "../redis/frontier.ts";
import { politenessHost } from "../redis/frontier.ts";
import type { FetchResult } from "./fetch-result.ts";
import type { Conditional, PageFetcher, RedirectVerdict } from "./page-fetcher.ts";
import type { Robots, RobotsLookup } from "./robots-cache.ts";
import type { FetchedRobots } from "./robots-fetcher.ts";

export interface PoliteFetcherDeps {
  readonly fetcher: PageFetcher;
  /** Undefined: robots.txt is neither asked for nor obeyed; only for hosts of one's own. */
  readonly robots: Robots | undefined;
  readonly frontier: Pick<Frontier, "reserveHostSlot" | "releaseHostSlot" | "setCrawlDelay">;
  /** ms, default 5,000: longest wait that is slept; longer ones are `postponed`. */
  readonly maxWaitMs?: number;
  readonly sleep: (ms: number) => Promise<void>;
  /** ms since epoch. */
  readonly now: () => number;
}

export interface PoliteFetcher {
  /** @param token names the request: the job's id */
  fetchPolitely(url: string, token: string, conditional?: Conditional): Promise<FetchResult>;
}

const DEFAULT_MAX_WAIT_MS = 5_000;
/** A paused host's URLs come back to see whether it still is. */
const PAUSED_WAIT_MS = 60_000;
const TOO_MANY_REQUESTS = 429;
const SERVICE_UNAVAILABLE = 503;

type Gate =
  | { readonly kind: "open" }
  | Exclude<RedirectVerdict, { kind: "follow" }>
  | {
      readonly kind: "failed";
      readonly error: FailureKind;
      readonly message: string;
      readonly retryAfterMs: number;
    };

export function createPoliteFetcher(deps: PoliteFetcherDeps): PoliteFetcher {
  const { fetcher, frontier } = deps;
  return {
    async fetchPolitely(url, token, conditional) {
      const gate = await openGate(deps, url, token);
      if (gate.kind !== "open") return gate.kind === "failed" ? { ...gate, permanent: false } : gate;
      let bookedHost: string | undefined = politenessHost(url);
      let verdict: SlotVerdict = "failed";
      let retryAfterMs: number | undefined;
      try {
        const result = await fetcher.fetchPage(url, conditional, async (target) => {
          if (bookedHost !== undefined) await frontier.releaseHostSlot(bookedHost, token, "answered");
          bookedHost = undefined;
          const next = await openGate(deps, target, token);
          if (next.kind === "open") bookedHost = politenessHost(target);
          return redirectVerdictOf(next);
        });
        verdict = verdictOf(result);
        retryAfterMs = result.kind === "failed" ? result.retryAfterMs : undefined;
        return result;
      } finally {
        if (bookedHost !== undefined)
          await frontier.releaseHostSlot(bookedHost, token, verdict, retryAfterMs);
      }
    },
  };
}

/** Waits until the URL may be asked; where it is open, its host's slot is booked for this token. */
async function openGate(deps: PoliteFetcherDeps, url: string, token: string): Promise<Gate> {
  const host = politenessHost(url);
  const refuse = async (gate: Gate): Promise<Gate> => {
    await deps.frontier.releaseHostSlot(host, token, "unused");
    return gate;
  };
  for (;;) {
    const known: RobotsLookup | undefined = await deps.robots?.lookUp(url);
    const forbidden = known?.kind === "known" ? forbiddenBy(known, deps.now()) : undefined;
    if (forbidden !== undefined) return refuse(forbidden);
    const slot = await deps.frontier.reserveHostSlot(host, token);
    if (slot.kind === "paused")
      return refuse({ kind: "postponed", waitMs: PAUSED_WAIT_MS, message: `host ${host} is paused` });
    if (slot.kind === "wait") {
      if (slot.waitMs > (deps.maxWaitMs ?? DEFAULT_MAX_WAIT_MS))
        return {
          kind: "postponed",
          waitMs: slot.waitMs,
          message: `host ${host} is asked again in ${slot.waitMs} ms`,
        };
      await deps.sleep(slot.waitMs);
      continue;
    }
    if (deps.robots === undefined || known?.kind === "known") return { kind: "open" };
    await askForRobots(deps, deps.robots, url, host, token);
  }
}

/** With the host booked: robots.txt is a request like any other, and the page's own comes one delay later. */
async function askForRobots(
  deps: PoliteFetcherDeps,
  robots: Robots,
  url: string,
  host: string,
  token: string,
): Promise<void> {
  let verdict: SlotVerdict = "failed";
  try {
    const { answer, fetched } = await robots.ask(url);
    verdict = robotsVerdictOf(fetched);
    if (answer.kind !== "unreachable") await deps.frontier.setCrawlDelay(host, answer.crawlDelayMs);
  } finally {
    await deps.frontier.releaseHostSlot(host, token, verdict);
  }
}

function robotsVerdictOf({ file }: FetchedRobots): SlotVerdict {
  return file.kind === "unreachable" && file.error !== "http-status" ? "failed" : "answered";
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
      };
    default:
      return answer satisfies never;
  }
}

function redirectVerdictOf(gate: Gate): RedirectVerdict {
  if (gate.kind === "open") return { kind: "follow" };
  // A target whose robots.txt is out of reach is tried again with the whole URL.
  if (gate.kind === "failed") return { kind: "postponed", waitMs: gate.retryAfterMs, message: gate.message };
  return gate;
}

function verdictOf(result: FetchResult): SlotVerdict {
  if (result.kind !== "failed") return "answered";
  if (result.status === TOO_MANY_REQUESTS || result.status === SERVICE_UNAVAILABLE) return "slow-down";
  return result.status === undefined ? "failed" : "answered";
}
