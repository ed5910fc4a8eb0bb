/* Small helpers for writing HTML by hand. Everything that comes from a story is escaped here. */
import { withoutLinks } from "./story.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text for element content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** A paragraph's text with its `[words](/path)` links; `attributes` go into each link's tag. */
export function inline(text: string, attributes = ""): string {
  return escapeHtml(text).replace(
    /\[([^\]]+)\]\(([^)]+)\)/g,
    (_link, words: string, path: string) => `<a href="${path}"${attributes}>${words}</a>`,
  );
}

/** Renders each item and joins the results with line breaks. */
export function each<Item>(items: readonly Item[], render: (item: Item, index: number) => string): string {
  return items.map(render).join("\n");
}

/** A path segment: `Food & Drink` becomes `food-drink`. */
export function slug(words: string): string {
  return words
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** A script element of linked data; `<` cannot end the element early. */
export function jsonLd(value: object): string {
  return `<script type="application/ld+json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`;
}

/** Text for attributes and JSON: links resolved to their words. */
export function plain(text: string): string {
  return escapeHtml(withoutLinks(text));
}
