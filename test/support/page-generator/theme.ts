/*
 * How a site names its classes. Five habits that real sites have; a renderer asks for a part of the page
 * ("article", "body") and gets the class names this site would give it.
 */
import type { Random } from "../simulator/random.ts";

export interface Theme {
  readonly name: ThemeName;
  /** Class names of an element within a block of the page: `className("related", "card")`. */
  className(block: string, element: string): string;
  /** Boxes around boxes between the body and the page's main column. */
  readonly wrapperDepth: number;
  readonly hasJsonLd: boolean;
  readonly hasMicrodata: boolean;
  readonly hasArticleElement: boolean;
}

const THEME_NAMES = ["blog", "modules", "bem", "utility", "legacy"] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

const pascal = (words: string): string =>
  words.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
const camel = (words: string): string => {
  const name = pascal(words);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** The part of a site's class names that a bundler makes up: five letters for each name. */
const HASH_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const HASH_LENGTH = 5;

function hashed(name: string, salt: number): string {
  let state = salt;
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  let hash = "";
  for (let i = 0; i < HASH_LENGTH; i++) {
    hash += HASH_LETTERS.charAt(state % HASH_LETTERS.length);
    state = Math.floor(state / HASH_LETTERS.length);
  }
  return hash;
}

const UTILITIES: Readonly<Record<string, string>> = {
  root: "relative mx-auto w-full max-w-screen-xl px-4 md:px-6 lg:px-8",
  list: "flex flex-wrap items-center gap-x-4 gap-y-2 lg:flex-nowrap",
  item: "inline-flex shrink-0 items-center border-b border-transparent py-2",
  link: "text-sm font-medium text-gray-900 hover:underline focus-visible:outline-2",
  card: "group grid grid-cols-3 gap-4 border-t border-gray-200 py-4 md:grid-cols-1",
  title: "mt-2 text-base font-bold leading-snug tracking-tight md:text-lg",
  body: "prose prose-lg mt-6 max-w-none",
  text: "mb-4 text-lg leading-relaxed text-gray-800",
};
const OTHER_UTILITIES = "flex items-center justify-between text-xs text-gray-600";

/** WordPress calls an article an entry. */
const blogBlock = (block: string): string => (block === "article" ? "entry" : block);
const blogElement = (element: string): string => (element === "body" ? "content" : element);

const NAMINGS: Readonly<Record<ThemeName, (block: string, element: string, salt: number) => string>> = {
  blog: (block, element) => `${blogBlock(block)}-${blogElement(element)} wp-block-${block}`,
  modules: (block, element, salt) => {
    const name = `${pascal(block)}_${camel(element)}`;
    return `${name}__${hashed(name, salt)}`;
  },
  bem: (block, element) => `c-${block}__${element} c-${block}__${element}--default u-clearfix`,
  utility: (block, element) => `${block}-${element} ${UTILITIES[element] ?? OTHER_UTILITIES}`,
  legacy: (block, element) => `${camel(`${block}-${element}`)}`,
};

const MAX_EXTRA_WRAPPERS = 6;
const JSON_LD_SHARE = 0.8;

export function createTheme(index: number, random: Random): Theme {
  const name = THEME_NAMES[index % THEME_NAMES.length] ?? "blog";
  const salt = random.below(2 ** 31);
  const naming = NAMINGS[name];
  const isLegacy = name === "legacy";
  return {
    name,
    className: (block, element) => naming(block, element, salt),
    wrapperDepth: 1 + random.below(MAX_EXTRA_WRAPPERS),
    hasJsonLd: !isLegacy && random.next() < JSON_LD_SHARE,
    hasMicrodata: isLegacy || random.next() < 1 - JSON_LD_SHARE,
    hasArticleElement: !isLegacy,
  };
}
