/* What a reader could see of a page, for tests: tags stripped, entities decoded, white space folded. */
import { Parser } from "htmlparser2";

const UNSEEN = new Set(["script", "style", "title", "noscript"]);
/** Elements that do not part words. */
const INLINE = new Set(["a", "abbr", "b", "em", "font", "i", "span", "strong", "time"]);

export function visibleText(html: string): string {
  const parts: string[] = [];
  let unseenDepth = 0;
  const parser = new Parser({
    onopentag(name) {
      if (UNSEEN.has(name)) unseenDepth++;
      if (!INLINE.has(name)) parts.push(" ");
    },
    ontext(text) {
      if (unseenDepth === 0) parts.push(text);
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseenDepth--;
      if (!INLINE.has(name)) parts.push(" ");
    },
  });
  parser.end(html);
  return parts.join("").replace(/\s+/g, " ").trim();
}
