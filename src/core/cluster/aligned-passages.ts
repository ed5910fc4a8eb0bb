/*
 * The passages that two texts share, for people to read: what stands in both, word for word or nearly so.
 *
 * Idea: greedy string tiling [1]. A word of one text is laid on at most one of the other; long matches are taken
 * first, so that a stock phrase cannot cut a paragraph. Matches that follow each other in both texts with a few
 * words between are one passage, in which those words were changed.
 *
 *     a   The ferry will run again from Monday , the harbour office said.   [its own]   He thanked the crews …
 *         |======= same =======| |changed| |====== same =========|                     |==== same ====
 *     b   The ferry will run again from Tuesday, the harbour office said.   He thanked the crews …   [its own]
 *
 * Passages come in the reading order of a; in b, whose desk may have moved paragraphs, they may stand in another.
 * Words are those of the fingerprint (case, accents, figures and spellings folded), so "word for word" is up to
 * those. Texts are read up to MAX_CODE_UNITS.
 *
 * Greedy tiling takes cubic time on repeats. Here a run of words is looked up by its hash and at most
 * MAX_PLACES of its places are tried, and what is matched is not looked at again: linear in both lengths. A text
 * that repeats one phrase thousands of times may be laid on another of its places than a reader would choose.
 *
 * Left out: minimal edit distance (Myers), which cannot show a moved paragraph and is quadratic on texts with
 * little in common; and any say in the decision, which counts words by sentences (decision/passages.ts).
 * [1] Wise. YAP3: Improved Detection of Similarities in Computer Program and Other Texts. SIGCSE 1996.
 */
import { Tokeniser } from "../fingerprint/tokens.ts";
import { isLetter } from "./decision/marked-text.ts";
import { type LaidOut, type Match, matchLength, NONE, PlacesOfRuns } from "./places-of-runs.ts";

/** Code units of a text, `to` behind the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stretch of both texts as each spells it; the parts of a passage, put together, are the passage. */
export interface PassagePart {
  /** `same`: the words agree. `changed`: they do not; one side may be blank. */
  readonly kind: "same" | "changed";
  readonly a: string;
  readonly b: string;
}

export interface AlignedPassage {
  readonly a: Span;
  readonly b: Span;
  /** How many words of each text stand before the passage, */
  readonly wordsBefore: { readonly a: number; readonly b: number };
  /** and in it. */
  readonly words: { readonly a: number; readonly b: number };
  /** Words that agree. */
  readonly sameWords: number;
  /** Begins and ends with `same`. */
  readonly parts: readonly PassagePart[];
}

export interface Alignment {
  /** In the reading order of a. No word of a or b stands in two. */
  readonly passages: readonly AlignedPassage[];
  /** Of the texts as far as they are read. In scripts without spaces each character counts. */
  readonly words: { readonly a: number; readonly b: number };
  /** Words that agree, in all passages. */
  readonly sameWords: number;
}

/** Runs of so many words are matched first, then the rest in runs of the fingerprint's shingles. */
const MATCH_LENGTHS = [16, 4] as const;
/** Right behind a match, past a change, fewer words will do: there is only one place they can belong to. */
const NEAR_LENGTH = 3;
/** More words than this between two matches are text of its own, not a change. */
const MAX_CHANGED_WORDS = 8;
/** Fewer words in common are a phrase that any two texts may share. */
const MIN_SAME_WORDS = 8;

const WHITESPACE = /\s/u;
/** Marks that belong to the word behind them even where no blank stands before them. */
const OPENING = new Set("\u201c\u2018\u201e\u00ab\u300c\u300e(\u3014[\u00bf\u00a1");

/** A text as the sequence of its words, with where each stands, its punctuation included. */
interface Words {
  readonly text: string;
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Words from `a` and `b` on that agree. */
interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Pure function of the two texts; total, for any strings. */
export function alignPassages(textA: string, textB: string): Alignment {
  const a = readWords(textA);
  const b = readWords(textB);
  const partners = layOn(a.hashes, b.hashes);
  const isTaken = new Uint8Array(b.hashes.length);
  for (const partner of partners) if (partner !== NONE) isTaken[partner] = 1;
  const passages: AlignedPassage[] = [];
  let joined: Run[] = [];
  const close = (): void => {
    if (wordsIn(joined) >= MIN_SAME_WORDS) passages.push(passageOf(joined, a, b));
    joined = [];
  };
  for (const run of runsOf(partners)) {
    const last = joined.at(-1);
    if (last && !continues(last, run, isTaken)) close();
    joined.push(run);
  }
  close();
  return {
    passages,
    words: { a: a.hashes.length, b: b.hashes.length },
    sameWords: passages.reduce((sum, { sameWords }) => sum + sameWords, 0),
  };
}

const wordsIn = (runs: readonly Run[]): number => runs.reduce((sum, { length }) => sum + length, 0);

const tokeniser = new Tokeniser();

function readWords(text: string): Words {
  tokeniser.tokenise(text);
  const hashes = tokeniser.hashes.slice(0, tokeniser.count);
  const ends = tokeniser.ends.slice(0, tokeniser.count);
  const starts = new Int32Array(ends.length);
  let gapFrom = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i] as number;
    let gapTo = gapFrom;
    while (gapTo < end - 1 && !isLetter(text.charCodeAt(gapTo))) gapTo++;
    const [closingTo, openingFrom] = splitGap(text, gapFrom, gapTo);
    if (i > 0) ends[i - 1] = closingTo;
    // Marks before the first word are its own.
    starts[i] = i > 0 ? openingFrom : startOfMarks(text, gapTo);
    gapFrom = end;
  }
  const last = ends.length - 1;
  if (last >= 0) [ends[last]] = splitGap(text, gapFrom, endOfMarks(text, gapFrom));
  return { text, hashes, starts, ends };
}

/** Punctuation that stands right behind a word is its, that right before a word is the other's. */
function splitGap(text: string, from: number, to: number): [closingTo: number, openingFrom: number] {
  let closingTo = from;
  while (closingTo < to && !WHITESPACE.test(text.charAt(closingTo))) closingTo++;
  let openingFrom = to;
  if (closingTo < to) {
    while (!WHITESPACE.test(text.charAt(openingFrom - 1))) openingFrom--;
    return [closingTo, openingFrom];
  }
  while (openingFrom > from && OPENING.has(text.charAt(openingFrom - 1))) openingFrom--;
  return [openingFrom, openingFrom];
}

function startOfMarks(text: string, to: number): number {
  let from = to;
  while (from > 0 && !WHITESPACE.test(text.charAt(from - 1))) from--;
  return from;
}

/** Behind the last word: its own marks only, since no word bounds what follows. */
function endOfMarks(text: string, from: number): number {
  let to = from;
  while (to < text.length && !isLetter(text.charCodeAt(to)) && !WHITESPACE.test(text.charAt(to))) to++;
  return to;
}

/** For each word of a, the word of b it is laid on, NONE for none. */
function layOn(a: Int32Array, b: Int32Array): Int32Array {
  const laid = { partners: new Int32Array(a.length).fill(NONE), isTaken: new Uint8Array(b.length) };
  for (const length of MATCH_LENGTHS) {
    const places = new PlacesOfRuns(b, length);
    layMatches(laid, (at, due) => places.longestMatch(a, at, laid, due));
  }
  layMatches(laid, (at, due, behind) =>
    at - behind <= MAX_CHANGED_WORDS ? matchNearby(a, at, b, laid, due) : undefined,
  );
  return laid.partners;
}

/** Finds a match for what begins at word `at` of a; the match before ended at `behind` in a, `due` in b. */
type FindMatch = (at: number, due: number, behind: number) => Match | undefined;

function layMatches({ partners, isTaken }: LaidOut, find: FindMatch): void {
  let due = 0;
  let behind = 0;
  let at = 0;
  while (at < partners.length) {
    if (partners[at] === NONE) {
      const match = find(at, due, behind);
      if (match === undefined) {
        at++;
        continue;
      }
      for (let i = 0; i < match.length; i++) partners[at + i] = match.at + i;
      isTaken.fill(1, match.at, match.at + match.length);
      at += match.length;
    } else at++;
    due = (partners[at - 1] as number) + 1;
    behind = at;
  }
}

/** A match that begins at most a few words behind the place that is due. */
function matchNearby(
  a: Int32Array,
  at: number,
  b: Int32Array,
  laid: LaidOut,
  due: number,
): Match | undefined {
  for (let place = due; place <= due + MAX_CHANGED_WORDS && laid.isTaken[place] === 0; place++) {
    const length = matchLength(a, at, b, place, laid);
    if (length >= NEAR_LENGTH) return { at: place, length };
  }
  return undefined;
}

function* runsOf(partners: Int32Array): Generator<Run> {
  let from = 0;
  while (from < partners.length) {
    const b = partners[from] as number;
    let to = from + 1;
    if (b === NONE) {
      from = to;
      continue;
    }
    while (to < partners.length && partners[to] === b + to - from) to++;
    yield { a: from, b, length: to - from };
    from = to;
  }
}

/** True where `next` goes on with the passage of `last` in both texts, past a few changed words. */
function continues(last: Run, next: Run, isTaken: Uint8Array): boolean {
  const behindB = last.b + last.length;
  if (next.a - (last.a + last.length) > MAX_CHANGED_WORDS) return false;
  if (next.b < behindB || next.b - behindB > MAX_CHANGED_WORDS) return false;
  // Words between that are laid on others belong to another passage.
  return !isTaken.subarray(behindB, next.b).includes(1);
}

function passageOf(runs: readonly Run[], a: Words, b: Words): AlignedPassage {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) throw new RangeError("a passage has at least one run");
  const parts = runs.flatMap((run, i): PassagePart[] => {
    const next = runs[i + 1];
    const same = partOf("same", a, spanOf(a, run.a, run.length), b, spanOf(b, run.b, run.length));
    if (!next) return [same];
    const between = partOf(
      "changed",
      a,
      gapOf(a, run.a + run.length, next.a),
      b,
      gapOf(b, run.b + run.length, next.b),
    );
    return [same, between];
  });
  return {
    a: { from: a.starts[first.a] as number, to: a.ends[last.a + last.length - 1] as number },
    b: { from: b.starts[first.b] as number, to: b.ends[last.b + last.length - 1] as number },
    wordsBefore: { a: first.a, b: first.b },
    words: { a: last.a + last.length - first.a, b: last.b + last.length - first.b },
    sameWords: wordsIn(runs),
    parts,
  };
}

const spanOf = (words: Words, first: number, length: number): Span => ({
  from: words.starts[first] as number,
  to: words.ends[first + length - 1] as number,
});

/** What stands between two matches, blanks included. */
const gapOf = (words: Words, first: number, next: number): Span => ({
  from: words.ends[first - 1] as number,
  to: words.starts[next] as number,
});

function partOf(kind: PassagePart["kind"], a: Words, inA: Span, b: Words, inB: Span): PassagePart {
  return { kind, a: a.text.slice(inA.from, inA.to), b: b.text.slice(inB.from, inB.to) };
}
