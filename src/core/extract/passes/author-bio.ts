/*
 * author-bio: removes the closing note on the author: from a paragraph that introduces an author whom the page's
 * metadata names ("Jane Doe is a fellow at …") or in which the author introduces herself ("Hi, I'm Jane") to the end,
 * where no more than a note's worth of text follows; and, behind the last paragraph, a line that tells a job of the press
 * of somebody without a name ("She is a journalist based in …").
 *
 * Must never remove: a paragraph about a person who is not an author of the page; an introduction in the first two
 * thirds of the text; a line on somebody's job in a text that tells of such a job elsewhere.
 */
import { titleKey } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { isParagraph } from "../story/article-edges.ts";
import { isAuthorNote } from "../story/author-note.ts";

const BIO_VERBS = [
  "is",
  "has",
  "joined",
  "was",
  "writes",
  "holds",
  "works",
  "covers",
  "ist",
  "arbeitet",
  "schreibt",
  "est",
  "es",
  "è",
];
const SELF_INTRODUCTION =
  /^(?:hi|hey|hello|hi there|hello there)[,!.]? (?:there[,!.]? )?(?:i['’]m|i am|my name is) /i;
/** Characters of the paragraph's beginning that are compared. */
const OPENING_CHARACTERS = 120;
/** A note begins in the last third of the text and has at most this many words. */
const NOTE_FROM_SHARE = 0.66;
const MAX_NOTE_WORDS = 260;
/** A note without a name is the last line, or one of two or three. */
const CLOSING_BLOCKS = 3;

export const authorBio: Pass = {
  name: "author-bio",
  run(draft: Draft): Removal[] {
    const kept = draft.keptBlocks();
    const total = kept.reduce((sum, [, block]) => sum + block.words, 0);
    let before = 0;
    for (const [index, block] of kept) {
      const isLate = before >= NOTE_FROM_SHARE * total && total - before <= MAX_NOTE_WORDS;
      if (isLate && isParagraph(draft, index) && introducesAuthor(draft, index)) {
        return kept.filter(([at]) => at >= index).map(([at]) => ({ index: at, reason: "author-bio" }));
      }
      before += block.words;
    }
    return namelessNotes(draft);
  },
};

function namelessNotes(draft: Draft): Removal[] {
  const kept = draft.keptBlocks();
  if (kept.length <= CLOSING_BLOCKS) return [];
  const isNote = (index: number) => {
    const others = kept.filter(([at]) => at !== index).map(([at]) => draft.textAt(at));
    return isAuthorNote(draft.textAt(index), others);
  };
  const removals: Removal[] = [];
  for (const [index] of kept.slice(-CLOSING_BLOCKS).reverse()) {
    if (isNote(index)) removals.push({ index, reason: "author-bio" });
    else if (isParagraph(draft, index)) break;
  }
  return removals;
}

function introducesAuthor(draft: Draft, index: number): boolean {
  const text = draft.textAt(index);
  if (SELF_INTRODUCTION.test(text)) return true;
  const opening = titleKey(text.slice(0, OPENING_CHARACTERS));
  return draft.page.authorKeys.some((author) =>
    BIO_VERBS.some((verb) => opening.startsWith(`${author} ${verb} `)),
  );
}
