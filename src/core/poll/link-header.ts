/*
 * The `Link` header of a response: `<https://hub.example/>; rel="hub", <…>; rel=self`.
 *
 * RFC 8288, sections 3 and appendix B.2. Its grammar is taken leniently, as the RFC advises: what is no link is
 * passed over up to the next `<`. Left out: `anchor` (a link that speaks of another document is no link of this
 * one: section 3.2 lets a reader ignore it), `rev`, and parameters in other character sets (`title*`).
 */
export interface HeaderLink {
  /** As written: to be resolved against the response's URL. */
  readonly target: string;
  /** Relation types in lower case. */
  readonly rels: readonly string[];
}

/** Servers send one to ten links; preload lists of a few dozen are seen. */
const MAX_LINKS = 100;
/** Node takes 16 KiB of headers in all. */
const MAX_HEADER_CHARS = 65_536;

/** Blanks, then `;`, a name, and perhaps `=` with a token or a quoted string. Each step takes at least the `;`. */
const PARAMETER = /[ \t]*;[ \t]*([^\s=;,<>"]*)[ \t]*(?:=[ \t]*(?:"((?:[^"\\]|\\.)*)"?|([^\s;,"<>]*)))?/y;

/**
 * @param header the value as sent, several of one name joined by ", "; undefined where there is none
 * @returns links in their order, those without a `rel` left out
 */
export function parseLinkHeader(header: string | undefined): HeaderLink[] {
  const text = (header ?? "").slice(0, MAX_HEADER_CHARS);
  const links: HeaderLink[] = [];
  let at = text.indexOf("<");
  while (at >= 0 && links.length < MAX_LINKS) {
    const end = text.indexOf(">", at);
    if (end < 0) break;
    const { parameters, next } = parametersFrom(text, end + 1);
    const rel = parameters.get("rel");
    if (rel !== undefined && !parameters.has("anchor"))
      links.push({ target: text.slice(at + 1, end).trim(), rels: relsOf(rel) });
    at = text.indexOf("<", next);
  }
  return links;
}

const relsOf = (rel: string): string[] => rel.toLowerCase().split(/\s+/).filter(Boolean);

/** Section 3.3: of several `rel` only the first counts. */
function parametersFrom(
  text: string,
  start: number,
): { readonly parameters: ReadonlyMap<string, string>; readonly next: number } {
  const parameters = new Map<string, string>();
  let next = start;
  for (;;) {
    PARAMETER.lastIndex = next;
    const found = PARAMETER.exec(text);
    if (!found) return { parameters, next };
    next = PARAMETER.lastIndex;
    const [, name = "", quoted, token] = found;
    const value = quoted?.replace(/\\(.)/g, "$1") ?? token ?? "";
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
  }
}
