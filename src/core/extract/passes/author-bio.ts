/*
 * author-bio: removes the last paragraph where it introduces an author whom the page's metadata names:
 * "Jane Doe is a fellow at ...".
 *
 * Must never remove: a paragraph about a person who is not an author of the page.
 */
import { titleKey } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { lastParagraph } from "../story/article-edges.ts";

const BIO_VERBS = ["is", "has", "joined", "was", "writes", "ist", "arbeitet", "est", "es", "è"];
/** Characters of the paragraph's beginning that are compared. */
const OPENING_CHARACTERS = 120;

export const authorBio: Pass = {
  name: "author-bio",
  run(draft: Draft): Removal[] {
    const index = lastParagraph(draft);
    const opening = titleKey(draft.textAt(index).slice(0, OPENING_CHARACTERS));
    const isBio = draft.page.authorKeys.some((author) =>
      BIO_VERBS.some((verb) => opening.startsWith(`${author} ${verb} `)),
    );
    return isBio ? [{ index, reason: "author-bio" }] : [];
  },
};
