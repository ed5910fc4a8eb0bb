/*
 * Every URL offered ends in exactly one of these. The `kind` is the word in the log, the metric label,
 * the explain output and the JSON: one job = one log line = one count = one word.
 */
import type { ArticleId, ClusterId } from "./model.ts";

/** The rule that refused a URL or a page; the message names the value and the limit. */
export type RefusalRule =
  | "malformed-url"
  | "unknown-scheme"
  | "url-too-long"
  | "credentials-in-url"
  | "port-not-allowed"
  | "address-not-allowed"
  | "too-many-redirects"
  | "response-too-large"
  | "unsupported-content-type"
  | "unsupported-encoding"
  | "page-size"
  | "page-depth"
  | "page-nodes"
  | "text-too-long";

/** Errors that may pass: tried again, and an outcome only when the tries are used up. */
export type FailureKind =
  | "dns"
  | "connect"
  | "tls"
  | "timeout"
  | "connection-lost"
  | "truncated-body"
  | "bad-response"
  | "http-status"
  | "extract-timeout"
  | "extract-crash"
  | "internal";

export type Outcome =
  | { readonly kind: "clustered"; readonly articleId: ArticleId; readonly clusterId: ClusterId }
  | { readonly kind: "duplicate-url"; readonly articleId: ArticleId }
  | { readonly kind: "not-modified"; readonly articleId: ArticleId }
  | { readonly kind: "blocked-by-robots"; readonly message: string }
  | { readonly kind: "refused"; readonly rule: RefusalRule; readonly message: string }
  | { readonly kind: "failed"; readonly error: FailureKind; readonly message: string }
  | { readonly kind: "gone"; readonly message: string }
  | { readonly kind: "no-article-text"; readonly message: string }
  | { readonly kind: "quarantined"; readonly message: string };

export type OutcomeKind = Outcome["kind"];

/** What offering a URL answers at once; its Outcome follows later. */
export type Offer =
  | { readonly kind: "queued" }
  | { readonly kind: "already-known" }
  | { readonly kind: "refused"; readonly rule: RefusalRule; readonly message: string };
