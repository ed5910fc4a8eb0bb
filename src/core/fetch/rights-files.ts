/*
 * What a host says about its pages in files of their own, beside robots.txt:
 *
 *   /.well-known/tdmrep.json  text and data mining reserved or not (tdm-file.ts)
 *   /ai.txt                   what may be used for training: the grammar of robots.txt, about paths and file types
 *
 * Nobody standardised ai.txt. Of its two kinds the one with `User-Agent` and `Disallow` is read (Spawning,
 * 2023); in a Markdown one, which describes a site to assistants, nothing is found. These files are about
 * use, not about access: what they forbid stands on the article and stops no request.
 */

import { HOUR_MS, KIBI } from "../units.ts";
import type { HostStatements } from "./rights.ts";
import { robotsAnswer, robotsFileOfBytes } from "./robots.ts";
import { type TdmRule, tdmRuleFor, tdmRulesOf } from "./tdm-file.ts";

const RIGHTS_FILES = { tdm: "/.well-known/tdmrep.json", ai: "/ai.txt" } as const;
export type RightsFileName = keyof typeof RIGHTS_FILES;
export const RIGHTS_FILE_NAMES: readonly RightsFileName[] = ["tdm", "ai"];

/** Bytes that are read of such a file: some thousand rules. A longer tdmrep.json is cut, and then no JSON. */
export const RIGHTS_FILE_MAX_BYTES = 64 * KIBI;

/** What is kept of each file: its rules as text; empty where there are none. */
export type KeptRightsFiles = Readonly<Record<RightsFileName, string>>;

/** @param page a URL of the host */
export const rightsFileUrl = (name: RightsFileName, page: string): string =>
  new URL(RIGHTS_FILES[name], page).href;

/** @returns the rules alone, as text; many hosts answer with a web page, of which nothing is kept */
export function keptRightsFile(name: RightsFileName, bytes: Uint8Array): string {
  if (name === "ai") {
    const file = robotsFileOfBytes(bytes);
    return file.kind === "rules" ? file.text : "";
  }
  const rules = tdmRulesOf(new TextDecoder("utf-8").decode(bytes));
  return rules.length === 0 ? "" : JSON.stringify(rules);
}

/**
 * What the host's files say about one page.
 * @param productToken the robot's name in ai.txt, `wirefold`
 * @returns undefined where they say nothing
 */
export function hostStatements(
  files: KeptRightsFiles,
  url: string,
  productToken: string,
): HostStatements | undefined {
  // Written by keptRightsFile.
  const rules = files.tdm === "" ? [] : (JSON.parse(files.tdm) as readonly TdmRule[]);
  const rule = tdmRuleFor(rules, url);
  const robots = isKeptFromTraining(files.ai, url, productToken) ? "noai" : undefined;
  if (rule === undefined && robots === undefined) return undefined;
  return { robots, tdmReservation: rule?.reservation, tdmPolicy: rule?.policy };
}

/** An article is HTML whatever its address ends with: `Disallow: *.html` speaks of it. */
function isKeptFromTraining(aiTxt: string, url: string, productToken: string): boolean {
  if (aiTxt === "") return false;
  const file = { kind: "rules", text: aiTxt } as const;
  const asHtml = new URL(url);
  if (!/\.html?$/i.test(asHtml.pathname))
    asHtml.pathname = `${asHtml.pathname.replace(/\/$/, "/index")}.html`;
  return [url, asHtml.href].some((each) => robotsAnswer(file, each, productToken).kind === "disallowed");
}

/** Believed for a day at most, as robots.txt is: a new reservation holds from the next day on. */
const LONGEST_FRESH_MS = 24 * HOUR_MS;
/** And for an hour at least, whatever Cache-Control says; after a failure too. */
const SHORTEST_FRESH_MS = HOUR_MS;

/**
 * How long a file need not be asked for again, ms.
 * @param maxAgeMs of its Cache-Control, undefined where it has none
 */
export const rightsFileFreshMs = (maxAgeMs: number | undefined): number =>
  Math.min(Math.max(maxAgeMs ?? LONGEST_FRESH_MS, SHORTEST_FRESH_MS), LONGEST_FRESH_MS);

/** After a failure what was known before holds on, and the file is asked for again this much later. */
export const RIGHTS_FILE_RETRY_MS = SHORTEST_FRESH_MS;
