/* A URL as a message shows it: on one line, without a password or control characters, and no longer than a line. */

const SHOWN_CHARS = 120;
/** The last @ before the path ends it: a password may hold others. */
const CREDENTIALS = /\/\/[^/?#\s]*@/;

/** @param url any text that was offered as a URL */
export function shownUrl(url: string): string {
  // Before it is cut: a password may be longer than a line.
  const withoutCredentials = url.replace(CREDENTIALS, "//…@");
  const printable = withoutCredentials
    .slice(0, SHOWN_CHARS)
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
  return `"${printable}${withoutCredentials.length > SHOWN_CHARS ? "…" : ""}"`;
}
