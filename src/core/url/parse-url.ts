/**
 * Not by `URL.canParse`: once V8 has compiled a caller of it, Node 20 takes a string of Latin-1 for UTF-8 there and
 * refuses `http://bücher.example/`; and not by `URL.parse`, which not every Node that this project supports has.
 * @param text a URL, absolute unless a base is given
 * @returns the parsed URL; undefined where the WHATWG parser refuses it
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
