/* What became of asking for one URL. */
import type { HostStatements } from "../../core/fetch/rights.ts";
import type { FailureKind, RefusalRule } from "../../core/outcome.ts";

export interface FetchedPage {
  readonly kind: "page";
  /** The URL that answered. */
  readonly finalUrl: string;
  /** The URLs that redirected, in order, without the final one; empty where the first URL answered. */
  readonly redirects: readonly string[];
  /** Where its first redirects lead for good (301, 308), if they do. */
  readonly movedTo?: string;
  readonly status: number;
  /** The header as sent, charset included. */
  readonly contentType: string | undefined;
  /** Decoded from its Content-Encoding, not from its charset. */
  readonly body: Buffer;
  /** Bytes of the body as sent. */
  readonly wireBytes: number;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly cacheControl: string | undefined;
  /** `Link`, several joined by ", ". */
  readonly link?: string | undefined;
  /** `X-Robots-Tag`; several as several lines. */
  readonly robotsTag: string | undefined;
  /** `TDM-Reservation` of the TDM Reservation Protocol: "1" reserves text and data mining. */
  readonly tdmReservation: string | undefined;
  readonly tdmPolicy: string | undefined;
  /** What files of the final URL's host say about the page; set by the polite fetcher. */
  readonly hostStatements?: HostStatements | undefined;
}

export interface FetchRefused {
  readonly kind: "refused";
  readonly rule: RefusalRule;
  readonly message: string;
}

export interface FetchFailed {
  readonly kind: "failed";
  readonly error: FailureKind;
  readonly message: string;
  readonly status?: number;
  /** The server's wish, ms, 0 to 24 h. */
  readonly retryAfterMs?: number;
  /** True where asking again would get the same answer: a 404, a redirect without a target. */
  readonly permanent: boolean;
}

export type FetchResult =
  | FetchedPage
  | { readonly kind: "not-modified" }
  | FetchRefused
  | FetchFailed
  | { readonly kind: "gone"; readonly message: string }
  /** Only of a redirect's target, by `beforeRedirect`. */
  | { readonly kind: "blocked-by-robots"; readonly message: string }
  /** Only of a redirect's target, by `beforeRedirect`: its host wants to be asked later. */
  | { readonly kind: "postponed"; readonly waitMs: number; readonly message: string };

/** A fetch that ended early for a foreseen reason; thrown within io/http only, and turned into its result there. */
export class FetchStopped extends Error {
  readonly result: FetchRefused | FetchFailed;

  constructor(result: FetchRefused | FetchFailed) {
    super(result.message);
    this.name = "FetchStopped";
    this.result = result;
  }
}

export const refusedBy = (rule: RefusalRule, message: string): FetchStopped =>
  new FetchStopped({ kind: "refused", rule, message });

export const failedBy = (error: FailureKind, message: string, permanent = false): FetchStopped =>
  new FetchStopped({ kind: "failed", error, message, permanent });
