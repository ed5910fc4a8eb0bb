/*
 * Is the article paywalled? JSON-LD and microdata isAccessibleForFree, the metas that name a content tier, and what the
 * page shows its readers ("This article is for subscribers only") among the blocks taken out of the text.
 */
import type { Taken } from "../draft.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { PAYWALL_HINT, PAYWALL_PHRASES, SPACELESS_PAYWALL_PHRASES } from "../vocabulary/paywall-phrases.ts";
import { PhrasesWithin } from "../vocabulary/phrases-within.ts";
import { mayHold } from "../vocabulary/piece-hint.ts";
import { wordSet } from "../vocabulary/word-list.ts";
import { isNode, type JsonValue, type StructuredData, stringOf } from "./json-ld.ts";
import { metaContent } from "./meta.ts";
import type { Candidate, Sourced } from "./sourced.ts";

const OPEN_WORDS = new Set(["true", "free", "open", "public", "yes"]);
const CLOSED_WORDS = wordSet(`
  false locked metered paid premium subscriber subscribers hard registered registration no`);
const TIER_METAS = [
  "article:content_tier",
  "og:article:content_tier",
  "content_tier",
  "content-tier",
  "cxenseparse:paywall",
];
/** A statement is a line; longer blocks only mention subscribers. */
const MAX_STATEMENT_WORDS = 45;

const STATEMENTS = new PhrasesWithin([PAYWALL_PHRASES], [SPACELESS_PAYWALL_PHRASES]);

/** @param taken blocks that the passes took out */
export function readPaywall(
  tree: PageTree,
  data: StructuredData,
  taken: readonly Taken[],
): Sourced<boolean> | null {
  const stated: readonly Candidate[] = [
    [wordOf(data.article?.isAccessibleForFree), "json-ld"],
    [hasClosedPart(data) ? "false" : "", "json-ld"],
    ...data.pages.map((page): Candidate => [wordOf(page.isAccessibleForFree), "json-ld"]),
    [metaContent(tree.metas, ["isaccessibleforfree"]).toLowerCase(), "microdata"],
    [metaContent(tree.metas, TIER_METAS).toLowerCase(), "meta"],
  ];
  for (const [word, source] of stated) {
    if (CLOSED_WORDS.has(word)) return { value: true, source };
    if (OPEN_WORDS.has(word)) return { value: false, source };
  }
  return taken.some(showsPaywall) ? { value: true, source: "visible-text" } : null;
}

function wordOf(value: JsonValue | undefined): string {
  if (typeof value === "boolean") return String(value);
  if (value === 0 || value === 1) return value === 1 ? "true" : "false";
  return stringOf(value)
    .toLowerCase()
    .replace(/^https?:\/\/schema\.org\//, "");
}

/** `hasPart: {isAccessibleForFree: false, cssSelector: ".paywall"}` */
function hasClosedPart(data: StructuredData): boolean {
  const parts = data.article?.hasPart;
  const list = Array.isArray(parts) ? parts : [parts];
  return list.some((part) => {
    const node = data.resolve(part);
    return isNode(node) && wordOf(node.isAccessibleForFree) === "false";
  });
}

/** Hidden blocks are templates that free articles carry as well. */
function showsPaywall({ block, reason, text }: Taken): boolean {
  if (reason === "hidden" || block.words > MAX_STATEMENT_WORDS || !mayHold(PAYWALL_HINT, text)) return false;
  return STATEMENTS.reasonIn(text) !== undefined;
}
