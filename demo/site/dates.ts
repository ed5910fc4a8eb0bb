/* How outlets print the moment of publication. Times are printed in the outlet's own offset, as written. */

const MONTHS_EN = "January February March April May June July August September October November December";
const MONTHS_DE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember";
const WEEKDAYS_EN = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday";
const NOON = 12;

/** The parts of an RFC 3339 time as written, `2026-11-12T06:40:00+01:00`. */
export interface DateParts {
  readonly year: string;
  readonly month: number;
  readonly monthName: string;
  readonly monthNameGerman: string;
  readonly weekday: string;
  readonly day: number;
  /** `06:40` */
  readonly clock: string;
  /** `6:40 a.m.` */
  readonly clockUs: string;
}

/** Throws on anything that is not an RFC 3339 time: the site's own stories are at fault then. */
export function dateParts(time: string): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):\d{2}[+-]\d{2}:\d{2}$/.exec(time);
  if (match === null) throw new Error(`"${time}" is not an RFC 3339 time with an offset`);
  const [, year = "", month = "", day = "", hour = "", minute = ""] = match;
  const weekday = new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay();
  return {
    year,
    month: Number(month),
    monthName: MONTHS_EN.split(" ")[Number(month) - 1] ?? "",
    monthNameGerman: MONTHS_DE.split(" ")[Number(month) - 1] ?? "",
    weekday: WEEKDAYS_EN.split(" ")[weekday] ?? "",
    day: Number(day),
    clock: `${hour}:${minute}`,
    clockUs: `${Number(hour) % NOON || NOON}:${minute} ${Number(hour) < NOON ? "a.m." : "p.m."}`,
  };
}
