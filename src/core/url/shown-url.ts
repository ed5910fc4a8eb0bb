/* A URL as a message shows it: on one line, without control characters, and no longer than a line. */

const SHOWN_CHARS = 120;

/** @param url any text that was offered as a URL */
export function shownUrl(url: string): string {
  const start = url.slice(0, SHOWN_CHARS).replace(/\/\/[^/@\s]*@/, "//…@");
  const printable = start.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    "\ufffd",
  );
  return `"${printable}${url.length > SHOWN_CHARS ? "…" : ""}"`;
}
