/*
 * The words of wirefold: what an article, a fingerprint, a relation and a cluster are.
 * Everything here is a plain value. Field names follow schema.org NewsArticle, ninjs and JSON Feed.
 */

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** 32 hex digits: the first half of SHA-256 of `<rules version> <offered URL after the syntax rules>`. */
export type UrlKey = Brand<string, "UrlKey">;
/** 32 hex digits: the first half of SHA-256 of the final canonical URL. One id per page, however it was reached. */
export type ArticleId = Brand<string, "ArticleId">;
/** 32 hex digits: the first half of SHA-256 of title and clean text, taken before learned furniture is removed. */
export type ContentHash = Brand<string, "ContentHash">;
/** 16 hex digits: the first quarter of SHA-256 of `<ArticleId> <ContentHash>`: one accepted text of one article. */
export type RevisionId = Brand<string, "RevisionId">;
/** The ArticleId of the article that founded the cluster. */
export type ClusterId = Brand<string, "ClusterId">;

/** Where a value of an article was read. */
export type MetadataSource =
  | "json-ld"
  | "microdata"
  | "open-graph"
  | "meta"
  /** `<title>`, `<link>`, the lang attribute, the first `<figure>`. */
  | "document"
  | "time-element"
  | "visible-text"
  | "url"
  | "feed"
  | "caller";

/** Where each value was read; dates carry their own. */
export type MetadataSources = Readonly<
  Partial<
    Record<
      | "title"
      | "authors"
      | "creditText"
      | "dateline"
      | "language"
      | "canonicalUrl"
      | "publisherName"
      | "section"
      | "imageUrl"
      | "paywalled",
      MetadataSource
    >
  >
>;

/** A moment as far as the page tells it. */
export interface NewsTime {
  /** RFC 3339 instant in UTC (`2023-11-28T04:10:00Z`), or a plain date (`2023-11-28`) where no time is known. */
  readonly value: string;
  /** The offset the page gave, `+09:00`; absent where it gave none. */
  readonly offset?: string;
  readonly source: MetadataSource;
}

/** Files are those of the host: `ai.txt`, `tdmrep.json`. */
export type RightsSource = "x-robots-tag" | "meta-robots" | "ai-txt" | "tdm-header" | "tdm-meta" | "tdm-file";

/** What the page, its server and its host ask of those who keep or mine it (core/fetch/rights.ts). */
export interface ArticleRights {
  /** No copy of the page may be kept. */
  readonly noarchive: boolean;
  /** Not to be used for training. */
  readonly noai: boolean;
  /** Text and data mining reserved, or expressly not; null where nothing is said. */
  readonly tdmReservation: boolean | null;
  /** URL of the terms. */
  readonly tdmPolicy: string | null;
  readonly sources: readonly RightsSource[];
}

/** A block of the page that is not part of the article's text, and why. */
export interface RemovedBlock {
  /** The pass that removed it, such as `cue-lines`. */
  readonly step: string;
  /** The reason within that pass, such as `another-story`. */
  readonly reason: string;
  readonly text: string;
}

/** What extraction makes of one page or plain text. */
export interface ExtractedArticle {
  readonly title: string | null;
  /** People, never agencies; in the order of the page. */
  readonly authors: readonly string[];
  /** The agency's name (`Reuters`, `AP`, `AFP`, …). */
  readonly creditText: string | null;
  readonly photoCredits: readonly string[];
  /** Place of the dateline as written: `SEOUL`, `SEOUL, South Korea`. */
  readonly dateline: string | null;
  readonly datePublished: NewsTime | null;
  readonly dateModified: NewsTime | null;
  /** BCP 47 tag, null where the text is too short to tell. */
  readonly language: string | null;
  /** `rel=canonical`, og:url or JSON-LD as the page says it, absolute; not yet held against the fetched URL. */
  readonly canonicalUrl: string | null;
  /** The publisher's name as the page says it. */
  readonly publisherName: string | null;
  readonly section: string | null;
  readonly imageUrl: string | null;
  /** schema.org isAccessibleForFree = false or a paywall seen; null where nothing tells. */
  readonly paywalled: boolean | null;
  /** For the values above that are not null and not empty. */
  readonly sources?: MetadataSources | undefined;
  /** Absent where nothing is said. */
  readonly rights?: ArticleRights | undefined;
  /** Clean text: paragraphs separated by "\n". */
  readonly text: string;
  /** Number of words; a script without spaces counts two characters as one word. */
  readonly wordCount: number;
  readonly captions: readonly string[];
  readonly removed: readonly RemovedBlock[];
}

/** The page or text handed to extraction. */
export interface PageInput {
  readonly kind: "html" | "text";
  readonly content: string;
  /** Where it was fetched from, after redirects. */
  readonly url?: string | undefined;
  /** ms since epoch; dates after it are not believed. */
  readonly fetchedAt?: number | undefined;
  /** The robot's name: what a meta of that name says is said to us. Default `wirefold`. */
  readonly productToken?: string | undefined;
}

export type Extraction =
  | { readonly kind: "article"; readonly article: ExtractedArticle }
  | { readonly kind: "no-article-text"; readonly message: string; readonly removed: readonly RemovedBlock[] }
  | {
      readonly kind: "refused";
      readonly rule: "page-depth" | "page-nodes" | "page-size";
      readonly message: string;
    };

/**
 * What an article is compared by. Pure function of its clean text; two fingerprints are compared only if
 * their versions are equal.
 */
export interface Fingerprint {
  readonly version: number;
  /** Word tokens of the normalised text. */
  readonly tokenCount: number;
  /** Distinct word 4-shingles (exact while the sketch is whole, else the number of shingles). */
  readonly shingleCount: number;
  /** Charikar simhash, 64 bits as two int32 lanes; bit-identical to simhash-js on the same features. */
  readonly simhash: readonly [high: number, low: number];
  /** Smallest shingle hashes of each window and of the lead, distinct, ascending, at most 48. */
  readonly anchors: Uint32Array;
  /** Top 16 bits of the smallest shingle hashes, ascending, at most 256. */
  readonly sketch: Uint16Array;
  /** True where the sketch holds every distinct shingle. */
  readonly sketchIsWhole: boolean;
  /** 16-bit hashes of the distinct number tokens, ascending. */
  readonly numbers: Uint16Array;
}

/** All that a decision about two articles may read, besides their clean texts. */
export interface ComparedArticle {
  readonly articleId: ArticleId;
  readonly fingerprint: Fingerprint;
  /** Registrable domain of the publisher; null for local text without one. */
  readonly publisher: string | null;
  /** RFC 3339 instant or plain date. */
  readonly datePublished: string | null;
}

/** One accepted text of one article, as it is placed in the index. */
export interface ArticleRevision extends ComparedArticle {
  readonly contentHash: ContentHash;
}

/** What is stored names relations and guards by their place: new ones come last. */
export const RELATIONS = ["copy", "excerpt", "partial", "independent"] as const;
export const GUARDS = ["template", "serial", "digest"] as const;
export type Relation = (typeof RELATIONS)[number];
export type Guard = (typeof GUARDS)[number];

/** Why two articles are related as they are. Shares are 0 to 1. */
export interface Evidence {
  readonly relation: Relation;
  /** The rule that decided, one word of the list in cluster/decision.ts, or `same-text` (cluster/text-notes.ts). */
  readonly rule: string;
  readonly guard?: Guard | undefined;
  /** Bits of the 64 in which the simhashes differ, 0 to 64. */
  readonly hamming: number;
  /** Share of the smaller text's shingles that stand in the larger. */
  readonly containment: number;
  /** Share of the larger text's shingles that stand in the smaller. */
  readonly cover: number;
  /** Estimated number of shared shingles. */
  readonly sharedShingles: number;
  /** Share of the poorer side's number tokens found on the other; null where a side has too few. */
  readonly numberOverlap: number | null;
  /** Share of the shared words that stand in quotation marks; null where none are, left out where texts were not compared. */
  readonly quotationShare?: number | null | undefined;
  /** Which side is the shorter: its containment is given. */
  readonly shorter: "a" | "b";
}

/** Why an article was not compared with any other. */
export type NotComparable = "too-short" | "no-words";

/** What became of placing one revision. */
export type Placement =
  | { readonly kind: "founded"; readonly clusterId: ClusterId }
  | {
      readonly kind: "joined";
      readonly clusterId: ClusterId;
      readonly to: ArticleId;
      readonly evidence: Evidence;
    }
  /** Another text of an article that was placed before, which joined it to nothing new. */
  | { readonly kind: "revised"; readonly clusterId: ClusterId }
  | { readonly kind: "already-placed"; readonly clusterId: ClusterId };
