/*
 * The one way in. URLs are checked, named and put into the frontier; local documents skip the frontier
 * and wait for extraction at once. Offering the same thing twice changes nothing.
 */
import type { RightsStatements } from "../core/fetch/rights.ts";
import type { UrlKey } from "../core/model.ts";
import type { Offer } from "../core/outcome.ts";
import type { Announcement } from "../core/poll/announcement.ts";
import { canonicalUrl } from "../core/url/canonical-url.ts";
import { localUrn, urlKey } from "../core/url/ids.ts";
import { type FrontierClass, type FrontierEntry, politenessHost } from "./redis/frontier.ts";
import type { GivenFields, PageStore } from "./redis/page-store.ts";
import type { UrlStore } from "./redis/url-store.ts";

export interface OfferedUrl {
  readonly url: string;
  /** `enqueue`, or the feed's URL. */
  readonly source: string;
  /** Fetch again what has an outcome already. */
  readonly refetch?: boolean | undefined;
  /** Fresh news goes before bulk imports and archives. Default `fresh`. */
  readonly priority?: FrontierClass | undefined;
  readonly announced?: Announcement | undefined;
  /** Fields its article is given, whatever its page says. */
  readonly given?: GivenFields | undefined;
}

export interface LocalDocument {
  readonly kind: "html" | "text";
  readonly body: Buffer;
  /** The page's own address; without it the document is named by its content. */
  readonly url?: string | undefined;
  readonly given?: GivenFields | undefined;
  readonly refetch?: boolean | undefined;
  /** Who offers it. Default `enqueue`. */
  readonly source?: string | undefined;
  readonly announced?: Announcement | undefined;
  /** What is known of a page that was fetched before; a document at hand has none of it. */
  readonly finalUrl?: string | undefined;
  readonly contentType?: string | undefined;
  /** ms since epoch. Default now. */
  readonly fetchedAt?: number | undefined;
  readonly rights?: RightsStatements | undefined;
}

/** An offer and the key its outcome will stand under. */
export interface OfferAnswer {
  readonly offer: Offer;
  /** Absent where the URL was refused. */
  readonly urlKey?: UrlKey;
}

export interface IntakeDeps {
  readonly urls: UrlStore;
  readonly pages: PageStore;
  pushToFrontier(entries: readonly FrontierEntry[]): Promise<void>;
  enqueueExtract(urlKey: UrlKey, url: string): Promise<void>;
  readonly now: () => number;
}

export interface Intake {
  offerUrls(offered: readonly OfferedUrl[]): Promise<OfferAnswer[]>;
  offerDocument(document: LocalDocument): Promise<OfferAnswer>;
  /** Puts a URL back whose page was lost between fetch and extract. */
  fetchAgain(urlKey: UrlKey, url: string): Promise<void>;
}

/**
 * The canonical URL where it is the offered page under a tidier query; the offered one where a rule
 * guessed at a twin on another host or path (`m.`, `/amp`), since a guess may not exist.
 */
function urlToFetch(offered: string, canonical: string): string {
  const asOffered = new URL(offered);
  const tidy = new URL(canonical);
  asOffered.hash = "";
  return asOffered.host === tidy.host && asOffered.pathname === tidy.pathname ? canonical : asOffered.href;
}

export function createIntake(deps: IntakeDeps): Intake {
  const { urls, pages } = deps;

  async function offerUrl(offered: OfferedUrl, push: FrontierEntry[]): Promise<OfferAnswer> {
    const canonical = canonicalUrl(offered.url);
    if (canonical.kind === "refused") return { offer: canonical };
    const key = urlKey(canonical.url);
    const { source, refetch = false, priority, announced, given } = offered;
    const answer = await urls.offer({ urlKey: key, url: canonical.url, source, refetch, announced, given });
    if (answer === "queued") {
      const url = urlToFetch(offered.url, canonical.url);
      push.push({ urlKey: key, url, host: politenessHost(url), priority });
    }
    return { offer: { kind: answer }, urlKey: key };
  }

  return {
    async offerUrls(offered) {
      const push: FrontierEntry[] = [];
      const answers = await Promise.all(offered.map((each) => offerUrl(each, push)));
      if (push.length > 0) {
        await deps.pushToFrontier(push);
        await urls.markWaiting(push.map((entry) => entry.urlKey));
      }
      return answers;
    },
    async offerDocument(document) {
      const named = nameOf(document);
      if (named.kind === "refused") return { offer: named };
      const key = urlKey(named.url);
      const { refetch = false, source = "enqueue", announced } = document;
      const fromFeed = announced === undefined ? undefined : true;
      const offer = { urlKey: key, url: named.url, source, refetch, announced };
      const answer = await urls.offer({ ...offer, given: fromFeed && keptIfFetched(document.given) });
      if (answer === "queued") {
        const { kind, body, given, rights, finalUrl = named.url, fetchedAt = deps.now() } = document;
        const contentType = document.contentType ?? (kind === "html" ? "text/html" : "text/plain");
        await pages.put(key, { kind, body, contentType, finalUrl, fetchedAt, given, rights, fromFeed });
        await deps.enqueueExtract(key, named.url);
        await urls.markWaiting([key]);
      }
      return { offer: { kind: answer }, urlKey: key };
    },
    async fetchAgain(key, url) {
      await deps.pushToFrontier([{ urlKey: key, url, host: politenessHost(url) }]);
    },
  };
}

/** Should the page be fetched after all, its article is given what is not read from the document. */
function keptIfFetched({ publisher, language, by }: GivenFields = {}): GivenFields | undefined {
  return publisher === undefined && language === undefined ? undefined : { publisher, language, by };
}

/** A local document without a URL is named by its bytes and the title given with it. */
function nameOf(document: LocalDocument): ReturnType<typeof canonicalUrl> {
  if (document.url !== undefined) return canonicalUrl(document.url);
  return { kind: "url", url: localUrn(document.given?.title ?? null, document.body.toString("latin1")) };
}
