/*
 * The time of day beside a written day, and its zone.
 *
 *   14:05   14:05:30   2:05 PM   午後2時5分   오후 2:05   14h05   14.05 น.   02:05 م   2:05 μ.μ.   10:30 (GMT+7)   14.05 WIB   14:05 МСК
 *
 * A time without zone stays without: nothing is guessed from the language.
 */
import {
  AFTERNOONS,
  AM_MARKS,
  CLOCK_NOUNS,
  CLOCK_OPENERS,
  DURATION_UNITS,
  FORENOONS,
  HOUR_OPENERS,
  HOUR_SIGNS,
  LENGTH_SIGNS,
  MINUTE_SIGNS,
  PM_MARKS,
  THAI_CLOCK,
  ZONES,
} from "../vocabulary/clock-words.ts";
import { anyOf } from "../vocabulary/word-list.ts";

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; undefined where the line names no zone. */
  readonly offsetMinutes: number | undefined;
}

const DURATION = anyOf(DURATION_UNITS);
const HOUR_SIGN = anyOf(HOUR_SIGNS);
const CLOCK_NOUN = anyOf(CLOCK_NOUNS);

/** "5:30 Min" is how long a film runs. */
const COLON = new RegExp(`(?<![\\d.:])(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?![\\d:]|\\s?(?:${DURATION}))`, "i");
const LETTERED = new RegExp(
  `(?<![\\d.:])(\\d{1,2})(?:\\s?h\\s?(?=\\d{2})|\\s?(?:${HOUR_SIGN})\\s?)(\\d{1,2})(?:\\s?(?:${anyOf(MINUTE_SIGNS)})?)(?!\\d)`,
  "u",
);
const DOTTED = /(?<![\d.:])(\d{1,2})\.(\d{2})(?![\d.])/;
/** A full stop in any language, where a word beside it says that this is a time: "14.05 Uhr", "kl. 14.05". */
const DOTTED_BEFORE_WORD = new RegExp(
  `(?<![\\d.:])(\\d{1,2})\\.(\\d{2})(?=\\s?(?:${CLOCK_NOUN}|${THAI_CLOCK})(?!\\p{L}))`,
  "iu",
);
const DOTTED_BEHIND_WORD = new RegExp(
  `(?<!\\p{L})(?:${anyOf(CLOCK_OPENERS)})\\s(\\d{1,2})\\.(\\d{2})(?![\\d.])`,
  "iu",
);
/** "14 Uhr", "à 14h", "午後2時"; "3h" alone is as often how long something takes. */
const HOUR_ONLY = new RegExp(
  `(?<![\\d.:])(?:(\\d{1,2})\\s?(?:${CLOCK_NOUN}|${HOUR_SIGN})(?!\\s?\\d|${anyOf(LENGTH_SIGNS)})|` +
    `(?<=(?:^|\\s)(?:${anyOf(HOUR_OPENERS)})\\s)(\\d{1,2})\\s?h(?![\\p{L}\\d]))`,
  "iu",
);
/** Where a full stop parts hours and minutes (Unicode CLDR 48, timeFormats short; Thai and Italian by usage). */
const DOT_LANGUAGES = new Set(["da", "fi", "id", "it", "ms", "nb", "nn", "no", "th"]);

const HOURS = 24;
const HALF_DAY = 12;
const MINUTES = 60;

const BEFORE_NOON = new RegExp(`(?:${anyOf(FORENOONS)})\\s?$`, "u");
const BEHIND_NOON = new RegExp(`(?:${anyOf(AFTERNOONS)})\\s?$`, "u");
/** In lower case and without stops; a letter behind it makes another word. */
const AM = new RegExp(`^\\s?(?:${anyOf(AM_MARKS)})(?!\\p{L})`, "u");
const PM = new RegExp(`^\\s?(?:${anyOf(PM_MARKS)})(?!\\p{L})`, "u");
/** sáng and chiều; elsewhere "Sa" is a Saturday and "CH" a country. */
const VIETNAMESE_AM = /^\s?sa(?!\p{L})/u;
const VIETNAMESE_PM = /^\s?ch(?!\p{L})/u;
const MERIDIEM_LENGTH = 10;

/** "GMT - 3 min" tells how long the reading takes. */
const NAMED_OFFSET = new RegExp(
  `^[\\s,(]{0,3}(?:GMT|UTC)\\s?([-+−])\\s?(\\d{1,2})(?::?(\\d{2}))?(?!\\d|\\s?(?:${DURATION}))`,
);
/** Minutes as the zones of today have them (IANA time zone database 2024a). */
const BARE_OFFSET = /^[\s,(]{0,3}([-+−])(\d{2}):?(00|30|45)(?!\d)/;
/** "10:00-12:30", "10:00 -12:00": what may be the hour until which something lasts. */
const HOUR_BEHIND = /^(\s?)[-−](\d{2}):(\d{2})/;
/** What a machine writes in front of the clock. */
const MACHINE_DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Between the clock and its zone. */
const CLOCK_WORD = new RegExp(`^\\s?(?:${CLOCK_NOUN}|${THAI_CLOCK}\\.?|hrs?|h)(?![\\p{L}])`, "iu");
const NAMED_ZONE = new RegExp(`^[\\s,(]{0,3}(${Object.keys(ZONES).join("|")})(?!\\p{L})`, "u");
/** No place lies farther east or west (IANA time zone database 2024a). */
const MAX_OFFSET_HOURS = 14;
const MOST_HOURS_WEST = 12;
/** Minutes. */
const [MIN_BARE_OFFSET, MAX_BARE_OFFSET] = [-MOST_HOURS_WEST * MINUTES, MAX_OFFSET_HOURS * MINUTES];
/** Characters behind the clock in which its zone may stand. */
const ZONE_LENGTH = 24;

/**
 * @param line folded, in its own case
 * @param day where the day stands in it: the clock behind it counts, else the one before it
 */
export function findClock(
  line: string,
  day: { readonly from: number; readonly to: number },
  language: string | null,
): Clock | undefined {
  const isMachine = MACHINE_DAY.test(line.slice(day.from, day.to));
  return (
    clockIn(line.slice(day.to), language, isMachine) ?? clockIn(line.slice(0, day.from), language, false)
  );
}

interface ClockMatch {
  readonly from: number;
  readonly to: number;
  readonly hour: number;
  readonly minute: number;
  /** Undefined where the line has none. */
  readonly second: number | undefined;
}

function matchClock(text: string, language: string | null): ClockMatch | null {
  const isDotted = language !== null && DOT_LANGUAGES.has(language);
  const match =
    COLON.exec(text) ??
    LETTERED.exec(text) ??
    (isDotted ? DOTTED.exec(text) : null) ??
    DOTTED_BEFORE_WORD.exec(text) ??
    DOTTED_BEHIND_WORD.exec(text);
  const whole = match ?? HOUR_ONLY.exec(text);
  if (!whole) return null;
  const place = { from: whole.index, to: whole.index + whole[0].length };
  if (!match) return { ...place, hour: Number(whole[1] ?? whole[2]), minute: 0, second: undefined };
  const second = match[3] === undefined ? undefined : Number(match[3]);
  return { ...place, hour: Number(match[1]), minute: Number(match[2]), second };
}

function clockIn(text: string, language: string | null, isMachine: boolean): Clock | undefined {
  const match = matchClock(text, language);
  if (!match) return undefined;
  const before = text.slice(0, match.from);
  const { noon, rest } = meridiem(before, text.slice(match.to), language === "vi");
  const hour = hourOfDay(match.hour, noon);
  const { minute, second = 0 } = match;
  if (hour >= HOURS || minute >= MINUTES || second >= MINUTES) return undefined;
  const isExact = match.second !== undefined || before.endsWith("T");
  const isRange = !isExact && isHourRange(hour * MINUTES + minute, rest, isMachine);
  const zone = rest.replace(CLOCK_WORD, "").slice(0, ZONE_LENGTH);
  return { hour, minute, second, offsetMinutes: isRange ? undefined : zoneOf(zone) };
}

/**
 * True where a later hour follows ("10:00 -12:00"), and, behind a day that no machine wrote, where an hour follows
 * without a space ("22:00-02:00"). An earlier hour is a zone: "2023-11-28 14:05-03:00", "14:05 -03:00".
 */
function isHourRange(start: number, rest: string, isMachine: boolean): boolean {
  const [, space, hours, minutes] = HOUR_BEHIND.exec(rest) ?? [];
  if (hours === undefined) return false;
  return Number(hours) * MINUTES + Number(minutes) > start || (space === "" && !isMachine);
}

interface Meridiem {
  readonly noon: "am" | "pm" | null;
  /** What stands behind the mark. */
  readonly rest: string;
}

function meridiem(before: string, behind: string, isVietnamese: boolean): Meridiem {
  if (BEFORE_NOON.test(before)) return { noon: "am", rest: behind };
  if (BEHIND_NOON.test(before)) return { noon: "pm", rest: behind };
  const next = behind.slice(0, MERIDIEM_LENGTH).toLowerCase().replaceAll(".", " ").replace(/ {2}/g, " ");
  const am = (AM.exec(next) ?? (isVietnamese ? VIETNAMESE_AM.exec(next) : null))?.[0];
  const pm = (PM.exec(next) ?? (isVietnamese ? VIETNAMESE_PM.exec(next) : null))?.[0];
  const mark = am ?? pm;
  if (mark === undefined) return { noon: null, rest: behind };
  return { noon: am === undefined ? "pm" : "am", rest: behind.slice(mark.length).replace(/^\.{1,2}/, "") };
}

function hourOfDay(hour: number, noon: Meridiem["noon"]): number {
  if (noon === null || hour > HALF_DAY) return hour;
  return (hour % HALF_DAY) + (noon === "pm" ? HALF_DAY : 0);
}

function zoneOf(text: string): number | undefined {
  const named = NAMED_OFFSET.exec(text);
  if (named) {
    const isPossible = Number(named[2]) <= MAX_OFFSET_HOURS && Number(named[3] ?? 0) < MINUTES;
    return isPossible ? minutesEast(named) : undefined;
  }
  const bare = BARE_OFFSET.exec(text);
  if (bare) {
    const offset = minutesEast(bare);
    return offset >= MIN_BARE_OFFSET && offset <= MAX_BARE_OFFSET ? offset : undefined;
  }
  const name = NAMED_ZONE.exec(text)?.[1];
  return name === undefined ? undefined : ZONES[name];
}

function minutesEast([, sign, hours, minutes = "0"]: RegExpExecArray): number {
  return (Number(hours) * MINUTES + Number(minutes)) * (sign === "+" ? 1 : -1);
}
