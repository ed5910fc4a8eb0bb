/* Evidence as two sentences that a newsroom can read: what decided, and the numbers; and why there is none. */
import { MIN_SHINGLES, notComparable } from "../fingerprint/comparable.ts";
import type { Evidence, Fingerprint, Guard } from "../model.ts";

/** What each rule of decision.ts and text-notes.ts looked at. */
const RULES_IN_WORDS: Readonly<Record<string, string>> = {
  "versions-differ": "fingerprints of two versions are not compared",
  "not-comparable": "one of the texts is too short to compare",
  "near-exact": "hardly a bit of the simhash differs, sizes and figures agree",
  sketch: "as far as samples of both texts tell",
  "little-shared": "too little is shared to look at the texts",
  furniture: "both tell other stories around what they share",
  mutual: "most of the two texts, taken together, is shared",
  passages: "by how much of the story's sentences stands in the other text",
  simhash: "by simhash alone",
  "same-text":
    "title and text are the same, letter for letter, as those of an article that had left the window by then",
};

const GUARDS_IN_WORDS: Readonly<Record<Guard, string>> = {
  template: "the phrases agree, and the figures or names do not",
  serial: "one outlet's recurring piece, days apart",
  digest: "one of them tells another story besides",
};

const PERCENT = 100;
const percent = (share: number): string => `${(share * PERCENT).toFixed(share > 0 && share < 1 ? 1 : 0)} %`;

/** `copy (rule mutual): most of the two texts, taken together, is shared`. */
export function ruleInWords({ relation, rule, guard }: Evidence): string {
  const named = guard === undefined ? `rule ${rule}` : `rule ${rule}, guard ${guard}`;
  const said = guard === undefined ? RULES_IN_WORDS[rule] : GUARDS_IN_WORDS[guard];
  return `${relation} (${named})${said === undefined ? "" : `: ${said}`}`;
}

/** The numbers the decision was made by. */
export function figuresInWords(evidence: Evidence): string {
  const { containment, cover, hamming, numberOverlap, quotationShare } = evidence;
  const parts = [
    `${percent(containment)} of the shorter text stands in the longer`,
    `${percent(cover)} of the longer in the shorter`,
    `${hamming} of 64 simhash bits ${hamming === 1 ? "differs" : "differ"}`,
  ];
  if (numberOverlap !== null) parts.push(`${percent(numberOverlap)} of the figures agree`);
  if (quotationShare) parts.push(`${percent(quotationShare)} of what is shared is quotation`);
  return parts.join(", ");
}

export function evidenceInWords(evidence: Evidence): string {
  return `${ruleInWords(evidence)}. ${figuresInWords(evidence)}`;
}

/** Why a text was compared with nothing: the limit and the value; undefined where it was compared. */
export function notComparedInWords(fingerprint: Fingerprint): string | undefined {
  const reason = notComparable(fingerprint);
  switch (reason) {
    case undefined:
      return undefined;
    case "no-words":
      return "the text has no words to compare";
    case "too-short":
      return `the text is too short to compare: ${fingerprint.shingleCount} distinct runs of four words, at least ${MIN_SHINGLES} are needed`;
    default:
      return reason satisfies never;
  }
}
