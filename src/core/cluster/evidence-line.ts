/*
 * Evidence as one short line that a person can read in redis-cli:
 *
 *   copy near-exact - 0 0.981 0.964 412 1 - a
 *   |    |          | | |     |     |   | | `- the shorter side
 *   |    |          | | |     |     |   | `--- quotation share      (-: nothing taken, ?: not measured)
 *   |    |          | | |     |     |   `----- number overlap       (-: too few numbers)
 *   |    |          | | |     |     `--------- shared shingles
 *   |    |          | | |     `--------------- cover
 *   |    |          | | `--------------------- containment
 *   |    |          | `----------------------- Hamming distance
 *   |    |          `------------------------- guard                (-: none)
 *   |    `------------------------------------ rule that decided
 *   `----------------------------------------- relation
 *
 * Under 64 bytes as a rule, which keeps small Redis hashes of such lines in their compact encoding.
 */
import { type Evidence, GUARDS, type Guard, RELATIONS, type Relation } from "../model.ts";

const ABSENT = "-";
const NOT_MEASURED = "?";
/** Shares are estimates from samples of 256: three digits are more than they are worth. */
const KEPT_DIGITS = 1_000;
const FIELD_COUNT = 10;

const isRelation = (word: string): word is Relation => RELATIONS.some((relation) => relation === word);
const isGuard = (word: string): word is Guard => GUARDS.some((guard) => guard === word);

const rounded = (share: number): number => Math.round(share * KEPT_DIGITS) / KEPT_DIGITS;
const optional = (share: number | null | undefined): string | number => {
  if (share === undefined) return NOT_MEASURED;
  return share === null ? ABSENT : rounded(share);
};

function refuseRuleOfWords({ rule }: Evidence): void {
  if (!/^\S+$/.test(rule)) throw new RangeError(`evidence has the rule "${rule}", not one word`);
}

/** @throws RangeError where the rule is no single word */
export function encodeEvidence(evidence: Evidence): string {
  refuseRuleOfWords(evidence);
  const { relation, rule, guard, hamming, containment, cover, sharedShingles, shorter } = evidence;
  const shared = `${rounded(containment)} ${rounded(cover)} ${Math.round(sharedShingles)}`;
  const numbersAndQuotes = `${optional(evidence.numberOverlap)} ${optional(evidence.quotationShare)}`;
  return `${relation} ${rule} ${guard ?? ABSENT} ${hamming} ${shared} ${numbersAndQuotes} ${shorter}`;
}

/** @throws Error for a line that `encodeEvidence` has not written */
export function decodeEvidence(line: string): Evidence {
  const words = line.split(" ");
  const [
    relation = "",
    rule = "",
    guard = "",
    hamming,
    containment,
    cover,
    shared,
    numbers,
    quotes,
    shorter,
  ] = words;
  if (words.length !== FIELD_COUNT || !isRelation(relation)) {
    throw new Error(`not a line of evidence: "${line}"`);
  }
  return {
    relation,
    rule,
    ...(isGuard(guard) ? { guard } : {}),
    hamming: Number(hamming),
    containment: Number(containment),
    cover: Number(cover),
    sharedShingles: Number(shared),
    numberOverlap: readShare(numbers) ?? null,
    ...(quotes === NOT_MEASURED ? {} : { quotationShare: readShare(quotes) ?? null }),
    shorter: shorter === "a" ? "a" : "b",
  };
}

function readShare(word: string | undefined): number | undefined {
  return word === undefined || word === ABSENT || word === NOT_MEASURED ? undefined : Number(word);
}

/**
 * Evidence with the digits that are kept: what `decodeEvidence` reads of its line.
 * @throws RangeError where the rule is no single word
 */
export function keptEvidence(evidence: Evidence): Evidence {
  refuseRuleOfWords(evidence);
  const { numberOverlap, quotationShare } = evidence;
  return {
    ...evidence,
    containment: rounded(evidence.containment),
    cover: rounded(evidence.cover),
    sharedShingles: Math.round(evidence.sharedShingles),
    numberOverlap: numberOverlap === null ? null : rounded(numberOverlap),
    ...(typeof quotationShare === "number" ? { quotationShare: rounded(quotationShare) } : {}),
  };
}

/** The same pair seen from its other side. */
export function flipEvidence(evidence: Evidence): Evidence {
  return { ...evidence, shorter: evidence.shorter === "a" ? "b" : "a" };
}

/** Orders evidence: the stronger, the larger. 0 to 2. */
export function strengthOf(evidence: Evidence): number {
  return evidence.containment + evidence.cover;
}
