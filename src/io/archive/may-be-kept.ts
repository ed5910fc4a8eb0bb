/* Whether a page's answer may be kept in an archive: `noarchive`, in its headers or in its metas, says no. */
import { readRights } from "../../core/extract/metadata/read-rights.ts";
import { parsePage } from "../../core/extract/tree/parse-page.ts";
import { decodePage } from "../../core/fetch/charset.ts";
import { rightsOf } from "../../core/fetch/rights.ts";
import type { HttpExchange } from "../http/http-exchange.ts";

const NOARCHIVE = /noarchive/i;

/**
 * @param productToken this robot's name, which the page may speak to
 * @returns why not, undefined where it may
 */
export function withheldBecause(
  { responseHeaders, body }: HttpExchange,
  productToken: string,
): string | undefined {
  const said = (name: string): string[] =>
    responseHeaders.filter(([key]) => key === name).map(([, value]) => value);
  // Line by line: a robot's name holds until the end of its line.
  if (said("x-robots-tag").some((robots) => rightsOf({ robots }, "headers", productToken)?.noarchive))
    return "noarchive (X-Robots-Tag)";
  if (body.kind !== "whole") return undefined;
  const { text } = decodePage(body.bytes, said("content-type")[0]);
  // Nearly no page says the word at all: only those that do are parsed.
  if (!NOARCHIVE.test(text)) return undefined;
  const parsed = parsePage(text);
  if (parsed.kind === "refused") return `noarchive is in the page, which cannot be read: ${parsed.message}`;
  return readRights(parsed.tree.metas, productToken)?.noarchive ? "noarchive (robots meta)" : undefined;
}
