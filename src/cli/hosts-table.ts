/* The hosts of the frontier for people: a table of many, lines about one. */

import { MINUTE_MS, SECOND_MS } from "../core/units.ts";
import type { FrontierHost } from "../io/redis/frontier-hosts.ts";
import { shownDuration } from "./feeds-table.ts";
import { clipped, shown, table } from "./terminal.ts";

const HOST_WIDTH = 48;

/** `0.05 s`, `1.5 s`, `2 min`. */
export const shownDelay = (ms: number): string =>
  ms < MINUTE_MS ? `${ms / SECOND_MS} s` : shownDuration(ms);

/** `3 fresh and 120 backlog URLs`. */
export const urlsInWords = ({ fresh, backlog }: Pick<FrontierHost, "fresh" | "backlog">): string =>
  `${fresh} fresh and ${backlog} backlog URLs`;

function due(host: FrontierHost, now: number): string {
  if (host.isPaused) return "paused";
  if (host.isBeingAsked) return "being asked";
  if (host.dueAt === null) return "nothing waits";
  return host.dueAt <= now ? "now" : `in ${shownDelay(host.dueAt - now)}`;
}

const slowed = ({ slowness }: FrontierHost): string => (slowness > 1 ? `×${slowness}` : "");

export function hostTable(hosts: readonly FrontierHost[], now: number): string {
  const rows = hosts.map((host) => [
    clipped(host.host, HOST_WIDTH),
    host.fresh,
    host.backlog,
    due(host, now),
    shownDelay(host.delayMs),
    slowed(host),
  ]);
  return table(["host", "fresh", "backlog", "due", "delay", "slowed down"], rows);
}

const LABEL_WIDTH = 14;

export function hostLines(host: FrontierHost, now: number): string[] {
  const line = (label: string, value: string): string => `${label.padEnd(LABEL_WIDTH)} ${value}`;
  const optional = (label: string, ms: number | null): string[] =>
    ms === null ? [] : [line(label, shownDelay(ms))];
  return [
    line("host", shown(host.host)),
    line("waiting", urlsInWords(host)),
    line("due", due(host, now)),
    line("delay", shownDelay(host.delayMs)),
    ...optional("set by hand", host.operatorDelayMs),
    ...optional("by robots.txt", host.crawlDelayMs),
    ...(host.slowness > 1 ? [line("slowed down", `${slowed(host)} by 429 or 503`)] : []),
  ];
}
