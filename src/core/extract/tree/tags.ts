/*
 * Which HTML elements mean what to extraction. From the HTML Living Standard (sections 4 and 15.3), with the
 * AMP twins of img, video and ads; from NITF 3.6 and NewsML the elements that end a line.
 */

function tags(names: string): ReadonlySet<string> {
  return new Set(names.split(" "));
}

/** Their text is never part of an article: code, controls, players, navigation, and ruby glosses. */
export const DROPPED_TAGS = tags(
  "rt rp script style noscript template svg math iframe object select button textarea canvas audio video map dialog " +
    "applet label nav amp-ad amp-sticky-ad amp-sidebar amp-consent amp-list amp-embed amp-next-page",
);

/** Elements that the tree passes through: their children hang on what is above. */
export const TRANSPARENT_TAGS = tags("html head body");

/** Elements that end a line of text. */
export const BLOCK_TAGS = tags(
  "address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 " +
    "h4 h5 h6 header hgroup hr legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul caption " +
    "byline byttl dateline distributor hedline hl1 hl2 headline slugline body.head body.content block",
);

const HEADING_TAGS = tags("h1 h2 h3 h4 h5 h6");
/** NITF's headlines. */
const WIRE_HEADINGS: ReadonlyMap<string, number> = new Map([
  ["hl1", 1],
  ["hl2", 2],
]);
export const CELL_TAGS = tags("td th dd dt");
export const LIST_TAGS = tags("ul ol dl table menu");
export const QUOTE_TAGS = tags("blockquote");
export const LIST_ITEM_TAGS = tags("li");

/** Boxes too small to be an article's container: the search goes on at their parent. */
export const PARAGRAPH_LEVEL_TAGS = tags("p li ul ol blockquote td tr tbody dl dd");

/** 1 to 6 for a heading element, 0 for anything else. */
export function headingLevel(tag: string): number {
  if (tag.charCodeAt(0) !== FIRST_OF_HEADINGS) return 0;
  return HEADING_TAGS.has(tag) ? tag.charCodeAt(1) - "0".charCodeAt(0) : (WIRE_HEADINGS.get(tag) ?? 0);
}

const FIRST_OF_HEADINGS = "h".charCodeAt(0);
