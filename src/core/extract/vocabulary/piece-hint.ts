/*
 * A cheap test before phrases are walked: pieces of words, of which every phrase of some lists holds one. A run over the
 * text costs about the same for ten pieces as for fifty, so hints are joined where a text is asked for several lists.
 */
import { isAscii } from "../word-count.ts";

export interface PieceHint {
  readonly ascii: RegExp;
  /** Pieces with other letters: most texts of English pages need not be asked. */
  readonly other: RegExp;
}

export function mayHold({ ascii, other }: PieceHint, text: string): boolean {
  return ascii.test(text) || (!isAscii(text) && other.test(text));
}

/** The source of one expression in place of several. */
export function alternatives(expressions: readonly RegExp[]): string {
  return expressions.map(({ source }) => source).join("|");
}
