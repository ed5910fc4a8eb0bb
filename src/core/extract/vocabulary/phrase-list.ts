/* Phrases of several languages for several reasons, as the lists of the vocabulary write them down. */

/** Phrases of one language for one reason. */
export interface PhraseList {
  /** What a removal by this list is called: `related-link`, `newsletter`. */
  readonly reason: string;
  /** BCP 47. */
  readonly language: string;
  /** Phrases separated by `|`. */
  readonly phrases: string;
}

/** Languages with their reasons, or reasons with their languages, and the phrases of both, separated by `|`. */
type PhraseTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** In the order in which they are written, which counts where a text has phrases of two reasons. */
const cellsOf = (
  table: PhraseTable,
): ReadonlyArray<readonly [row: string, column: string, phrases: string]> =>
  Object.entries(table).flatMap(([row, cells]) =>
    Object.entries(cells).map(([column, phrases]) => [row, column, phrases] as const),
  );

/** @param table languages with their reasons */
export function byLanguage(table: PhraseTable): readonly PhraseList[] {
  return cellsOf(table).map(([language, reason, phrases]) => ({ reason, language, phrases }));
}

/** @param table reasons with their languages */
export function byReason(table: PhraseTable): readonly PhraseList[] {
  return cellsOf(table).map(([reason, language, phrases]) => ({ reason, language, phrases }));
}
