/*
 * Articles for the contract of the cluster index: invented ones that are made of numbered passages, and
 * a decision that looks at these only. So a case says which texts share what, and nothing else matters.
 */
import { createHash } from "node:crypto";
import type { PairDecision } from "../../src/core/cluster/compare.ts";
import { MIN_SHINGLES } from "../../src/core/fingerprint/comparable.ts";
import { FINGERPRINT_VERSION } from "../../src/core/fingerprint/fingerprint.ts";
import type {
  ArticleId,
  ArticleRevision,
  ComparedArticle,
  ContentHash,
  Evidence,
} from "../../src/core/model.ts";

/** Three anchors each: two articles with one passage in common are candidates. */
const ANCHORS_PER_PASSAGE = 3;
const ANCHOR_STEP = 1_000_003;
const SHINGLES_PER_PASSAGE = 30;
const EDGE_SHARE = 0.5;
const LONE_SHARE = 0.25;

const hex = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** The id of the article called `name`. */
export const idOf = (name: string): ArticleId => hex(name) as ArticleId;

export interface Invented {
  readonly name: string;
  /** 1 to 60,000 each, at most six. */
  readonly passages: readonly number[];
  readonly publisher?: string | null;
  readonly datePublished?: string | null;
  /** What its content hash is made of; a text of its own where left out. */
  readonly text?: string;
}

export function invented({
  name,
  passages,
  publisher = null,
  datePublished = null,
  text,
}: Invented): ArticleRevision {
  const distinct = [...new Set(passages)].sort((a, b) => a - b);
  const anchors = distinct.flatMap((passage) =>
    Array.from(
      { length: ANCHORS_PER_PASSAGE },
      (_, i) => Math.imul(passage * ANCHORS_PER_PASSAGE + i, ANCHOR_STEP) >>> 0,
    ),
  );
  return {
    articleId: idOf(name),
    contentHash: hex(text ?? `${name} ${distinct.join(" ")}`) as ContentHash,
    publisher,
    datePublished,
    fingerprint: {
      version: FINGERPRINT_VERSION,
      tokenCount: distinct.length * SHINGLES_PER_PASSAGE,
      shingleCount: distinct.length * SHINGLES_PER_PASSAGE,
      simhash: [0, 0],
      anchors: Uint32Array.from(anchors).sort(),
      sketch: Uint16Array.from(distinct),
      sketchIsWhole: true,
      numbers: new Uint16Array(),
    },
  };
}

/** An article of too few words to be compared, with the anchors of the passages all the same. */
export function tooShort(article: Invented): ArticleRevision {
  const made = invented(article);
  return { ...made, fingerprint: { ...made.fingerprint, shingleCount: MIN_SHINGLES - 1 } };
}

/** Shares of passages: an edge from half of the smaller article on. */
export function passageEvidence(a: ComparedArticle, b: ComparedArticle): Evidence {
  const passagesOfB = new Set(b.fingerprint.sketch);
  const shared = [...a.fingerprint.sketch].filter((passage) => passagesOfB.has(passage)).length;
  const [sizeA, sizeB] = [a.fingerprint.sketch.length, b.fingerprint.sketch.length];
  const containment = shared / Math.min(sizeA, sizeB);
  const cover = shared / Math.max(sizeA, sizeB);
  const partial = containment >= LONE_SHARE ? "partial" : "independent";
  return {
    relation: containment < EDGE_SHARE ? partial : cover < EDGE_SHARE ? "excerpt" : "copy",
    rule: "passages",
    hamming: 0,
    containment,
    cover,
    sharedShingles: shared * SHINGLES_PER_PASSAGE,
    numberOverlap: null,
    shorter: sizeA < sizeB || (sizeA === sizeB && a.articleId < b.articleId) ? "a" : "b",
  };
}

export const passageDecision: PairDecision = {
  fromRecords: (a, b) => ({ kind: "decided", evidence: passageEvidence(a, b) }),
  fromTexts: passageEvidence,
  isEdge: ({ relation }) => relation === "copy" || relation === "excerpt",
};

/** Connected parts over all edges, by brute force: what every index must come to. */
export function expectedPartition(articles: readonly ArticleRevision[]): string[] {
  const groupOf = new Map<ArticleId, Set<ArticleId>>();
  for (const { articleId } of articles)
    groupOf.set(articleId, groupOf.get(articleId) ?? new Set([articleId]));
  for (const a of articles) {
    for (const b of articles) {
      if (!passageDecision.isEdge(passageEvidence(a, b))) continue;
      const [one, other] = [groupOf.get(a.articleId), groupOf.get(b.articleId)];
      if (!one || !other || one === other) continue;
      for (const id of other) groupOf.set(id, one.add(id));
    }
  }
  return partitionLines([...new Set(groupOf.values())].map((group) => [...group]));
}

export function partitionLines(groups: ReadonlyArray<readonly ArticleId[]>): string[] {
  return groups.map((group) => [...group].sort().join(" ")).sort();
}
