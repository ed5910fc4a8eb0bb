/*
 * From a class or id to what it says about the element. Names are cut into tokens and looked up in sets; each
 * distinct class attribute is read once per process (pages of one site repeat a few hundred of them).
 */
import {
  BODY_NAMES,
  CAPTION_WORDS,
  COMMENT_WORDS,
  CONSENT_MANAGERS,
  DEK_NAMES,
  EMBED_PHRASES,
  FURNITURE_PHRASES,
  FURNITURE_WORDS,
  HIDING_NAMES,
  LANDMARK_WORDS,
  NEGATING_WORDS,
  SOFT_WORDS,
} from "../vocabulary/class-words.ts";

/** Bits of PageElement.traits. */
export const Trait = {
  /** Stands beside the article: promotion, navigation, sharing. */
  furniture: 1,
  /** Furniture only where it is short: bylines, dates, labels, cards. */
  soft: 2,
  caption: 4,
  /** The box that holds the article's paragraphs. */
  body: 8,
  comments: 16,
  hidden: 32,
  /** A post of another place quoted in the text. */
  embed: 64,
  /** Within a <figure>. */
  figure: 128,
  dek: 256,
  /** Furniture beyond doubt: footers, dialogs, consent, navigation, by tag, role or class. */
  landmark: 512,
  /** A consent manager's dialog: often longer than the article. */
  consent: 1024,
} as const;

/** Traits that are not handed down to the elements within. */
export const OWN_TRAITS = Trait.soft | Trait.body | Trait.dek;

/** Traits that take a block out of the article. */
export const DEAD_TRAITS =
  Trait.landmark | Trait.furniture | Trait.comments | Trait.hidden | Trait.caption | Trait.consent;

/** "no-comments" and "has-sidebar" are states of the page, not boxes. */
const NEGATABLE_TRAITS = Trait.furniture | Trait.landmark | Trait.comments;

const TRAITS_OF_WORD = traitTable([
  [FURNITURE_WORDS, Trait.furniture],
  [LANDMARK_WORDS, Trait.landmark],
  [COMMENT_WORDS, Trait.comments],
  [CONSENT_MANAGERS, Trait.consent],
  [SOFT_WORDS, Trait.soft],
  [CAPTION_WORDS, Trait.caption],
]);
const TRAITS_OF_PHRASE = traitTable([
  [FURNITURE_PHRASES, Trait.furniture],
  [EMBED_PHRASES, Trait.embed],
  [DEK_NAMES, Trait.dek],
]);
const TRAITS_OF_NAME = traitTable([[BODY_NAMES, Trait.body]]);

/** What a token may mean by itself, and whether a phrase or a whole name of the vocabulary begins with it. */
interface KnownToken {
  traits: number;
  opensPhrase: boolean;
  opensName: boolean;
}

/** Every token that any entry of the vocabulary begins with: one look-up tells that the others mean nothing. */
const KNOWN_TOKENS = knownTokens();

function knownTokens(): ReadonlyMap<string, KnownToken> {
  const known = new Map<string, KnownToken>();
  const of = (token: string): KnownToken => {
    const entry = known.get(token) ?? { traits: 0, opensPhrase: false, opensName: false };
    known.set(token, entry);
    return entry;
  };
  for (const [word, traits] of TRAITS_OF_WORD) of(word).traits = traits;
  for (const phrase of TRAITS_OF_PHRASE.keys()) of(firstWord(phrase)).opensPhrase = true;
  for (const name of TRAITS_OF_NAME.keys()) of(firstWord(name)).opensName = true;
  for (const name of HIDING_NAMES) of(name).opensName = true;
  return known;
}

function firstWord(phrase: string): string {
  return phrase.split(" ")[0] ?? "";
}

function traitTable(
  lists: ReadonlyArray<readonly [ReadonlySet<string>, number]>,
): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [names, trait] of lists) {
    for (const name of names) table.set(name, (table.get(name) ?? 0) | trait);
  }
  return table;
}

/** Distinct attributes and names remembered, about 8 MB each: the pages of 400 sites have 50,000 attributes. */
const CACHE_SIZE = 65_536;
/** Longer ones are read again each time, which bounds the memory; the longest of a page are of one element each. */
const MAX_REMEMBERED_CHARACTERS = 200;
/** Longer class attributes are generated style names; only their beginning is read. */
const MAX_CLASS_CHARACTERS = 400;
const MAX_PHRASE_TOKENS = 3;

const traitsOfAttribute = new Map<string, number>();
const traitsOfName = new Map<string, number>();

/** @param names the class attribute and the id, separated by a space */
export function classTraits(names: string): number {
  const known = traitsOfAttribute.get(names);
  if (known !== undefined) return known;
  let traits = 0;
  for (const name of names.slice(0, MAX_CLASS_CHARACTERS).split(/\s+/)) {
    if (name) traits |= rememberedTraits(name);
  }
  remember(traitsOfAttribute, names, traits);
  return traits;
}

function rememberedTraits(name: string): number {
  const known = traitsOfName.get(name);
  if (known !== undefined) return known;
  const traits = nameTraits(name);
  remember(traitsOfName, name, traits);
  return traits;
}

function remember(cache: Map<string, number>, names: string, traits: number): void {
  if (names.length > MAX_REMEMBERED_CHARACTERS) return;
  if (cache.size >= CACHE_SIZE) cache.clear();
  // A copy: what was cut out of the page would keep the whole page in memory.
  cache.set(` ${names}`.slice(1), traits);
}

function nameTraits(name: string): number {
  const tokens = tokensOf(name);
  if (tokens.length === 0 || isTaxonomyName(name, tokens)) return 0;
  let traits = 0;
  for (let at = 0; at < tokens.length; at++) {
    const known = KNOWN_TOKENS.get(tokens[at] ?? "");
    if (!known) continue;
    const negated = known.traits !== 0 && at > 0 && NEGATING_WORDS.has(tokens[at - 1] ?? "");
    traits |= negated ? known.traits & ~NEGATABLE_TRAITS : known.traits;
    if (known.opensPhrase) traits |= phraseTraits(tokens, at);
    if (known.opensName && at === 0) traits |= wholeNameTraits(tokens);
  }
  return traits;
}

function wholeNameTraits(tokens: readonly string[]): number {
  const whole = tokens.join(" ");
  const hiding = tokens.length === 1 && HIDING_NAMES.has(whole) ? Trait.hidden : 0;
  return hiding | (TRAITS_OF_NAME.get(whole) ?? 0);
}

/** Traits of the one to three neighbouring tokens that begin at `at`. */
function phraseTraits(tokens: readonly string[], at: number): number {
  let traits = 0;
  let phrase = "";
  for (const token of tokens.slice(at, at + MAX_PHRASE_TOKENS)) {
    phrase = phrase ? `${phrase} ${token}` : token;
    traits |= TRAITS_OF_PHRASE.get(phrase) ?? 0;
  }
  return traits;
}

/** A run of letters, cut before a capital that follows a small letter. */
const TOKEN = /[A-Z]+[a-z]*|[a-z]+/g;

/** Cuts `relatedPosts-list2` into related, posts, list; generated ids such as `PFk9dDFpTo0q` give no words. */
function tokensOf(name: string): string[] {
  const tokens = withoutGenerated(name).match(TOKEN) ?? [];
  return tokens.map((token) => token.toLowerCase());
}

function withoutGenerated(name: string): string {
  if (name.length < MIN_GENERATED_CHARACTERS || !/\d/.test(name)) return name;
  return name
    .split(/[-_]/)
    .filter((piece) => !isGenerated(piece))
    .join("-");
}

const MIN_GENERATED_CHARACTERS = 8;

function isGenerated(piece: string): boolean {
  return (
    piece.length >= MIN_GENERATED_CHARACTERS && /\d/.test(piece) && /[a-z]/.test(piece) && /[A-Z]/.test(piece)
  );
}

/** `tag-donations` and `category-ads` on an article name its subject; `tag-list` is a list of tags. */
function isTaxonomyName(name: string, tokens: readonly string[]): boolean {
  if (!(name.startsWith("tag-") || name.startsWith("category-")) || tokens.length < 2) return false;
  return !["link", "links", "list", "cloud", "wrap", "container", "box"].includes(tokens[1] ?? "");
}
