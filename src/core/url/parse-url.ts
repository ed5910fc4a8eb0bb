/**
 * @param text a URL, absolute unless a base is given
 * @returns the parsed URL; undefined where the WHATWG parser refuses it. (`URL.parse` says the same, but
 *   not on every Node that this project supports.)
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}
