/*
 * cluster: an accepted article → its place in a cluster, with evidence; the URL's outcome.
 *
 * A job carries its text's fingerprint. One that has waited while the program was exchanged may carry that of another
 * version, with which nothing is compared: then it is made anew from the accepted text.
 */
import type { ClusterIndex } from "../src/core/cluster/cluster-index.ts";
import { decodeFingerprint, fingerprintVersionOf } from "../src/core/fingerprint/codec.ts";
import { FINGERPRINT_VERSION, fingerprint as fingerprintOf } from "../src/core/fingerprint/fingerprint.ts";
import type { Fingerprint } from "../src/core/model.ts";
import type { ArticleStore } from "../src/io/redis/article-store.ts";
import type { Payloads } from "../src/pipeline.ts";
import { isLocal } from "./extract-accept.ts";
import type { SettleUrl } from "./settle.ts";
import type { StageContract, StageResult } from "./stage-worker.ts";

type Payload = Payloads["cluster"];

export interface ClusterStageDeps {
  readonly concurrency: number;
  readonly index: ClusterIndex;
  readonly articles: Pick<ArticleStore, "text">;
  readonly settleUrl: SettleUrl;
  fetchAgain(urlKey: Payload["urlKey"], url: string): Promise<void>;
}

/** Undefined where it was made by another version, and the text has expired since. */
async function fingerprintFor(deps: ClusterStageDeps, payload: Payload): Promise<Fingerprint | undefined> {
  const bytes = Buffer.from(payload.fingerprint, "base64");
  if (fingerprintVersionOf(bytes) === FINGERPRINT_VERSION) return decodeFingerprint(bytes);
  const text = await deps.articles.text(payload.articleId, payload.contentHash);
  return text === undefined ? undefined : fingerprintOf(text);
}

/** The job has waited longer than texts are kept: its article is as good as never read. */
async function textExpired(deps: ClusterStageDeps, { urlKey, url }: Payload): Promise<StageResult> {
  if (isLocal(url))
    return deps.settleUrl(urlKey, "cluster", {
      kind: "failed",
      error: "internal",
      message: "the text expired before it was placed: enqueue the document again",
    });
  await deps.fetchAgain(urlKey, url);
  return { kind: "advanced", detail: "text was gone, fetched again" };
}

export function createClusterStage(deps: ClusterStageDeps): StageContract<"cluster"> {
  return {
    stage: "cluster",
    concurrency: deps.concurrency,
    async work(payload) {
      const { urlKey, articleId, contentHash, publisher, datePublished } = payload;
      const fingerprint = await fingerprintFor(deps, payload);
      if (!fingerprint) return textExpired(deps, payload);
      const placement = await deps.index.place({
        articleId,
        contentHash,
        fingerprint,
        publisher,
        datePublished,
      });
      const { clusterId } = placement;
      return deps.settleUrl(urlKey, "cluster", { kind: "clustered", articleId, clusterId });
    },
    async giveUp({ urlKey }, error, message) {
      await deps.settleUrl(urlKey, "cluster", { kind: "failed", error, message });
    },
  };
}
