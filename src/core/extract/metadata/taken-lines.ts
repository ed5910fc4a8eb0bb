/*
 * What the passes took out of the text, read for metadata: datelines, sign-offs, bylines, photo credits.
 */
import { titleKey } from "../blocks/text-shape.ts";
import type { Taken } from "../draft.ts";
import { type Dateline, readDateline } from "../story/dateline.ts";
import { findPhotoCredit } from "../story/photo-credit.ts";
import { readSignOff } from "../story/sign-off.ts";
import {
  PLACE_OPENERS,
  ROLE_WORDS,
  SURNAME_ARTICLES,
  SURNAME_PARTICLES,
} from "../vocabulary/byline-words.ts";

function takenTexts(taken: readonly Taken[], reasons: readonly string[]): string[] {
  return taken.filter((entry) => reasons.includes(entry.reason)).map((entry) => entry.text);
}

/** Reasons for which the passes take out the small lines around a headline. */
const LINE_REASONS = [
  "byline",
  "date-line",
  "before-headline",
  "weak-cue",
  "soft-class",
  "publication-line",
  "label",
  "dek",
];
const MAX_LINE_CHARACTERS = 120;
/** Its word in any case; the name with a capital, or in a script that has none: "By the harbour" opens a sentence. */
const BYLINE =
  /^(?:[Bb]y|BY|[Vv]on|VON|[Pp]or|POR|[Pp]ar|PAR|[Dd]i|DI|[Aa]v|AV|[Dd]oor|DOOR|[Aa]f|AF|[Оо]т|ОТ|[Oo]leh|OLEH) [\p{Lu}\p{Lo}]/u;

/** True for a line that opens like "By Jonna Tvedt". */
export function isBylineText(text: string): boolean {
  return BYLINE.test(text);
}

/** Small lines around the headline that answer to the test, in reading order. */
export function takenLinesOf(taken: readonly Taken[], test: (text: string) => boolean): string[] {
  return takenTexts(taken, LINE_REASONS).filter((text) => text.length <= MAX_LINE_CHARACTERS && test(text));
}

const NAME_LINE_TAGS = new Set(["p", "strong", "b", "em", "i"]);

/** The small line right above the text, where it is set as text: on pages without author data it may be a bare name. */
export function lastLeadLabel(taken: readonly Taken[]): string[] {
  const last = taken.filter(({ step, reason }) => step === "lead-trim" && reason === "label").at(-1);
  return last !== undefined && NAME_LINE_TAGS.has(last.block.innerElement.tag) ? [last.text] : [];
}

/** "Jonna Tvedt | Staff Writer | 4 March 2031": between marks a name and a job. */
const BAR = /\s[|•·]\s/;
const FULL_NAME = new RegExp(
  `^\\p{Lu}\\S{0,24}(?: \\p{Lu}\\S{0,24}| (?:${SURNAME_PARTICLES}|${SURNAME_ARTICLES})){1,4}$`,
  "u",
);

/** Such lines above the text, as they stand. */
export function barredBylines(taken: readonly Taken[]): string[] {
  const lines = taken.filter(({ step, reason }) => step === "lead-trim" && LINE_REASONS.includes(reason));
  return lines
    .map(({ text }) => text)
    .filter((text) => text.length <= MAX_LINE_CHARACTERS && isBarredByline(text));
}

function isBarredByline(text: string): boolean {
  const [name = "", ...others] = text.split(BAR);
  if (!FULL_NAME.test(name) || PLACE_OPENERS.has(titleKey(name).split(" ")[0] ?? "")) return false;
  return others.some((other) =>
    titleKey(other)
      .split(" ")
      .some((word) => ROLE_WORDS.has(word)),
  );
}

const DASH_BEHIND = /\s?[-–—]{1,2}\s?$/u;

export function readTakenDateline(taken: readonly Taken[]): Dateline | null {
  const text = takenTexts(taken, ["dateline"])[0];
  if (text === undefined) return null;
  // The rest is no longer there; any sentence makes the head readable again, for Indonesian ones one in their language.
  return (
    readDateline(`${text.trimEnd()} A sentence stood behind it.`) ??
    readDateline(`${text.trimEnd()} Kalimat ini ada di sini untuk yang lain.`, text.replace(DASH_BEHIND, ""))
  );
}

export function readTakenSignOff(taken: readonly Taken[]): { reporters: string[]; agency: string | null } {
  const reporters: string[] = [];
  let agency: string | null = null;
  for (const text of takenTexts(taken, ["sign-off"])) {
    const found = readSignOff(text);
    reporters.push(...(found?.reporters ?? []));
    agency ??= found?.agency ?? null;
  }
  return { reporters, agency: agency ?? bracketedCredit(taken) };
}

const CUE_REASONS = ["interface-word", "interface", "weak-cue"];
const IN_BRACKETS = /^[([（].{2,80}[)\]）]\.?$/u;

/** "(dpa)" in a line of its own, which passes for a cue; without brackets it may belong to a picture. */
function bracketedCredit(taken: readonly Taken[]): string | null {
  const lines = taken.filter(({ step, reason }) => step === "cue-lines" && CUE_REASONS.includes(reason));
  for (const { text } of lines) {
    const agency = IN_BRACKETS.test(text) ? readSignOff(text)?.agency : null;
    if (agency) return agency;
  }
  return null;
}

export function readPhotoCredits(taken: readonly Taken[]): string[] {
  const credits = takenTexts(taken, ["caption"]).map((text) => findPhotoCredit(text)?.credit ?? "");
  return [...new Set(credits.filter(Boolean))];
}
