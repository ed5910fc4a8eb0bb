/*
 * Look-ups in the page's `<meta>` and `<link>` elements.
 */
import type { LinkElement, MetaElement } from "../tree/page-tree.ts";

/** Content of the first meta with the first of the keys that is there; empty where none is. */
export function metaContent(metas: readonly MetaElement[], keys: readonly string[]): string {
  for (const key of keys) {
    const found = metas.find((meta) => meta.key === key);
    if (found) return found.content;
  }
  return "";
}

/** Contents of all metas with one of the keys, in the order of the keys, then of the page. */
export function metaContents(metas: readonly MetaElement[], keys: readonly string[]): string[] {
  return keys.flatMap((key) => metas.filter((meta) => meta.key === key).map((meta) => meta.content));
}

export function linkTarget(links: readonly LinkElement[], rel: string): string {
  return links.find((link) => link.rel.split(/\s+/).includes(rel))?.href ?? "";
}

/** An absolute http(s) URL, null where it is none and there is nothing to resolve it against. */
export function absoluteUrl(href: string, base: string | undefined): string | null {
  if (!href) return null;
  try {
    const url = base === undefined ? new URL(href) : new URL(href, base);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    // A broken URL on a page is expected.
    return null;
  }
}
