/* Writing HTML: everything that comes from a story is escaped here. */

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

export const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** @param content HTML already escaped */
export function element(tag: string, classNames: string, content: string, attributes = ""): string {
  const extra = attributes === "" ? "" : ` ${attributes}`;
  return `<${tag} class="${classNames}"${extra}>${content}</${tag}>`;
}

/** `count` pieces joined by line breaks. */
export const times = (count: number, render: (index: number) => string): string =>
  Array.from({ length: Math.max(0, Math.round(count)) }, (_, index) => render(index)).join("\n");
