/* The aligned passages of two stored articles, by their texts as they stand now. */
import { type Alignment, alignPassages } from "../core/cluster/aligned-passages.ts";
import { BoundedMap } from "../core/cluster/bounded-map.ts";
import type { ArticleId } from "../core/model.ts";
import type { Service } from "../io/service.ts";

/** Most members of a cluster joined one of a few others. */
const KEPT_TEXTS = 4;

export type StoredAlignment =
  | ({
      readonly kind: "aligned";
      /** These have had other texts before: the evidence may be of one of them. */
      readonly revised: readonly ArticleId[];
    } & Alignment)
  /** These have no text any more: their window has passed. */
  | { readonly kind: "text-expired"; readonly articleIds: readonly ArticleId[] };

export type AlignStored = (a: ArticleId, b: ArticleId) => Promise<StoredAlignment>;

interface StoredText {
  readonly text: string | undefined;
  readonly isRevised: boolean;
}

/** Keeps a few texts, so it is for one command, not for longer. */
export function createAligner({
  articles,
}: {
  readonly articles: Pick<Service["articles"], "get" | "text" | "revisions">;
}): AlignStored {
  const kept = new BoundedMap<ArticleId, Promise<StoredText>>(KEPT_TEXTS);
  async function read(id: ArticleId): Promise<StoredText> {
    const [article, revisions] = await Promise.all([articles.get(id), articles.revisions(id)]);
    const text = article && (await articles.text(id, article.contentHash));
    return { text, isRevised: revisions.length > 1 };
  }
  function textOf(id: ArticleId): Promise<StoredText> {
    const known = kept.get(id);
    if (known) return known;
    const reading = read(id);
    kept.set(id, reading);
    return reading;
  }
  return async (a, b) => {
    const [ofA, ofB] = await Promise.all([textOf(a), textOf(b)]);
    if (ofA.text !== undefined && ofB.text !== undefined) {
      const revised = [...(ofA.isRevised ? [a] : []), ...(ofB.isRevised ? [b] : [])];
      return { kind: "aligned", revised, ...alignPassages(ofA.text, ofB.text) };
    }
    const expired = [...(ofA.text === undefined ? [a] : []), ...(ofB.text === undefined ? [b] : [])];
    return { kind: "text-expired", articleIds: expired };
  };
}
