/*
 * Does the page only say why there is no article: not found, log in, subscribe, accept, prove that you are no robot?
 *
 * Such pages are short, and say so in their title, in their sentences, or in both:
 *
 *   title or first heading is a wall's ("Page not found")   and one sentence speaks like it, or there are few words
 *   section or site behind the title is ("… | Log in")      and one sentence of a wall, for a log-in a password's field too
 *   any title                                               and the sentences that speak like a wall are half of all words
 *   a field for a password                                  and one sentence of a log-in page in few words
 *
 * Never one: an article that speaks of such things. What stands in quotation marks does not count; a report says "their
 * account", not "your account"; one word ("Gone") may be any headline; columns that play with the words are longer; and a text
 * under no wall's title that has a word of its headline which no wall has tells of something.
 * A page that says it is an article is one, unless it asks for money or scripts, or says hardly anything but what no
 * report says. Sites show the day's date below any headline: it only keeps the title from deciding alone.
 */
import { endsSentence, foldSpace, looksDated, withoutQuotations } from "../blocks/text-shape.ts";
import { isBylineText } from "../metadata/taken-lines.ts";
import type { PageElement } from "../tree/page-tree.ts";
import { HALF_WALL_PHRASES, SPACELESS_HALF_WALL_PHRASES } from "../vocabulary/half-wall-phrases.ts";
import type { PhraseList } from "../vocabulary/phrase-list.ts";
import { normaliseWords, openingWords, PhraseSet } from "../vocabulary/phrase-set.ts";
import { PhrasesWithin } from "../vocabulary/phrases-within.ts";
import { SPACELESS_WALL_PHRASES, WALL_PHRASES } from "../vocabulary/wall-phrases.ts";
import { WALL_TITLES } from "../vocabulary/wall-titles.ts";
import { isSpaceless, measureWords } from "../word-count.ts";
import type { FoundStory } from "./index-page.ts";
import { titlePieces } from "./title.ts";

/** Longer texts are about something. Cookie walls list what the data are used for, others are a sentence or two. */
const MAX_WORDS = 300;
const MAX_TITLED_WORDS = 150;
const MAX_LOG_IN_WORDS = 100;
/** Under a wall's title, fewer words than this need not say more. */
const HARDLY_ANY_WORDS = 25;
const SPOKEN_SHARE = 0.5;

/** Lines below a headline that are searched for its byline and date. */
const LINES_BELOW_TITLE = 4;
const MAX_LINE_WORDS = 12;

const SECTION_REASONS: ReadonlySet<string> = new Set(["paywall", "cookie-wall"]);

/** The wall behind which the text may stand in the page's data. */
export const SCRIPTS_OFF = "scripts-off";
/** What stands in the place of an article's text on a page that has its headline and date. */
const ARTICLE_REASONS: ReadonlySet<string> = new Set(["paywall", SCRIPTS_OFF]);

const TITLES = new PhraseSet(WALL_TITLES);
/** Every word that a wall's title or sentence has. */
const WALL_WORDS: ReadonlySet<string> = new Set(
  [...WALL_TITLES, ...WALL_PHRASES, ...HALF_WALL_PHRASES].flatMap(({ phrases }) =>
    normaliseWords(phrases).split(" "),
  ),
);
/** A headline of fewer words may be a section's name. */
const MIN_TOLD_TITLE_WORDS = 4;
/** Shorter words are in any sentence. */
const MIN_TELLING_LETTERS = 5;
const SENTENCE_END = /[.!?…。！？｡।؟\n]/u;
/** "By Jonna Tvedt", not "By clicking here". */
const NAMED = /^\S+ \p{Lu}/u;

/** What may be said by a page of one kind. */
interface Sayings {
  /** What no report says of others. */
  readonly only: PhrasesWithin;
  /** With what a report may say too. */
  readonly any: PhrasesWithin;
  allows(reason: string): boolean;
}

const OF_ANY_PAGE = sayingsOf(() => true);
const OF_ARTICLES = sayingsOf((reason) => ARTICLE_REASONS.has(reason));

function sayingsOf(allows: (reason: string) => boolean): Sayings {
  const allowed = (lists: readonly PhraseList[]) => lists.filter(({ reason }) => allows(reason));
  const [spaced, spaceless] = [allowed(WALL_PHRASES), allowed(SPACELESS_WALL_PHRASES)];
  return {
    only: new PhrasesWithin(spaced, spaceless),
    any: new PhrasesWithin(
      [...spaced, ...allowed(HALF_WALL_PHRASES)],
      [...spaceless, ...allowed(SPACELESS_HALF_WALL_PHRASES)],
    ),
    allows,
  };
}

export interface WallEvidence {
  /** The text that was kept, paragraphs separated by "\n". */
  readonly text: string;
  /** The page's title as it states it, and its first headings. */
  readonly titles: readonly string[];
  readonly root: PageElement;
  /** True where the page's data say that it is an article. */
  readonly saysArticle: boolean;
  /** Lines between the headline and the first paragraph: a byline says so too, a date half so. */
  readonly below: readonly string[];
}

/** @returns why there is no article: the reason of a list in vocabulary/wall-phrases.ts; null where nothing says so */
export function wallReason(page: WallEvidence): string | null {
  const words = measureWords(page.text);
  if (words > MAX_WORDS) return null;
  const unquoted = withoutQuotations(page.text);
  const hasByline = page.below.some(isByline);
  if (!page.saysArticle && !hasByline) return reasonBy(OF_ANY_PAGE, page, unquoted, words);
  return reasonBy(OF_ARTICLES, page, unquoted, words) ?? reasonDespiteData(page, unquoted, words, hasByline);
}

function reasonBy(sayings: Sayings, page: WallEvidence, unquoted: string, words: number): string | null {
  const { titles, root, below } = page;
  const title = words <= MAX_TITLED_WORDS ? wallTitle(titles, sayings) : undefined;
  const isDated = below.some(looksDated);
  if (title?.decides && !isDated && words < HARDLY_ANY_WORDS) return title.reason;
  const heard = isDated ? sayings.only : sayings.any;
  if (title?.isFirst && heard.reasonIn(unquoted) !== undefined) return title.reason;
  const spoken = sayings.only.reasonIn(unquoted);
  if (spoken === undefined) return null;
  if (title !== undefined && (title.reason !== "log-in" || asksForPassword(root))) return title.reason;
  if (spoken === "log-in" && words <= MAX_LOG_IN_WORDS && asksForPassword(root)) return spoken;
  if (title === undefined && tellsOfItsTitle(titles, unquoted)) return null;
  return spokenWords(unquoted, sayings.any) >= SPOKEN_SHARE * words ? spoken : null;
}

/**
 * Sites give their log-in pages a date too, and a wall may stand under an article's headline, byline and date. Then half
 * of the words are sentences that no report says; or, where nobody signed, title and one sentence are one wall's.
 */
function reasonDespiteData(
  { titles, root }: WallEvidence,
  unquoted: string,
  words: number,
  hasByline: boolean,
): string | null {
  const { only } = OF_ANY_PAGE;
  const spoken = only.reasonIn(unquoted);
  if (spoken === undefined) return null;
  const title = hasByline || words > MAX_TITLED_WORDS ? undefined : wallTitle(titles, OF_ANY_PAGE);
  const isTitled = title?.isFirst === true && title.reason === spoken;
  const isForm = spoken === "log-in" && asksForPassword(root);
  if (isTitled && (title.decides || isForm)) return spoken;
  if (spoken === "log-in" && !isForm) return null;
  return spokenWords(unquoted, only) >= SPOKEN_SHARE * words ? spoken : null;
}

/** Lines between the headline and the first paragraph; without a headline none. */
export function linesBelowTitle({ blocks, titleBlock }: Pick<FoundStory, "blocks" | "titleBlock">): string[] {
  const from = titleBlock === null ? blocks.length : blocks.indexOf(titleBlock) + 1;
  const lines: string[] = [];
  for (const { text, words } of blocks.slice(from, from + LINES_BELOW_TITLE)) {
    if (words > MAX_LINE_WORDS || endsSentence(text)) break;
    lines.push(text);
  }
  return lines;
}

function isByline(line: string): boolean {
  return isBylineText(line) && NAMED.test(line);
}

/**
 * True where the text has a word of the headline that is neither the site's nor any wall's: "Ministry deletes climate
 * pages", and the text on old links to the climate reports. Walls do not speak of what stands behind them.
 */
function tellsOfItsTitle(titles: readonly string[], text: string): boolean {
  const told = new Set(normaliseWords(text).split(" "));
  const sites = titles.flatMap((title) => titlePieces(foldSpace(title)).slice(1)).map(normaliseWords);
  const ofSites = new Set(sites.flatMap((site) => site.split(" ")));
  return titles.some((title) => {
    const words = normaliseWords(titlePieces(foldSpace(title))[0] ?? "").split(" ");
    if (words.length < MIN_TOLD_TITLE_WORDS) return false;
    return words.some(
      (word) =>
        word.length >= MIN_TELLING_LETTERS && told.has(word) && !ofSites.has(word) && !WALL_WORDS.has(word),
    );
  });
}

interface WallTitle {
  readonly reason: string;
  /** True for a heading or the title's first piece, false for what stands behind it: a section, the site. */
  readonly isFirst: boolean;
  /** True where hardly any words need to follow. */
  readonly decides: boolean;
}

/** Sections behind the headline may be called "Subscription", never "Page not found". */
function wallTitle(titles: readonly string[], { allows }: Sayings): WallTitle | undefined {
  let later: WallTitle | undefined;
  for (const title of titles) {
    for (const [at, piece] of titlePieces(foldSpace(title)).entries()) {
      const reason = TITLES.reasonOfWhole(openingWords(piece));
      if (reason === undefined || !allows(reason)) continue;
      if (at === 0) return { reason, isFirst: true, decides: !isOneWord(piece) };
      if (!SECTION_REASONS.has(reason)) later ??= { reason, isFirst: false, decides: false };
    }
  }
  return later;
}

/** "Gone", "Blocked", "Cookies"; no number, and nothing in a script that does not part words. */
function isOneWord(title: string): boolean {
  const words = normaliseWords(title);
  return !words.includes(" ") && !/\p{N}/u.test(words) && !isSpaceless(words.charCodeAt(0));
}

function asksForPassword(element: PageElement): boolean {
  if (element.tag === "input" && element.attribute("type").toLowerCase() === "password") return true;
  return element.children.some((child) => typeof child !== "string" && asksForPassword(child));
}

/** Words of the sentences that hold one of the phrases. */
function spokenWords(text: string, phrases: PhrasesWithin): number {
  let words = 0;
  for (const sentence of text.split(SENTENCE_END)) {
    if (sentence !== "" && phrases.reasonIn(sentence) !== undefined) words += measureWords(sentence);
  }
  return words;
}
