/*
 * What a page says about being kept and mined, from its HTTP headers or its metas.
 *
 * `noarchive` and `noai` are robots directives (`X-Robots-Tag`, `<meta name="robots">`); `tdm-reservation`
 * and `tdm-policy` are the TDM Reservation Protocol (W3C Community Group report, 2024). Where header and
 * page differ, the stricter counts. Directives addressed to another robot by name are not ours.
 */
import type { ArticleRights, RightsSource } from "../model.ts";

/** The values as sent; absent where nothing was. */
export interface RightsStatements {
  /** `X-Robots-Tag` or the robots meta, several joined by ", ". */
  readonly robots?: string | undefined;
  readonly tdmReservation?: string | undefined;
  readonly tdmPolicy?: string | undefined;
}

/** Robots directives that carry a value: what stands before their colon is no robot's name. */
const DIRECTIVES_WITH_VALUE: ReadonlySet<string> = new Set([
  "unavailable_after",
  "max-snippet",
  "max-image-preview",
  "max-video-preview",
]);
const ROBOT_NAME = /^(?:\*|[a-z][a-z0-9._-]*)$/;

/**
 * The directives that hold for every robot, lower case.
 * @param value `noindex, googlebot: noarchive`: a name holds until the next one
 */
export function robotsDirectives(value: string): ReadonlySet<string> {
  const directives = new Set<string>();
  let isForAll = true;
  for (const part of value.toLowerCase().split(",")) {
    const colon = part.indexOf(":");
    const name = part.slice(0, Math.max(0, colon)).trim();
    const isAddressed = ROBOT_NAME.test(name) && !DIRECTIVES_WITH_VALUE.has(name);
    if (isAddressed) isForAll = name === "*";
    const directive = (isAddressed ? part.slice(colon + 1) : part).trim();
    if (isForAll && directive !== "") directives.add(directive);
  }
  return directives;
}

/** "1" reserves, "0" does not; anything else is a protocol error and counts as nothing said. */
function reservationOf(value: string | undefined): boolean | null {
  const word = value?.trim();
  return word === "1" ? true : word === "0" ? false : null;
}

/** As long as any URL wirefold asks for. */
const MAX_POLICY_CHARACTERS = 2_048;

function policyOf(value: string | undefined): string | null {
  const text = value?.trim() ?? "";
  if (text.length > MAX_POLICY_CHARACTERS || !/^https?:/i.test(text)) return null;
  return URL.canParse(text) ? new URL(text).href : null;
}

const SOURCES = {
  headers: { robots: "x-robots-tag", tdm: "tdm-header" },
  metas: { robots: "meta-robots", tdm: "tdm-meta" },
} as const satisfies Record<string, Record<string, RightsSource>>;

/** @returns undefined where nothing is said that anybody here acts on */
export function rightsOf(
  statements: RightsStatements,
  place: keyof typeof SOURCES,
): ArticleRights | undefined {
  const directives = robotsDirectives(statements.robots ?? "");
  const noarchive = directives.has("noarchive");
  const noai = directives.has("noai");
  const tdmReservation = reservationOf(statements.tdmReservation);
  const tdmPolicy = policyOf(statements.tdmPolicy);
  const sources: RightsSource[] = [];
  if (noarchive || noai) sources.push(SOURCES[place].robots);
  if (tdmReservation !== null || tdmPolicy !== null) sources.push(SOURCES[place].tdm);
  return sources.length === 0 ? undefined : { noarchive, noai, tdmReservation, tdmPolicy, sources };
}

/** The stricter of both; the page's own policy before the server's. */
export function stricterRights(
  ofHeaders: ArticleRights | undefined,
  ofMetas: ArticleRights | undefined,
): ArticleRights | undefined {
  if (ofHeaders === undefined || ofMetas === undefined) return ofHeaders ?? ofMetas;
  return {
    noarchive: ofHeaders.noarchive || ofMetas.noarchive,
    noai: ofHeaders.noai || ofMetas.noai,
    tdmReservation: stricterReservation(ofHeaders.tdmReservation, ofMetas.tdmReservation),
    tdmPolicy: ofMetas.tdmPolicy ?? ofHeaders.tdmPolicy,
    sources: [...ofHeaders.sources, ...ofMetas.sources],
  };
}

function stricterReservation(a: boolean | null, b: boolean | null): boolean | null {
  if (a === null || b === null) return a ?? b;
  return a || b;
}
