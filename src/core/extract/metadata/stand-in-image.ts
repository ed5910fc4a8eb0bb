/*
 * Pictures that stand in where a page has none of its own: the site's logo, a default for sharing. They are told by
 * their file's name, which holds nothing but such words, the site's name and figures: "varnby-logo-1200x630.png". A photo
 * of somebody's logo ("tovik-bank-logo-2031.jpg") names something else too.
 */

import { parseUrl } from "../../url/parse-url.ts";
import { titleKey } from "../blocks/text-shape.ts";
import { wordSet } from "../vocabulary/word-list.ts";

/** Words that say so, and words that only go with them. */
const STAND_IN_WORDS = wordSet(`
  logo logos placeholder default fallback noimage favicon blank spacer icon touchicon`);
const NEUTRAL_WORDS = wordSet(`
  site website brand main header social share sharing og opengraph image img picture thumbnail thumb card facebook fb
  twitter square wide white black dark light color new news web mobile large small big article no png jpg apple touch
  the v x`);

/** @param outlets names of the site */
export function isStandInImage(url: string, outlets: readonly string[]): boolean {
  const path = parseUrl(url)?.pathname ?? "";
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w{2,5}$/, "");
  const words = titleKey(name.replace(/_/g, " "))
    .split(" ")
    .map((word) => word.replace(/\d+/g, ""))
    .filter(Boolean);
  const own = new Set(outlets.flatMap((outlet) => titleKey(outlet).split(" ")));
  const joined = new Set(outlets.map((outlet) => titleKey(outlet).replaceAll(" ", "")));
  if (!words.some((word) => STAND_IN_WORDS.has(word))) return false;
  return words.every(
    (word) => STAND_IN_WORDS.has(word) || NEUTRAL_WORDS.has(word) || own.has(word) || joined.has(word),
  );
}
