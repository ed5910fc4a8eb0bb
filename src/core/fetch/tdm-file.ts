/*
 * `/.well-known/tdmrep.json`: what a host reserves of text and data mining, path by path.
 *
 *   [{ "location": "/archive/*.html$", "tdm-reservation": 1, "tdm-policy": "https://…" }, …]
 *
 * TDM Reservation Protocol, W3C Community Group Final Report (2024), section "TDM File on the Origin
 * Server". The first rule whose location fits counts; `*` stands for any characters and `$` at the end
 * for the end of the path, as in robots.txt. Left out: policies are named, never fetched.
 */
import { parseUrl } from "../url/parse-url.ts";

export interface TdmRule {
  /** Pattern of paths. */
  readonly location: string;
  /** "1" reserves, "0" does not; other words are protocol errors, and read as nothing said. */
  readonly reservation: string;
  readonly policy?: string;
}

const BYTE_ORDER_MARK = /^\uFEFF/;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** @returns the rules in order; none where the text is not such a file: web pages are sent in its place */
export function tdmRulesOf(text: string): readonly TdmRule[] {
  const document = parsed(text.replace(BYTE_ORDER_MARK, ""));
  // A single rule without its brackets is a common mistake, and says clearly what is meant.
  const entries: readonly unknown[] = Array.isArray(document) ? document : [document];
  return entries.flatMap((entry) => (isObject(entry) ? ruleOf(entry) : []));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ruleOf(entry: Readonly<Record<string, unknown>>): TdmRule[] {
  const location = entry.location;
  const reservation = entry["tdm-reservation"];
  const policy = entry["tdm-policy"];
  if (typeof location !== "string" || (typeof reservation !== "number" && typeof reservation !== "string"))
    return [];
  const rule = { location, reservation: String(reservation) };
  return [typeof policy === "string" ? { ...rule, policy } : rule];
}

/** @returns the first rule that holds for this URL of the host */
export function tdmRuleFor(rules: readonly TdmRule[], url: string): TdmRule | undefined {
  const { origin, pathname, search } = new URL(url);
  const path = comparable(pathname + search);
  return rules.find(({ location }) => {
    const pattern = patternOf(location, origin);
    return pattern !== undefined && fits(pattern, path);
  });
}

/** Written as the path of a URL, so that `/städte/` and `/st%c3%a4dte/` are one pattern. */
function patternOf(location: string, origin: string): string | undefined {
  const address = origin + (location.startsWith("/") ? location : `/${location}`);
  const parsed = parseUrl(address);
  return parsed && comparable(parsed.pathname + parsed.search);
}

const UNRESERVED = /[A-Za-z0-9._~-]/;
const HEX = 16;

/** Percent-encodings of plain characters are undone, the others written in capitals. */
const comparable = (path: string): string =>
  path.replace(/%([0-9a-f]{2})/gi, (encoded, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, HEX));
    return UNRESERVED.test(character) ? character : encoded.toUpperCase();
  });

/** Takes each piece between wildcards where it comes first: one pass over the path, whatever the pattern. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith("$");
  const [start = "", ...pieces] = (isWhole ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(start)) return false;
  if (isWhole && pieces.length === 0) return path === start;
  const ending = isWhole ? pieces.pop() : undefined;
  let at = start.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return ending === undefined || (path.length - ending.length >= at && path.endsWith(ending));
}
