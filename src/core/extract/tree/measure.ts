/*
 * One walk up the tree for text mass, one walk down for traits. Mass comes first: traits that would take out
 * most of the page's running text are not believed (a body class `has-sidebar`, an article wrapped in a
 * `.widget`).
 */
import { classTraits, OWN_TRAITS, Trait } from "./class-traits.ts";
import { findWithin, type PageElement } from "./page-tree.ts";
import { headingLevel } from "./tags.ts";

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
/** The same for comments and consent dialogs, which are often longer than the article. */
const DIALOG_MASS_GUARD = 0.9;
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
/** Classes within code are the highlighter's: `comment`, `title`, `tag`. */
const CODE_TAGS = new Set(["pre", "code"]);
const POST_NAMES = /twitter-tweet|instagram-media|fb-post|tiktok/;

/** Share of the page's non-link text above which a class that several boxes bear is not believed. */
const CLASS_MASS_GUARD = 0.45;
/** Boxes of other stories and menus hold links; text holds fewer than this share. */
const MAX_CLASS_LINK_SHARE = 0.12;

interface Mass {
  text: number;
  linkText: number;
}

/** Forms of ASP.NET hold the whole page. */
const MAX_SIGN_UP_CHARACTERS = 600;
const MAX_FORM_ELEMENTS = 60;
/** A heading, a sentence or two and a button. */
const MAX_OFFER_CHARACTERS = 350;

interface PageMass {
  /** Characters outside links, at least 1. */
  readonly text: number;
  /** Of the elements of each class attribute that says furniture. */
  readonly ofClass: ReadonlyMap<string, Mass>;
}

/** Fills traits and inheritedTraits of every element. measureMass comes first. */
export function markTraits(root: PageElement): void {
  const ofClass = new Map<string, Mass>();
  const page = { text: Math.max(1, root.textLength - root.linkTextLength), ofClass };
  readTraits(root, page.text, ofClass);
  for (const child of root.children) {
    if (typeof child !== "string") markElement(child, 0, page);
  }
}

/**
 * Fills traits with what each element says of itself, believed or not, and adds up the mass of each furniture class:
 * one article may be cut into many boxes of one class, `article-widget` on each. Boxes within a furniture box that is
 * believed count with that box (ofClass null).
 */
function readTraits(element: PageElement, pageText: number, ofClass: Map<string, Mass> | null): void {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    child.traits = statedTraits(child);
    const isFurniture = (child.traits & Trait.furniture) !== 0;
    if (isFurniture && ofClass !== null) addClassMass(child, ofClass);
    const isBelieved = isFurniture && child.textLength - child.linkTextLength <= MASS_GUARD * pageText;
    readTraits(child, pageText, isBelieved ? null : ofClass);
  }
}

function addClassMass(element: PageElement, ofClass: Map<string, Mass>): void {
  const className = element.attribute("class");
  if (className === "") return;
  const key = withoutNumbers(className);
  const mass = ofClass.get(key) ?? { text: 0, linkText: 0 };
  mass.text += element.textLength;
  mass.linkText += element.linkTextLength;
  ofClass.set(key, mass);
}

/** Page builders number their boxes: `element-3fa2b widget widget-text`. */
function withoutNumbers(className: string): string {
  return /\d/.test(className)
    ? className
        .split(/\s+/)
        .filter((name) => !/\d/.test(name))
        .join(" ")
    : className;
}

function isClassOfText(className: string, page: PageMass): boolean {
  if (className === "") return false;
  const mass = page.ofClass.get(withoutNumbers(className));
  if (mass === undefined || mass.linkText > MAX_CLASS_LINK_SHARE * mass.text) return false;
  return mass.text - mass.linkText > CLASS_MASS_GUARD * page.text;
}

function markElement(element: PageElement, inherited: number, page: PageMass): void {
  const share = (element.textLength - element.linkTextLength) / page.text;
  let own = believedTraits(element, share);
  if (own & Trait.furniture && isClassOfText(element.attribute("class"), page)) own &= ~Trait.furniture;
  element.traits = own;
  let handedDown = inherited | (own & ~OWN_TRAITS);
  if (element.tag === "figure") handedDown |= Trait.figure;
  if (element.tag === "blockquote" && POST_NAMES.test(element.attribute("class"))) {
    handedDown = (handedDown & (Trait.hidden | Trait.comments)) | Trait.embed;
  }
  element.inheritedTraits = handedDown;
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (CODE_TAGS.has(element.tag)) inheritOnly(child, handedDown);
    else markElement(child, handedDown, page);
  }
}

function inheritOnly(element: PageElement, inherited: number): void {
  element.traits = 0;
  element.inheritedTraits = inherited;
  for (const child of element.children) {
    if (typeof child !== "string") inheritOnly(child, inherited);
  }
}

function believedTraits(element: PageElement, share: number): number {
  let own = element.traits;
  if (share > MASS_GUARD)
    own &= ~(Trait.landmark | Trait.furniture | Trait.soft | Trait.caption | Trait.hidden);
  if (share > DIALOG_MASS_GUARD) own &= ~(Trait.comments | Trait.consent);
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
  if (isSignUp(element)) traits |= Trait.furniture;
  return traits;
}

/**
 * A box or form in which readers are to write their mail address (for a newsletter, a comment, an account), and the
 * small box around such a form with its heading and its offer.
 */
function isSignUp(element: PageElement): boolean {
  if (element.textLength > MAX_SIGN_UP_CHARACTERS) return false;
  if (element.tag === "form") return asksForMail(element);
  const inside = elementsOf(element);
  if (inside.some(({ tag }) => tag === "h1")) return false;
  if (inside.some(isMailField)) return true;
  return element.textLength <= MAX_OFFER_CHARACTERS && inside.some(isMailForm) && isOffer(element, inside);
}

/**
 * True for a sub-heading with one text. It is the article's own where a box of the same make stands beside it: a step
 * of a guide, an entry of a list.
 */
function isOffer(box: PageElement, inside: readonly PageElement[]): boolean {
  const texts = inside.filter(({ tag, textLength }) => textLength > 0 && tag !== "form");
  const headings = texts.filter(({ tag }) => headingLevel(tag) > 0);
  if (headings.length === 0 || texts.length - headings.length > 1) return false;
  const name = box.attribute("class");
  const beside = elementsOf(box.parent).slice(0, MAX_FORM_ELEMENTS);
  return !beside.some(
    (other) =>
      other !== box &&
      other.tag === box.tag &&
      other.attribute("class") === name &&
      elementsOf(other).some(({ tag }) => headingLevel(tag) > 0),
  );
}

function elementsOf(box: PageElement | null): PageElement[] {
  return box?.children.filter((child) => typeof child !== "string") ?? [];
}

function isMailForm(element: PageElement): boolean {
  return element.tag === "form" && asksForMail(element);
}

function asksForMail(form: PageElement): boolean {
  return findWithin(form, MAX_FORM_ELEMENTS, isMailField) !== undefined;
}

function isMailField(element: PageElement): boolean {
  return element.tag === "input" && element.attribute("type").toLowerCase() === "email";
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
