/*
 * Words beside the time of day. Abbreviations that stand for several zones (IST, CST, BST, EST) are left out.
 *
 * Sources: Unicode CLDR 48 (dayPeriods, timeFormats and the units of duration of each language), Thai and Italian by
 * usage; zones from the IANA time zone database 2024a, only names that mean one zone in the languages of their readers.
 */
import type { WordList } from "./word-list.ts";

/** Behind figures that are no time but a length: "5:30 Min". */
export const DURATION_UNITS: readonly WordList[] = [
  { language: "mul", words: "min" },
  { language: "ru", words: "мин" },
];

/** Behind the hour, with or without minutes behind them: "14時05分". */
export const HOUR_SIGNS: readonly WordList[] = [
  { language: "ja", words: "時" },
  { language: "zh-Hans", words: "时|点" },
  { language: "zh-Hant", words: "時|點" },
  { language: "ko", words: "시" },
];
export const MINUTE_SIGNS: readonly WordList[] = [
  { language: "ja", words: "分" },
  { language: "zh", words: "分" },
  { language: "ko", words: "분" },
];
/** Behind an hour's sign they make a length of it: "3時間". */
export const LENGTH_SIGNS: readonly WordList[] = [
  { language: "ja", words: "間" },
  { language: "zh-Hant", words: "間" },
  { language: "zh-Hans", words: "间" },
  { language: "ko", words: "간" },
];

/** Behind hour and minutes: "14.05 Uhr". */
export const CLOCK_NOUNS: readonly WordList[] = [
  { language: "de", words: "Uhr" },
  { language: "nl", words: "uur" },
];
export const THAI_CLOCK = "น";
/** Before hour and minutes: "kl. 14.05". Some with a full stop, as patterns write it. */
export const CLOCK_OPENERS: readonly WordList[] = [
  { language: "da", words: "kl\\.?|klokken" },
  { language: "no", words: "kl\\.?|klokken" },
  { language: "sv", words: "kl\\.?" },
  { language: "fi", words: "klo" },
  { language: "it", words: "ore|alle" },
  { language: "pl", words: "godz\\.?" },
  { language: "de", words: "um" },
  { language: "nl", words: "om" },
  { language: "id", words: "pukul" },
  { language: "ms", words: "jam" },
  { language: "tr", words: "saat" },
  { language: "ro", words: "ora" },
  { language: "et", words: "kell" },
  { language: "sl", words: "ob" },
  { language: "hr", words: "u" },
];
/** Before "14 h", which alone is as often a length. */
export const HOUR_OPENERS: readonly WordList[] = [
  { language: "fr", words: "a|vers" },
  { language: "pt", words: "as" },
  { language: "es", words: "las" },
  { language: "de", words: "um" },
  { language: "nl", words: "om" },
];

/** Before the figures. */
export const FORENOONS: readonly WordList[] = [
  { language: "ja", words: "午前" },
  { language: "zh", words: "上午|凌晨|早上" },
  { language: "ko", words: "오전" },
];
export const AFTERNOONS: readonly WordList[] = [
  { language: "ja", words: "午後" },
  { language: "zh-Hans", words: "下午|晚上" },
  { language: "zh-Hant", words: "下午|晚上" },
  { language: "ko", words: "오후" },
];
/** Behind the figures, in lower case and without full stops; ` ?` stands for a space that may be there. */
export const AM_MARKS: readonly WordList[] = [
  { language: "en", words: "a ?m" },
  { language: "el", words: "π ?μ" },
  { language: "ar", words: "ص|صباحا" },
  { language: "fa", words: "ق ?ظ" },
];
export const PM_MARKS: readonly WordList[] = [
  { language: "en", words: "p ?m" },
  { language: "el", words: "μ ?μ" },
  { language: "ar", words: "م|مساء" },
  { language: "fa", words: "ب ?ظ" },
];

/** Minutes east of UTC. */
export const ZONES: Readonly<Record<string, number>> = {
  ...{ GMT: 0, UTC: 0 },
  ...{ CET: 60, CEST: 120, MEZ: 60, MESZ: 120, OEZ: 120, OESZ: 180, EET: 120, EEST: 180, MSK: 180, МСК: 180 },
  ...{ PKT: 300, WIB: 420, WITA: 480, HKT: 480, SGT: 480, WIT: 540, JST: 540, KST: 540 },
  ...{ AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 },
};
