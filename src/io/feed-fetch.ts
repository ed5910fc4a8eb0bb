/* How a feed is asked for: what poll and the commands about feeds need of the network. */
import type { FetchResult } from "./http/fetch-result.ts";

/** What the server said about the copy read last. */
export interface FeedConditions {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** Without conditions the whole document is asked for. */
export type FetchFeed = (url: string, conditions: FeedConditions) => Promise<FetchResult>;
