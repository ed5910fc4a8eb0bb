/* What a feed says about itself: when to look again, its hubs, its own URL; and links by their `rel`. */

import { DAY_MS, HOUR_MS } from "../units.ts";
import { absoluteLink } from "./entry-fields.ts";
import type { FeedHints } from "./feed-model.ts";
import { hubUrls } from "./websub-discovery.ts";

interface LinkLike {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** RDF Site Summary 1.0 syndication module; a month and a year as their mean length. */
const PERIOD_MS: Readonly<Record<string, number>> = {
  hourly: HOUR_MS,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
  monthly: 30 * DAY_MS,
  yearly: 365 * DAY_MS,
};
/** A feed that wishes to be read more seldom than once a year, or never, is not believed. */
const MAX_HINT_MS = 365 * DAY_MS;

const relsOf = (link: LinkLike): string[] => (link.rel ?? "alternate").toLowerCase().split(/\s+/);

export const linksByRel = (links: readonly LinkLike[] | undefined, rel: string): Array<string | undefined> =>
  (links ?? []).filter((link) => relsOf(link).includes(rel)).map(({ href }) => href);

/** Links to the page itself, HTML first: some feeds name a JSON or PDF twin as an alternate as well. */
export function alternateLinks(links: readonly LinkLike[] | undefined): Array<string | undefined> {
  const alternates = (links ?? []).filter((link) => relsOf(link).includes("alternate"));
  const isPage = (link: LinkLike): boolean => link.type === undefined || link.type.includes("html");
  return [...alternates.filter(isPage), ...alternates.filter((link) => !isPage(link))].map(
    ({ href }) => href,
  );
}

interface SyndicationHints {
  readonly updatePeriod?: string | undefined;
  readonly updateFrequency?: number | undefined;
}

function updatePeriodMs(sy: SyndicationHints | undefined): number | undefined {
  const period = PERIOD_MS[sy?.updatePeriod?.trim().toLowerCase() ?? ""];
  const frequency = sy?.updateFrequency ?? 1;
  return period === undefined || !(frequency > 0) ? undefined : period / frequency;
}

const believable = (ms: number | undefined): ms is number => ms !== undefined && ms > 0 && ms <= MAX_HINT_MS;

export function hintsOf(said: {
  readonly ttlMs?: number | undefined;
  readonly sy?: SyndicationHints | undefined;
  readonly hubs?: readonly (string | undefined)[] | undefined;
  readonly self?: string | undefined;
  readonly feedUrl: string;
}): FeedHints {
  const periodMs = updatePeriodMs(said.sy);
  const hubs = hubUrls(said.hubs ?? [], said.feedUrl);
  const self = absoluteLink(said.self, said.feedUrl);
  return {
    ...(believable(said.ttlMs) ? { ttlMs: said.ttlMs } : {}),
    ...(believable(periodMs) ? { updatePeriodMs: periodMs } : {}),
    ...(hubs.length === 0 ? {} : { hubs }),
    ...(self === null ? {} : { self }),
  };
}
