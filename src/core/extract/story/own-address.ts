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
  /** True where the page was fetched from its site's first address. */
  readonly isFrontPage: boolean;
  /**
   * True where nothing but the site's first address is known of a page, from what it calls itself: it may be the front
   * page, but many articles name that as theirs.
   */
  readonly mayBeFrontPage: boolean;
  private readonly own: readonly URL[];

  /**
   * @param fetched where the page was fetched from, empty where that is not known
   * @param stated what the page calls itself, empty ones are skipped
   */
  constructor(fetched: string, stated: readonly string[]) {
    const addresses = [fetched, ...stated].filter(Boolean);
    const base = addresses.find((address) => absoluteUrl(address, undefined) !== null) ?? SOME_BASE;
    const known = fetched === "" ? [] : urlOf(fetched, base);
    this.own = addresses.flatMap((address) => urlOf(address, base));
    this.isFrontPage = known.length > 0 && known.every(isSiteRoot);
    this.mayBeFrontPage = known.length === 0 && this.own.length > 0 && this.own.every(isSiteRoot);
  }

  /** @returns the address without its fragment where it is another page's, else null */
  elsewhere(href: string): string | null {
    const url = this.pageOf(href);
    if (url === undefined || this.isOwn(url)) return null;
    return `${url.host}${url.pathname}${url.search}`;
  }

  /** True for the page's own address in full, false for a place within it ("#comments"). */
  namesPage(href: string): boolean {
    const url = this.pageOf(href);
    return url !== undefined && this.isOwn(url);
  }

  /** True for an address of the page's own host. */
  staysOnSite(href: string): boolean {
    const host = this.pageOf(href)?.host;
    const hosts = this.own.length > 0 ? this.own.map((own) => own.host) : [new URL(SOME_BASE).host];
    return host !== undefined && hosts.includes(host);
  }

  /** Undefined for places within the page and what is no address of a page. */
  private pageOf(href: string): URL | undefined {
    const written = href.trim();
    return WITHIN.test(written) ? undefined : urlOf(written, this.own[0]?.href ?? SOME_BASE)[0];
  }

  private isOwn(url: URL): boolean {
    return this.own.some((own) => isSamePage(own, url));
  }
}

function urlOf(address: string, base: string): URL[] {
  const absolute = absoluteUrl(address, base);
  return absolute === null ? [] : [new URL(absolute)];
}

function isSiteRoot({ pathname, search }: URL): boolean {
  return pathname === "/" && search === "";
}

function isSamePage(own: URL, other: URL): boolean {
  if (own.host !== other.host || own.pathname !== other.pathname) return false;
  return other.search === "" || own.search === other.search || !SCRIPT_PATH.test(own.pathname);
}
