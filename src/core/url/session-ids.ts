/*
 * Session ids in URLs: one visitor's name, never the page's. Three places:
 *   path parameter   /story;jsessionid=8A3F…      Java servlets (Servlet specification 7.1.3)
 *   path segment     /(S(4x1zqr55…))/story.aspx   ASP.NET cookieless sessions
 *   query            ?PHPSESSID=…  ?sid=<32 hex>  PHP, ColdFusion, forums
 * A query name that sites also use for content (`sid`, `s`, `session`) counts only with a value that no
 * editor would have typed.
 */

import { namesIn } from "./name-lists.ts";

/** Names compared in lower case. */
const SESSION_NAMES: ReadonlySet<string> = namesIn(
  "phpsessid jsessionid aspsessionid cfid cftoken oscsid zenid sessionid session_id",
  "sess_id sessid xtc_sid jservsessionid",
);
/** ASP appends random letters to the name itself: ASPSESSIONIDQQRTACBD. */
const SESSION_PREFIX = "aspsessionid";

const AMBIGUOUS_NAMES: ReadonlySet<string> = namesIn("sid s session sess");
/** PHP's and vBulletin's ids are MD5 digests in hex: 32 digits, some forums print them longer. */
const RANDOM_VALUE = /^[0-9a-f]{32,}$/i;

const PATH_PARAMETER = /;(?:jsessionid|phpsessid|sid|sessionid|cfid|cftoken)=[^/;]*/gi;
/** One or several letters each with a token in parentheses: (S(…)), (A(…)S(…)F(…)). */
const COOKIELESS_SEGMENT = /\/\((?:[ASFX]\([0-9a-z_-]{8,}\))+\)(?=\/)/gi;

/**
 * @param name the parameter's name, percent-decoded
 * @param value its value, percent-decoded
 */
export function isSessionParameter(name: string, value: string): boolean {
  const lowered = name.toLowerCase();
  if (SESSION_NAMES.has(lowered) || lowered.startsWith(SESSION_PREFIX)) return true;
  return AMBIGUOUS_NAMES.has(lowered) && RANDOM_VALUE.test(value);
}

/** @param path an absolute URL path */
export function withoutSessionIds(path: string): string {
  return path.replace(PATH_PARAMETER, "").replace(COOKIELESS_SEGMENT, "");
}
