/* When a server says that it wants to be asked again (RFC 9110 section 10.2.3). */
import { DAY_MS, SECOND_MS } from "../units.ts";

/** Nobody who says "in a month" means it for one page; the job's own tries end long before. */
const LONGEST_MS = DAY_MS;

/**
 * @param header the `Retry-After` header: seconds or an HTTP date
 * @param now ms since epoch
 * @returns ms to wait, 0 to 24 h; undefined where there is no header or it says nothing readable
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * SECOND_MS : httpDate(text) - now;
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(0, wait), LONGEST_MS);
}

/** NaN where the text is none. Date.parse alone would read `-5` as a date, and dates without a zone in this machine's. */
function httpDate(text: string): number {
  return /^[A-Z][a-z]+, .* GMT$/.test(text) ? Date.parse(text) : Number.NaN;
}
