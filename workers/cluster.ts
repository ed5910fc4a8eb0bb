/* cluster: an accepted article → its place in a cluster, with evidence; the URL's outcome. */
import type { ClusterIndex } from "../src/core/cluster/cluster-index.ts";
import { decodeFingerprint } from "../src/core/fingerprint/codec.ts";
import type { SettleUrl } from "./settle.ts";
import type { StageContract } from "./stage-worker.ts";

export interface ClusterStageDeps {
  readonly concurrency: number;
  readonly index: ClusterIndex;
  readonly settleUrl: SettleUrl;
}

export function createClusterStage(deps: ClusterStageDeps): StageContract<"cluster"> {
  return {
    stage: "cluster",
    concurrency: deps.concurrency,
    async work(payload) {
      const { urlKey, articleId, contentHash, publisher, datePublished } = payload;
      const fingerprint = decodeFingerprint(Buffer.from(payload.fingerprint, "base64"));
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
