/*
 * One job's way from host to host: it holds the slot of one host at a time, and gives it back before it
 * books the next. Short waits are slept here; a longer one is an answer, so that one slow host does not keep
 * a worker busy with waiting.
 *
 * The hop of a redirect is waited for longer: who gives up there asks the first URL again next time, and
 * would come to the same wait again, for ever.
 */
import { MAX_CRAWL_DELAY_MS } from "../../core/fetch/robots.ts";
import { politenessHost } from "../redis/frontier.ts";
import type { HostSlots, SlotVerdict } from "../redis/frontier-slots.ts";

export interface SlotWalkDeps {
  readonly frontier: Pick<HostSlots, "reserveHostSlot" | "beginHostSlot" | "releaseHostSlot">;
  /** ms, default 5,000: longest wait before the first request that is slept; longer ones are `postponed`. */
  readonly maxWaitMs?: number;
  /** ms, default 120,000, the longest delay a robots.txt may ask for: the same between a redirect and its target. */
  readonly maxHopWaitMs?: number;
  readonly sleep: (ms: number) => Promise<void>;
}

export interface Postponed {
  readonly kind: "postponed";
  readonly waitMs: number;
  readonly message: string;
}

/** Which request of the job is waited for: its first, or one that another led to. */
export type Step = "first" | "hop";

export interface SlotWalk {
  /** Books the URL's host, or sleeps until it may be asked: then look again at what is known, and book again. */
  tryBook(
    url: string,
    step: Step,
  ): Promise<{ readonly kind: "booked" } | { readonly kind: "slept" } | Postponed>;
  /** The booked request leaves. Not waited for: what goes wrong here is made up for by the release. */
  begin(): void;
  /** From the host that answered to the next URL's; sleeps as often as need be. */
  moveOn(url: string): Promise<{ readonly kind: "follow" } | Postponed>;
  /** Gives back what is booked, if anything. @param retryAfterMs the server's wish */
  release(verdict: SlotVerdict, retryAfterMs?: number): Promise<void>;
  /** Nothing will be asked of this host after all, whether it was booked or only handed out: it is free. */
  free(url: string): Promise<void>;
}

const DEFAULT_MAX_WAIT_MS = 5_000;
/** A paused host's URLs come back to see whether it still is. Those that redirect to it ask another host for that, so seldom. */
const PAUSED_WAIT_MS = { first: 60_000, hop: 3_600_000 } as const;

/** @param token names the job, so that it books again what it had booked before a crash */
export function startSlotWalk(deps: SlotWalkDeps, token: string): SlotWalk {
  const { frontier } = deps;
  const longestWaitMs = {
    first: deps.maxWaitMs ?? DEFAULT_MAX_WAIT_MS,
    hop: deps.maxHopWaitMs ?? MAX_CRAWL_DELAY_MS,
  };
  let booked: string | undefined;
  const release: SlotWalk["release"] = async (verdict, retryAfterMs) => {
    const host = booked;
    booked = undefined;
    if (host !== undefined) await frontier.releaseHostSlot(host, token, verdict, retryAfterMs);
  };
  const free: SlotWalk["free"] = async (url) => {
    booked = undefined;
    await frontier.releaseHostSlot(politenessHost(url), token, "unused");
  };
  const tryBook: SlotWalk["tryBook"] = async (url, step) => {
    const host = politenessHost(url);
    const slot = await frontier.reserveHostSlot(host, token);
    if (slot.kind === "paused") {
      await free(url);
      return { kind: "postponed", waitMs: PAUSED_WAIT_MS[step], message: `host ${host} is paused` };
    }
    if (slot.kind === "booked") {
      booked = host;
      return slot;
    }
    const { waitMs } = slot;
    if (waitMs > longestWaitMs[step])
      return { kind: "postponed", waitMs, message: `host ${host} is asked again in ${waitMs} ms` };
    await deps.sleep(waitMs);
    return { kind: "slept" };
  };
  return {
    tryBook,
    release,
    free,
    begin() {
      if (booked !== undefined) frontier.beginHostSlot(booked, token).catch(() => undefined);
    },
    async moveOn(url) {
      await release("answered");
      for (;;) {
        const booking = await tryBook(url, "hop");
        if (booking.kind === "booked") return { kind: "follow" };
        if (booking.kind === "postponed") return booking;
      }
    },
  };
}
