/*
 * The text of an element as a hint: on one line, and its beginning alone.
 */
import { foldSpace } from "../blocks/text-shape.ts";
import type { PageElement } from "../tree/page-tree.ts";

const HOLDS_MARK = /\S/;

/** The first text within, down the first children. */
export function openingOf(element: PageElement): string {
  let at: PageElement | undefined = element;
  while (at !== undefined) {
    const first: PageElement | string | undefined = at.children.find(
      (child) => typeof child !== "string" || HOLDS_MARK.test(child),
    );
    if (typeof first === "string") return first;
    at = first;
  }
  return "";
}

/** Longer texts are no hints; the walk stops there. */
const MAX_LINE_CHARACTERS = 500;

/** The element's text on one line. */
export function lineOf(element: PageElement): string {
  const parts: string[] = [];
  let length = 0;
  const walk = (at: PageElement): void => {
    for (const child of at.children) {
      if (length > MAX_LINE_CHARACTERS) return;
      if (typeof child === "string") {
        parts.push(child);
        length += child.length;
      } else {
        walk(child);
        parts.push(" ");
      }
    }
  };
  walk(element);
  return foldSpace(parts.join(""));
}
