/*
 * Evidence of examined pairs in Redis: for each article the strongest notes on others, packed. One hash holds
 * the notes of some hundred articles, so that a pair costs about 100 bytes, both sides together; `explain`
 * and `cluster` show them in words.
 *
 *   article --> one hash (its first bits) --> field: ArticleId --> notes, one behind the other
 *   note: length 1 | other ArticleId 16 | strength 2 | packed evidence (src/core/cluster/evidence-bytes.ts)
 *
 * The strength stands in front since lua/cluster-keep-evidence.lua drops the weakest of too many.
 */
import type { Redis } from "ioredis";
import { MAX_EVIDENCE_PER_ARTICLE, type PairEvidence } from "../../core/cluster/cluster-index.ts";
import { byStrength } from "../../core/cluster/cluster-view.ts";
import { packEvidence, unpackEvidence } from "../../core/cluster/evidence-bytes.ts";
import { flipEvidence } from "../../core/cluster/evidence-line.ts";
import type { ArticleId, Evidence } from "../../core/model.ts";
import { articleBytes, bucketOf } from "./cluster-index-nodes.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const ID_BYTES = 16;
const EVIDENCE_AT = 1 + ID_BYTES;

const keepScript = loadScript("cluster-keep-evidence");

export class EvidenceStore {
  constructor(
    private readonly redis: Redis,
    private readonly keys: ClusterKeys,
    /** Buckets are 2 to the power of this, 8 to 16. */
    private readonly bucketBits: number,
  ) {}

  /** Notes the pair on both sides. @param evidence with `a` as side a */
  async keep(a: ArticleId, b: ArticleId, evidence: Evidence): Promise<void> {
    await Promise.all([this.keepOne(a, b, evidence), this.keepOne(b, a, flipEvidence(evidence))]);
  }

  async of(articleId: ArticleId): Promise<PairEvidence[]> {
    const notes = await this.redis.hgetBuffer(this.keyOf(articleId), articleBytes(articleId));
    const pairs: PairEvidence[] = [];
    for (let at = 0; notes && at < notes.length; at += notes.readUInt8(at)) {
      const note = notes.subarray(at, at + notes.readUInt8(at));
      const other = note.toString("hex", 1, EVIDENCE_AT) as ArticleId;
      pairs.push({ other, evidence: unpackEvidence(note.subarray(EVIDENCE_AT)) });
    }
    return pairs.sort(byStrength);
  }

  async drop(articleId: ArticleId): Promise<void> {
    await this.redis.hdel(this.keyOf(articleId), articleBytes(articleId));
  }

  private keyOf(id: ArticleId): string {
    return this.keys.evidence(this.bucketBits, bucketOf(id, this.bucketBits));
  }

  private async keepOne(of: ArticleId, other: ArticleId, evidence: Evidence): Promise<void> {
    const packed = packEvidence(evidence);
    const length = Buffer.of(EVIDENCE_AT + packed.length);
    const note = Buffer.concat([length, articleBytes(other), packed]);
    const args = [articleBytes(of), note, MAX_EVIDENCE_PER_ARTICLE];
    await keepScript.run(this.redis, [this.keyOf(of)], args);
  }
}
