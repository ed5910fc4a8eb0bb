/* How a feed is asked for: what poll and the commands about feeds need of the network. */
import type { FetchedPage, FetchResult } from "./http/fetch-result.ts";

/** What the server said about the copy read last. */
export interface FeedConditions {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** `movedTo`: where its first redirects lead for good (301, 308), if they do. */
export type FetchedDocument = FetchedPage & { readonly movedTo?: string | undefined };

export type FetchedFeed = Exclude<FetchResult, FetchedPage> | FetchedDocument;

/** Without conditions the whole document is asked for. */
export type FetchFeed = (url: string, conditions: FeedConditions) => Promise<FetchedFeed>;
