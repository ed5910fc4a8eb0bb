/*
 * Does a link lead elsewhere, or to a place of the page itself? Entries of a live blog and answers of a list of
 * questions have such addresses: `#entry-3`, `?entry=3`, the page's own address with either.
 */
import { absoluteUrl } from "../metadata/meta.ts";

/** Pages behind which a query names the article: `/index.php?id=12`. */
const SCRIPT_PATH = /(?:^\/$|\/$|\.(?:php|aspx?|jsp|cgi|html?)$)/i;
const WITHIN = /^(?:#|javascript:|mailto:|tel:|whatsapp:|data:|$)/i;
/** Any base: addresses are only compared. */
const SOME_BASE = "https://page.example/";

export class OwnAddress {
  private readonly own: readonly URL[];

  /** @param addresses where the page was fetched from and what it calls itself, empty ones are skipped */
  constructor(addresses: readonly string[]) {
    const base = addresses.find((address) => absoluteUrl(address, undefined) !== null) ?? SOME_BASE;
    this.own = addresses.filter(Boolean).flatMap((address) => urlOf(address, base));
  }

  /** True where the page is its site's first page; false where its address is not known. */
  get isFrontPage(): boolean {
    return this.own.some(({ pathname, search }) => pathname === "/" && search === "");
  }

  /** @returns the address without its fragment where it is another page's, else null */
  elsewhere(href: string): string | null {
    const written = href.trim();
    if (WITHIN.test(written)) return null;
    const url = urlOf(written, this.own[0]?.href ?? SOME_BASE)[0];
    if (url === undefined || this.own.some((own) => isSamePage(own, url))) return null;
    return `${url.host}${url.pathname}${url.search}`;
  }
}

function urlOf(address: string, base: string): URL[] {
  const absolute = absoluteUrl(address, base);
  return absolute === null ? [] : [new URL(absolute)];
}

function isSamePage(own: URL, other: URL): boolean {
  if (own.host !== other.host || own.pathname !== other.pathname) return false;
  return other.search === "" || own.search === other.search || !SCRIPT_PATH.test(own.pathname);
}
