/*
 * The map of wirefold: its stages, what a job of each carries, and where its result goes.
 *
 *   poll ──▶ (frontier) ──▶ fetch ──▶ extract ──▶ cluster ──▶ (outbox) ──▶ publish
 *
 * A stage's word is its worker file, queue name, metric label, log field and test folder.
 */
import type { ClusterEvent } from "./core/cluster/events.ts";
import type { ArticleId, ContentHash, UrlKey } from "./core/model.ts";

export const STAGES = ["poll", "fetch", "extract", "cluster", "publish"] as const;
export type Stage = (typeof STAGES)[number];

export const isStage = (word: string): word is Stage => (STAGES as readonly string[]).includes(word);

/** Names a fetch job and its booking of the host: another job of the same URL must not take either for its own. */
export const fetchJobId = ({ urlKey, queuedAt }: Pick<Payloads["fetch"], "urlKey" | "queuedAt">): string =>
  `${urlKey}-${queuedAt}`;

/** What a job of each stage carries: ids and small facts, never a page or a text. */
export interface Payloads {
  poll: { readonly feedUrl: string };
  fetch: {
    readonly urlKey: UrlKey;
    readonly url: string;
    /** ms since epoch: tells two jobs of one URL apart, and their bookings of its host. */
    readonly queuedAt: number;
  };
  extract: { readonly urlKey: UrlKey; readonly url: string };
  cluster: {
    readonly urlKey: UrlKey;
    readonly url: string;
    readonly articleId: ArticleId;
    readonly contentHash: ContentHash;
    readonly publisher: string | null;
    readonly datePublished: string | null;
    /** encodeFingerprint, base64: about 1 kB, so that placing needs no second look at the text. */
    readonly fingerprint: string;
  };
  publish: { readonly target: string; readonly event: ClusterEvent };
}
