/*
 * Evidence of examined pairs in Redis: for each article the strongest notes on others, packed. One hash holds
 * the notes of some hundred articles, so that a pair costs about 100 bytes, both sides together; `explain`
 * and `cluster` show them in words. lua/cluster-place.lua writes them, together with what they led to.
 *
 *   article --> one hash (its first bits) --> field: ArticleId --> number of notes 1, notes, the strongest first
 *   note: other ArticleId 16 | strength 4, the rest of the packed evidence (src/core/cluster/evidence-bytes.ts)
 *         | its length 1, so that the notes can be walked from the weakest
 */
import type { Redis } from "ioredis";
import { MAX_EVIDENCE_PER_ARTICLE, type PairEvidence } from "../../core/cluster/cluster-index.ts";
import { packEvidence, unpackEvidence } from "../../core/cluster/evidence-bytes.ts";
import { flipEvidence, strengthOf } from "../../core/cluster/evidence-line.ts";
import type { ArticleId, Evidence } from "../../core/model.ts";
import { articleBytes, bucketOf, type Forest } from "./cluster-index-nodes.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const ID_BYTES = 16;
const HEX = 16;
const THOUSAND = 1_000;

const collectScript = loadScript("cluster-collect-evidence");

/** Two articles that were compared. */
export interface PairNote {
  readonly a: ArticleId;
  readonly b: ArticleId;
  /** With `a` as side a. */
  readonly evidence: Evidence;
}

/** In thousandths, as the place script compares them: as fractions, equal sums may differ in the last bit. */
const thousandths = ({ evidence }: PairNote): number => Math.round(strengthOf(evidence) * THOUSAND);
const byStrength = (one: PairNote, other: PairNote): number =>
  thousandths(other) - thousandths(one) || (one.b < other.b ? -1 : 1);

/** The article it is about, and the note. */
function noteOf(of: ArticleId, other: ArticleId, evidence: Evidence): Buffer {
  const packed = packEvidence(evidence);
  const item = Buffer.allocUnsafe(2 * ID_BYTES + 1 + packed.length);
  let at = item.write(of, 0, ID_BYTES, "hex");
  at += item.write(other, at, ID_BYTES, "hex");
  item.set(packed, at);
  item.writeUInt8(ID_BYTES + packed.length + 1, at + packed.length);
  return item;
}

export class EvidenceStore {
  constructor(
    private readonly redis: Redis,
    private readonly keys: ClusterKeys,
    /** Buckets are 2 to the power of this, 8 to 16. */
    readonly bucketBits: number,
  ) {}

  /** What the keys of all evidence begin with. */
  get keyStart(): string {
    return this.keys.evidence(this.bucketBits, "");
  }

  keyOf(id: ArticleId): string {
    return this.keys.evidence(this.bucketBits, bucketOf(id, this.bucketBits).toString(HEX));
  }

  /**
   * The notes on the pairs of a placed article, as the place script takes them: those about itself, but only as many
   * as could be kept, then one about each of the others.
   * @param pairs the placed article is side a of each
   */
  async notesOf(articleId: ArticleId, pairs: readonly PairNote[]): Promise<Buffer[]> {
    const own = pairs.length > MAX_EVIDENCE_PER_ARTICLE ? await this.strongest(articleId, pairs) : pairs;
    return [
      ...own.map(({ a, b, evidence }) => noteOf(a, b, evidence)),
      ...pairs.map(({ a, b, evidence }) => noteOf(b, a, flipEvidence(evidence))),
    ];
  }

  /** The strongest pairs, and those noted before: a revision may have made them weaker. Twice those kept at most. */
  private async strongest(articleId: ArticleId, pairs: readonly PairNote[]): Promise<PairNote[]> {
    const noted = new Set((await this.of(articleId)).map(({ other }) => other));
    const sorted = [...pairs].sort(byStrength);
    return sorted.filter(({ b }, i) => i < MAX_EVIDENCE_PER_ARTICLE || noted.has(b));
  }

  /**
   * Takes the notes about articles that are not in the index out of one bucket, where they were so in the round before.
   * @param round over all buckets, counted
   * @param most articles
   * @returns how many articles' notes were taken
   */
  async collect(
    forest: Pick<Forest, "nodeKeyStart" | "bucketBits">,
    bucket: number,
    round: number,
    most: number,
  ): Promise<number> {
    const names = [this.keys.evidence(this.bucketBits, bucket.toString(HEX)), forest.nodeKeyStart];
    return (await collectScript.run(this.redis, names, [forest.bucketBits, round % 2, most])) as number;
  }

  /** Number of buckets. */
  get bucketCount(): number {
    return 2 ** this.bucketBits;
  }

  /** Strongest first, then by id. */
  async of(articleId: ArticleId): Promise<PairEvidence[]> {
    const row = await this.redis.hgetBuffer(this.keyOf(articleId), articleBytes(articleId));
    const pairs: PairEvidence[] = [];
    for (let end = row?.length ?? 0; row && end > 1; end -= row.readUInt8(end - 1)) {
      const note = row.subarray(end - row.readUInt8(end - 1), end - 1);
      const other = note.toString("hex", 0, ID_BYTES) as ArticleId;
      pairs.push({ other, evidence: unpackEvidence(note.subarray(ID_BYTES)) });
    }
    return pairs.reverse();
  }
}
