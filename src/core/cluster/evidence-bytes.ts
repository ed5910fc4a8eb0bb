/*
 * Evidence as 14 bytes, for the notes on every examined pair; evidence-line.ts is the same for people.
 *
 *   containment 2 | cover 2 | shared shingles 3 | number overlap 2 | quotation share 2 | hamming 1
 *   | relation, guard, shorter side 1 | rule 1 (index of RULES, or UNLISTED and the word behind it)
 *
 * Shares stand in thousandths, as `keptEvidence` rounds them. Containment and cover stand first: their sum is
 * what notes are ordered by.
 */
import { type Evidence, GUARDS, RELATIONS, type Relation } from "../model.ts";

const NO_GUARD_FIRST = [undefined, ...GUARDS] as const;
/** Rules of decision.ts and text-notes.ts. Only ever appended to: what is stored names them by place. */
const RULES: readonly string[] = [
  "near-exact",
  "sketch",
  "passages",
  "mutual",
  "little-shared",
  "furniture",
  "simhash",
  "same-text",
];
const UNLISTED = 0xff;
const PER_MILLE = 1_000;
const NOT_KNOWN = 0xffff;
const NOT_MEASURED = 0xfffe;
const MAX_SHINGLES = 0xffffff;
const SHARE_BYTES = 2;
const SHINGLE_BYTES = 3;
const RELATION_BITS = 2;
const GUARD_BITS = 2;
const CONTAINMENT_AT = 0;
const COVER_AT = CONTAINMENT_AT + SHARE_BYTES;
const SHARED_AT = COVER_AT + SHARE_BYTES;
const NUMBERS_AT = SHARED_AT + SHINGLE_BYTES;
const QUOTES_AT = NUMBERS_AT + SHARE_BYTES;
const HAMMING_AT = QUOTES_AT + SHARE_BYTES;
const LABELS_AT = HAMMING_AT + 1;
const RULE_AT = LABELS_AT + 1;
const LENGTH = RULE_AT + 1;

/** @param evidence its shares are rounded to thousandths */
export function packEvidence(evidence: Evidence): Buffer {
  const bytes = Buffer.alloc(LENGTH);
  bytes.writeUInt16BE(perMille(evidence.containment), CONTAINMENT_AT);
  bytes.writeUInt16BE(perMille(evidence.cover), COVER_AT);
  bytes.writeUIntBE(Math.min(Math.round(evidence.sharedShingles), MAX_SHINGLES), SHARED_AT, SHINGLE_BYTES);
  bytes.writeUInt16BE(packOptional(evidence.numberOverlap), NUMBERS_AT);
  bytes.writeUInt16BE(packOptional(evidence.quotationShare), QUOTES_AT);
  bytes.writeUInt8(evidence.hamming, HAMMING_AT);
  bytes.writeUInt8(packLabels(evidence), LABELS_AT);
  const rule = RULES.indexOf(evidence.rule);
  bytes.writeUInt8(rule < 0 ? UNLISTED : rule, RULE_AT);
  return rule < 0 ? Buffer.concat([bytes, Buffer.from(evidence.rule, "utf8")]) : bytes;
}

/** @throws Error for bytes that `packEvidence` has not written */
export function unpackEvidence(bytes: Buffer): Evidence {
  const ruleIndex = bytes.length < LENGTH ? -1 : bytes.readUInt8(RULE_AT);
  const rule = ruleIndex === UNLISTED ? bytes.toString("utf8", LENGTH) : RULES[ruleIndex];
  if (!rule) throw new Error(`not packed evidence: ${bytes.toString("hex")}`);
  const labels = bytes.readUInt8(LABELS_AT);
  const relation = RELATIONS[labels % RELATIONS.length] as Relation;
  const guard = NO_GUARD_FIRST[(labels >>> RELATION_BITS) % NO_GUARD_FIRST.length];
  const quotationShare = unpackOptional(bytes.readUInt16BE(QUOTES_AT));
  return {
    relation,
    rule,
    ...(guard ? { guard } : {}),
    hamming: bytes.readUInt8(HAMMING_AT),
    containment: bytes.readUInt16BE(CONTAINMENT_AT) / PER_MILLE,
    cover: bytes.readUInt16BE(COVER_AT) / PER_MILLE,
    sharedShingles: bytes.readUIntBE(SHARED_AT, SHINGLE_BYTES),
    numberOverlap: unpackOptional(bytes.readUInt16BE(NUMBERS_AT)) ?? null,
    ...(quotationShare === undefined ? {} : { quotationShare }),
    shorter: labels >>> (RELATION_BITS + GUARD_BITS) === 0 ? "a" : "b",
  };
}

const perMille = (share: number): number => Math.round(share * PER_MILLE);

function packOptional(share: number | null | undefined): number {
  if (share === undefined) return NOT_MEASURED;
  return share === null ? NOT_KNOWN : perMille(share);
}

function unpackOptional(value: number): number | null | undefined {
  if (value === NOT_MEASURED) return undefined;
  return value === NOT_KNOWN ? null : value / PER_MILLE;
}

function packLabels({ relation, guard, shorter }: Evidence): number {
  const side = shorter === "a" ? 0 : 1;
  const labels = RELATIONS.indexOf(relation) | (NO_GUARD_FIRST.indexOf(guard) << RELATION_BITS);
  return labels | (side << (RELATION_BITS + GUARD_BITS));
}
