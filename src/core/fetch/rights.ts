/*
 * What is said about keeping and mining a page: by files of its host, by its HTTP headers, by its metas.
 *
 * `noarchive` and `noai` are robots directives (`X-Robots-Tag`, `<meta name="robots">`): whoever says them,
 * they hold. `tdm-reservation` and `tdm-policy` are the TDM Reservation Protocol (W3C Community Group report,
 * 2024): there a header counts before the host's file, and the page's own metas before both (section
 * "Processing priority"). A directive addressed to a robot by name holds for that robot: this one or another.
 */
import type { ArticleRights, RightsSource } from "../model.ts";
import { parseUrl } from "../url/parse-url.ts";

/** The values as sent; absent where nothing was. */
export interface RightsStatements {
  /** `X-Robots-Tag` or the robots meta; several as several lines: a robot's name holds to the end of its line. */
  readonly robots?: string | undefined;
  readonly tdmReservation?: string | undefined;
  readonly tdmPolicy?: string | undefined;
  /** What files of the host say about this page (rights-files.ts). */
  readonly ofHost?: HostStatements | undefined;
}

export type HostStatements = Omit<RightsStatements, "ofHost">;

/** Robots directives that carry a value (`max-snippet: 20`): what stands before their colon is no robot's name. */
const DIRECTIVE_WITH_VALUE = /^(?:unavailable_after|max-[a-z-]+)$/;
const ROBOT_NAME = /^(?:\*|[a-z][a-z0-9._-]*)$/;

/**
 * The directives that hold for every robot or for this one, lower case.
 * @param value `noindex, googlebot: noarchive`: a name holds until the next one, or to the end of its line
 * @param productToken this robot's name, in any case
 */
export function robotsDirectives(value: string, productToken: string): ReadonlySet<string> {
  const ours = ["*", productToken.toLowerCase()];
  const directives = new Set<string>();
  for (const line of value.toLowerCase().split("\n"))
    for (const directive of directivesOfLine(line, ours)) directives.add(directive);
  return directives;
}

function directivesOfLine(line: string, ours: readonly string[]): string[] {
  const directives: string[] = [];
  let isOurs = true;
  for (const part of line.split(",")) {
    const colon = part.indexOf(":");
    const name = part.slice(0, Math.max(0, colon)).trim();
    const isAddressed = ROBOT_NAME.test(name) && !DIRECTIVE_WITH_VALUE.test(name);
    if (isAddressed) isOurs = ours.includes(name);
    const directive = (isAddressed ? part.slice(colon + 1) : part).trim();
    if (isOurs && directive !== "") directives.push(directive);
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
  return parseUrl(text)?.href ?? null;
}

const SOURCES = {
  files: { robots: "ai-txt", tdm: "tdm-file" },
  headers: { robots: "x-robots-tag", tdm: "tdm-header" },
  metas: { robots: "meta-robots", tdm: "tdm-meta" },
} as const satisfies Record<string, Record<string, RightsSource>>;

/**
 * @param place where the statements stand; those of the host's files bring their own
 * @param productToken this robot's name: what is said to it counts like what is said to all
 * @returns undefined where nothing is said that anybody here acts on
 */
export function rightsOf(
  statements: RightsStatements,
  place: Exclude<keyof typeof SOURCES, "files">,
  productToken: string,
): ArticleRights | undefined {
  const ofHost = statements.ofHost && rightsSaid(statements.ofHost, "files", productToken);
  return combinedRights(ofHost, rightsSaid(statements, place, productToken));
}

function rightsSaid(
  statements: HostStatements,
  place: keyof typeof SOURCES,
  productToken: string,
): ArticleRights | undefined {
  const directives = robotsDirectives(statements.robots ?? "", productToken);
  const noarchive = directives.has("noarchive");
  const noai = directives.has("noai");
  const tdmReservation = reservationOf(statements.tdmReservation);
  const tdmPolicy = policyOf(statements.tdmPolicy);
  const sources: RightsSource[] = [];
  if (noarchive || noai) sources.push(SOURCES[place].robots);
  if (tdmReservation !== null || tdmPolicy !== null) sources.push(SOURCES[place].tdm);
  return sources.length === 0 ? undefined : { noarchive, noai, tdmReservation, tdmPolicy, sources };
}

/** @param specific said closer to the page: its reservation counts before the general one's */
export function combinedRights(
  general: ArticleRights | undefined,
  specific: ArticleRights | undefined,
): ArticleRights | undefined {
  if (general === undefined || specific === undefined) return general ?? specific;
  const tdmReservation = specific.tdmReservation ?? general.tdmReservation;
  // Terms belong to the reservation that they were said with.
  const areStillMeant = tdmReservation === general.tdmReservation;
  return {
    noarchive: general.noarchive || specific.noarchive,
    noai: general.noai || specific.noai,
    tdmReservation,
    tdmPolicy: specific.tdmPolicy ?? (areStillMeant ? general.tdmPolicy : null),
    sources: [...general.sources, ...specific.sources],
  };
}
