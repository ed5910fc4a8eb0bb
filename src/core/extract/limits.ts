/*
 * Bounds on what one page may cost. They hold while parsing, so that a page is given up before it has
 * cost much, not after.
 */

/** Characters of one page or text. Above the 8 MB that the fetcher decodes; local files come without that check. */
export const MAX_PAGE_CHARACTERS = 16_000_000;

/**
 * Open elements at one moment: browsers nest no deeper. Every closing tag makes htmlparser2 search its stack, so this
 * number times the closing tags bounds the time.
 */
export const MAX_DEPTH = 512;

/** Elements of one page. The largest page of the evaluation sets keeps 4,515. */
export const MAX_ELEMENTS = 300_000;

/** Lines of one plain text; a book has 20,000. */
export const MAX_TEXT_LINES = 200_000;

/** Attributes that are looked at on one element; the others are skipped unread. */
export const MAX_ATTRIBUTES_PER_ELEMENT = 64;

/** Characters kept of one attribute's value: a class list or a URL, never an inlined image. */
export const MAX_ATTRIBUTE_CHARACTERS = 2_048;

/** Characters of one JSON-LD script. Larger ones are catalogues, not articles. */
export const MAX_JSON_LD_CHARACTERS = 1_000_000;

/** Characters of one other JSON script, which holds all that the page's own scripts need. */
export const MAX_DATA_CHARACTERS = 4_000_000;

/** Other JSON scripts per page that are kept; they are parsed only where the page has hardly any text. */
export const MAX_DATA_SCRIPTS = 8;

/** JSON-LD scripts per page that are read. */
export const MAX_JSON_LD_SCRIPTS = 32;

/** `<meta>` and `<link>` elements that are kept. */
export const MAX_META_ELEMENTS = 512;

/** How deep a JSON-LD graph is followed: author in article in itemListElement in @graph is 6. */
export const MAX_JSON_LD_DEPTH = 12;

/** Bylines of one plain text: as many as a page of teasers has; an article has one. */
export const MAX_BYLINES = 32;

/** Characters of one byline in a plain text; a longer one is the article in a box whose class names its author. */
export const MAX_BYLINE_CHARACTERS = 500;

/** Removed blocks that are reported. A real page has about 300. */
export const MAX_REMOVED_BLOCKS = 5_000;

/** Characters kept of one removed block: enough to recognise it. */
export const MAX_REMOVED_CHARACTERS = 2_000;
