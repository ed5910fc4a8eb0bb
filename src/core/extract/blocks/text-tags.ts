/*
 * The tags that are believed in plain text. Anything else between angle brackets is text.
 */

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Tags that part paragraphs, closed or not. */
export const BREAKING = names(
  "p div h1 h2 h3 h4 h5 h6 hr li ul ol dl dt dd tr td th table tbody thead blockquote section article header footer main aside " +
    "figure figcaption pre address center byline byttl dateline hedline hl1 hl2 headline slugline body.head body.content block",
);
const INLINE = names(
  "a b i u s em strong span small big sub sup font cite q code abbr acronym mark strike del ins time img wbr person org location chron " +
    "source",
);
/** What they hold is code, whatever it looks like. */
export const CODE = names("script style");
/** What they hold is shown where the browser cannot show the thing itself. */
export const REPLACED = names("iframe object video audio noscript");
/** Believed although nothing closes them. */
export const ALONE = names("p br hr img wbr li");

/** A tag in full (slash, name, attributes), the beginning of a comment, or a bare "<". */
export const TAG_OR_LESS = /<(?:(\/?)([a-zA-Z][\w.]{0,30})((?:\s[^<>]{0,1500})?)\/?>|!--)?/g;
const ATTRIBUTES = /^\s{0,100}\/?$|=/;

/** True for a known name whose attributes look like attributes. */
export function isTag(name: string, attributes: string): boolean {
  const tag = name.toLowerCase();
  const isKnown = tag === "br" || BREAKING.has(tag) || INLINE.has(tag) || isUnseen(tag);
  return isKnown && ATTRIBUTES.test(attributes);
}

/** @param tag in lower case */
export function isUnseen(tag: string): boolean {
  return CODE.has(tag) || REPLACED.has(tag);
}
