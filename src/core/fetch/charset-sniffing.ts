/*
 * The encoding of a page that declares none.
 *
 * Idea: wrong decodings look wrong. Bytes that are well-formed UTF-8 are UTF-8. Else each legacy encoding
 * of the web is tried on a sample, and what comes out is held against what the writing looks like:
 *   Japanese has kana in every sentence; Korean is nearly all Hangul; Chinese lies in the rows of common
 *   characters of its own encoding; Cyrillic, Greek, Hebrew, Arabic and Thai consist of long runs of bytes
 *   above 127, of which the eight commonest letters of the language make up half.
 * What fits nothing is windows-1252, as in browsers: its accents stand alone between ASCII letters.
 *
 * Left out: telling apart the Latin encodings (windows-1250, -1254, -1257): pages in them declare it, or
 * lose an accent here and there. A language model per encoding would do better [1] and weigh megabytes.
 *
 * [1] Li, Momoi. A composite approach to language/encoding detection. Unicode Conference 19 (2001).
 */
import { isUtf8 } from "node:buffer";
import { TextDecoder as LegacyDecoder } from "@exodus/bytes/encoding.js";

/** Enough for a verdict; a page of megabytes needs no more. */
const SAMPLE_BYTES = 65_536;
const FALLBACK = "windows-1252";
/** Least mean lengths of a run of bytes above 127: one character of two bytes, a word of an alphabet; an accent has 1. */
const EAST_ASIAN_RUN_BYTES = 1.8;
const ALPHABET_RUN_BYTES = 3;

/** @returns an encoding's name of the Encoding Standard, in lower case */
export function sniffedEncoding(bytes: Uint8Array): string {
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== undefined) return utf16;
  if (isUtf8(bytes)) return switchesAlphabets(bytes) ? "iso-2022-jp" : "utf-8";
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const run = meanRunOfHighBytes(sample);
  return (
    (run >= EAST_ASIAN_RUN_BYTES ? eastAsianEncoding(sample) : undefined) ??
    (run >= ALPHABET_RUN_BYTES ? alphabetEncoding(sample) : undefined) ??
    FALLBACK
  );
}

const UTF16_SAMPLE_BYTES = 1_024;
/** Markup is ASCII: in UTF-16 nearly every second byte of it is 0, and no other encoding has any 0. */
const ZERO_SHARE = 0.3;

function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, UTF16_SAMPLE_BYTES);
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < (length / 2) * ZERO_SHARE || length === 0) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** ISO-2022-JP is ASCII with escapes into JIS X 0208 (`ESC $ B`, `ESC $ @`). */
function switchesAlphabets(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE_BYTES)).toString(
    "latin1",
  );
  return text.includes("\u001b$B") || text.includes("\u001b$@");
}

const KANA = /[\u3041-\u30fe]/g;
const HANGUL = /[\uac00-\ud7a3]/g;
const NOT_ASCII = /[^\u0000-\u007f]/g;
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** Least share of kana in Japanese: headlines full of names have about a quarter, running text a half. */
const KANA_SHARE = 0.2;
/** Least share of Hangul in Korean; the rest are quotation marks and a few Chinese characters. */
const HANGUL_SHARE = 0.85;
/** Least share of common characters in Chinese; real text has above .9, other encodings' bytes below .7. */
const COMMON_SHARE = 0.8;

function eastAsianEncoding(sample: Uint8Array): string | undefined {
  for (const encoding of ["euc-jp", "shift_jis"]) {
    const text = decodedOrNothing(sample, encoding);
    if (text !== undefined && count(text, KANA) >= count(text, NOT_ASCII) * KANA_SHARE) return encoding;
  }
  const korean = decodedOrNothing(sample, "euc-kr");
  if (korean !== undefined && count(korean, HANGUL) >= count(korean, NOT_ASCII) * HANGUL_SHARE)
    return "euc-kr";
  const gb = commonShare(sample, isCommonInGb);
  const big5 = commonShare(sample, isCommonInBig5);
  if (Math.max(gb, big5) < COMMON_SHARE) return undefined;
  return gb >= big5 ? "gb18030" : "big5";
}

/** Rows of GB 2312 level 1 (common characters by sound) and its punctuation. */
const isCommonInGb = (lead: number, trail: number): boolean =>
  trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3);
/** Rows of Big5 level 1 (common characters by strokes) and its punctuation. */
const isCommonInBig5 = (lead: number, trail: number): boolean =>
  lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);

/** Share of the byte pairs that begin above 127 and are common characters. */
function commonShare(sample: Uint8Array, isCommon: (lead: number, trail: number) => boolean): number {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at + 1 < sample.length; at++) {
    const lead = sample[at] as number;
    if (lead < FIRST_LEAD) continue;
    at++;
    pairs++;
    if (isCommon(lead, sample[at] as number)) common++;
  }
  return pairs === 0 ? 0 : common / pairs;
}

const FIRST_LEAD = 0x81;

/** The eight commonest letters of each language, lower case where the script has cases. */
const ALPHABETS: ReadonlyArray<readonly [encoding: string, commonLetters: string]> = [
  ["windows-1251", "оеаинтср"],
  ["koi8-r", "оеаинтср"],
  ["iso-8859-5", "оеаинтср"],
  ["ibm866", "оеаинтср"],
  ["windows-1253", "αοιετσνη"],
  ["windows-1255", "יוהלאתרמ"],
  ["windows-1256", "اليمونرت"],
  // Thai spreads over vowels and tone marks as well: twelve signs make up what eight do elsewhere.
  ["windows-874", "านรอกเงวมย่ี"],
];
/** Least share of these among all characters above 127: text has about .55, a wrong decoding about .3. */
const COMMON_LETTERS_SHARE = 0.45;
function alphabetEncoding(sample: Uint8Array): string | undefined {
  let best: string | undefined;
  let bestShare = COMMON_LETTERS_SHARE;
  for (const [encoding, letters] of ALPHABETS) {
    const text = new LegacyDecoder(encoding).decode(sample);
    const share = count(text, new RegExp(`[${letters}]`, "g")) / Math.max(1, count(text, NOT_ASCII));
    if (share > bestShare) [best, bestShare] = [encoding, share];
  }
  return best;
}

function meanRunOfHighBytes(sample: Uint8Array): number {
  let runs = 0;
  let high = 0;
  let wasHigh = false;
  for (const byte of sample) {
    const isHigh = byte > LAST_ASCII;
    if (isHigh) high++;
    if (isHigh && !wasHigh) runs++;
    wasHigh = isHigh;
  }
  return runs === 0 ? 0 : high / runs;
}

const LAST_ASCII = 0x7f;

/** Undefined where the bytes are malformed in this encoding; the sample's last character may be cut. */
function decodedOrNothing(sample: Uint8Array, encoding: string): string | undefined {
  try {
    return new LegacyDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return undefined;
  }
}
