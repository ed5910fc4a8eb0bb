/*
 * One walk up the tree for text mass, one walk down for traits. Mass comes first: traits that would take out
 * most of the page's running text are not believed (a body class `has-sidebar`, an article wrapped in a
 * `.widget`).
 */
import { classTraits, OWN_TRAITS, Trait } from "./class-traits.ts";
import type { PageElement } from "./page-tree.ts";

/** Fills textLength and linkTextLength of every element. */
export function measureMass(element: PageElement): void {
  let text = 0;
  let link = 0;
  for (const child of element.children) {
    if (typeof child === "string") {
      // A single character between tags is a line break or a bullet, not text.
      text += child.length > 1 ? child.length : 0;
    } else {
      measureMass(child);
      text += child.textLength;
      link += child.linkTextLength;
    }
  }
  element.textLength = text;
  element.linkTextLength = element.tag === "a" ? text : link;
}

/** Share of the page's non-link text above which an element's class is not believed. Measured: .3 to .4 is flat. */
const MASS_GUARD = 0.35;
/** The same for comments, whose threads are often longer than the article. */
const COMMENT_MASS_GUARD = 0.9;
/** Longer captions are articles in a box named caption. */
const MAX_CAPTION_CHARACTERS = 800;
/** A paragraph longer than this is text, although it is hidden from screen readers (drop caps, paywalls). */
const ARIA_HIDDEN_PARAGRAPH_CHARACTERS = 80;

const FURNITURE_ROLES = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "complementary",
  "dialog",
  "alert",
  "search",
]);
const POST_NAMES = /twitter-tweet|instagram-media|fb-post|tiktok/;

/** Fills traits and inheritedTraits of every element. measureMass comes first. */
export function markTraits(root: PageElement): void {
  const pageText = Math.max(1, root.textLength - root.linkTextLength);
  for (const child of root.children) {
    if (typeof child !== "string") markElement(child, 0, pageText);
  }
}

function markElement(element: PageElement, inherited: number, pageText: number): void {
  const share = (element.textLength - element.linkTextLength) / pageText;
  const own = believedTraits(element, share);
  element.traits = own;
  let handedDown = inherited | (own & ~OWN_TRAITS);
  if (element.tag === "figure") handedDown |= Trait.figure;
  if (element.tag === "blockquote" && POST_NAMES.test(element.attribute("class"))) {
    handedDown = (handedDown & (Trait.hidden | Trait.comments)) | Trait.embed;
  }
  element.inheritedTraits = handedDown;
  for (const child of element.children) {
    if (typeof child !== "string") markElement(child, handedDown, pageText);
  }
}

function believedTraits(element: PageElement, share: number): number {
  let own = statedTraits(element);
  if (share > MASS_GUARD)
    own &= ~(Trait.landmark | Trait.furniture | Trait.soft | Trait.caption | Trait.hidden);
  if (share > COMMENT_MASS_GUARD) own &= ~Trait.comments;
  if (own & Trait.body) own &= ~(Trait.landmark | Trait.furniture | Trait.soft | Trait.caption);
  if (element.textLength > MAX_CAPTION_CHARACTERS) own &= ~Trait.caption;
  return own;
}

/** What class, id, role, style and tag say. */
function statedTraits(element: PageElement): number {
  const className = element.attribute("class");
  const id = element.attribute("id");
  let traits = className || id ? classTraits(id ? `${className} ${id}` : className) : 0;
  // Custom elements (`<site-newsletter>`) and components name themselves where classes are style sheets' words.
  if (element.tag.includes("-")) traits |= classTraits(element.tag);
  if (element.hasAttribute("data-component")) traits |= classTraits(element.attribute("data-component"));
  if (isHidden(element, className)) traits |= Trait.hidden;
  if (element.hasAttribute("role") && FURNITURE_ROLES.has(element.attribute("role").toLowerCase()))
    traits |= Trait.landmark;
  if (element.tag === "footer" || element.tag === "aside") traits |= Trait.landmark;
  if (element.tag === "figcaption" || element.tag === "caption") traits |= Trait.caption;
  if (isArticleBody(element)) traits |= Trait.body;
  return traits;
}

/** True for schema.org microdata's articleBody. */
export function isArticleBody(element: PageElement): boolean {
  return (
    element.hasAttribute("itemprop") && element.attribute("itemprop").split(/\s+/).includes("articleBody")
  );
}

function isHidden(element: PageElement, className: string): boolean {
  if (element.hasAttribute("hidden")) return true;
  if (element.hasAttribute("style")) {
    const style = element.attribute("style").toLowerCase().replaceAll(" ", "");
    if (style.includes("display:none") || style.includes("visibility:hidden")) return true;
  }
  if (element.attribute("aria-hidden") !== "true" || className.includes("paywall")) return false;
  return !(element.tag === "p" && element.textLength > ARIA_HIDDEN_PARAGRAPH_CHARACTERS);
}
