/* The outbox's entries as events; lua/cluster-place.lua writes them. */
import type { ClusterEvent } from "../../core/cluster/events.ts";
import { decodeEvidence } from "../../core/cluster/evidence-line.ts";
import type { ArticleId, ClusterId } from "../../core/model.ts";

/**
 * @param entry field, value, field, value … as XRANGE and XREADGROUP give them
 * @throws Error for an entry of a type that this version does not write
 */
export function decodeClusterEvent(entry: readonly string[]): ClusterEvent {
  const fields: Record<string, string> = {};
  for (let at = 0; at + 1 < entry.length; at += 2) fields[entry[at] as string] = entry[at + 1] as string;
  const { id = "", type = "", subject = "", clusterId = "", joinedTo = "", evidence = "" } = fields;
  const base = {
    id,
    schemaVersion: Number(fields.schemaVersion),
    occurredAt: Number(fields.occurredAt),
    clusterId: clusterId as ClusterId,
    clusterVersion: Number(fields.clusterVersion),
    memberCount: Number(fields.memberCount),
  };
  switch (type) {
    case "cluster.founded":
    case "article.revised":
      return { ...base, type, subject: subject as ArticleId };
    case "cluster.merged":
      return { ...base, type, subject: subject as ClusterId };
    case "article.joined":
      return {
        ...base,
        type,
        subject: subject as ArticleId,
        joinedTo: joinedTo as ArticleId,
        evidence: decodeEvidence(evidence),
      };
    default:
      throw new Error(`event ${id} has the unknown type "${type}"`);
  }
}
