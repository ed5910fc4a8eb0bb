/* What the page's own metas say about being kept and mined. */
import { type RightsStatements, rightsOf } from "../../fetch/rights.ts";
import type { ArticleRights } from "../../model.ts";
import type { MetaElement } from "../tree/page-tree.ts";
import { metaContent, metaContents } from "./meta.ts";

/**
 * @param productToken this robot's name: `<meta name="wirefold">` speaks to it alone
 * @returns undefined where the page says nothing
 */
export function readRights(metas: readonly MetaElement[], productToken: string): ArticleRights | undefined {
  const statements: RightsStatements = {
    robots: metaContents(metas, ["robots", productToken.toLowerCase()]).join("\n"),
    tdmReservation: metaContent(metas, ["tdm-reservation"]),
    tdmPolicy: metaContent(metas, ["tdm-policy"]),
  };
  return rightsOf(statements, "metas", productToken);
}
