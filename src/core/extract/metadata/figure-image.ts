/*
 * The picture of a <figure> above the text: the lead image of pages that name none.
 *
 * Never one: a picture that is a link (a teaser's), a placeholder that a script replaces, one in a box beside the text.
 */
import { closest, findWithin, type PageElement } from "../tree/page-tree.ts";

const PICTURE_TAGS = new Set(["img", "amp-img"]);
/** Around other stories, menus and logos; <figure> within a link is a teaser's. */
const OTHER_BOXES = new Set(["a", "aside", "footer", "nav"]);
/** Elements of a figure that are looked at: <picture>, its sources, wrappers. */
const MAX_ELEMENTS = 30;
const INLINE_DATA = /^data:/i;

/** Address of the figure's picture as the page writes it, empty where it is none of the article's. */
export function figureImage(figure: PageElement): string {
  if (closest(figure, OTHER_BOXES) !== null) return "";
  const picture = findWithin(figure, MAX_ELEMENTS, ({ tag }) => PICTURE_TAGS.has(tag));
  if (picture === undefined || closest(picture, OTHER_BOXES) !== null) return "";
  const addresses = [picture.attribute("data-src"), picture.attribute("src")];
  return addresses.find((address) => address !== "" && !INLINE_DATA.test(address)) ?? "";
}
