/*
 * Comments, code and replaced elements (video, iframe, …) leave a text, but only where they surely end: sloppy HTML leaves
 * them open, and everything behind would be lost.
 *
 *   <script>…</script>      goes, whatever it holds
 *   <!-- … -->              goes; without "-->" it is text
 *   <video …>…</video>      goes, if neither another <video> nor a tag that parts paragraphs stands between
 *
 * Where an element stood stays a space, since it parts words ("one<script>…</script>two"); a comment parts none.
 *
 * One pass; what is open is kept by name, so the work does not depend on how deep it nests. Tags that close nothing
 * stay for the caller.
 */
import { BREAKING, CODE, isTag, REPLACED, TAG_OR_LESS } from "./text-tags.ts";

const COMMENT = "<!--";
const COMMENT_END = "-->";

interface Cut {
  readonly from: number;
  readonly to: number;
  /** What stays in its place. */
  readonly left: "" | " ";
}

/** The text without comments, code and replaced elements that are closed. */
export function withoutUnseen(content: string): string {
  return new UnseenFinder(content).rest();
}

class UnseenFinder {
  private readonly content: string;
  /** Where the last closing tag of each name begins. */
  private readonly lastCloses: ReadonlyMap<string, number>;
  private readonly lastCommentEnd: number;
  /** Stretches that go, by their ends; a later one may hold earlier ones. */
  private readonly cuts: Cut[] = [];
  /** Where the last open element of each replaced name begins. */
  private readonly openAt = new Map<string, number>();
  private code: { readonly tag: string; readonly from: number } | null = null;
  private commentEnd = 0;

  constructor(content: string) {
    this.content = content;
    this.lastCloses = lastClosesOf(content);
    this.lastCommentEnd = content.lastIndexOf(COMMENT_END);
  }

  rest(): string {
    for (const match of this.content.matchAll(TAG_OR_LESS)) {
      const [found, slash, name, attributes = ""] = match;
      if (match.index < this.commentEnd) continue;
      if (found === COMMENT) this.comment(match.index);
      else if (name !== undefined && isTag(name, attributes)) {
        if (slash === "/") this.close(name.toLowerCase(), match.index + found.length);
        else if (!found.endsWith("/>")) this.open(name.toLowerCase(), match.index);
      }
    }
    return this.uncut();
  }

  private comment(from: number): void {
    const behind = from + COMMENT.length;
    if (this.code !== null || this.lastCommentEnd < behind) return;
    this.commentEnd = this.content.indexOf(COMMENT_END, behind) + COMMENT_END.length;
    this.cut({ from, to: this.commentEnd, left: "" });
  }

  private open(tag: string, from: number): void {
    if (this.code !== null) return;
    if (BREAKING.has(tag)) this.openAt.clear();
    else if (REPLACED.has(tag)) this.openAt.set(tag, from);
    else if (CODE.has(tag) && (this.lastCloses.get(tag) ?? -1) > from) this.code = { tag, from };
  }

  private close(tag: string, to: number): void {
    if (this.code !== null) {
      if (this.code.tag !== tag) return;
      this.cut({ from: this.code.from, to, left: " " });
      this.code = null;
    } else if (BREAKING.has(tag)) {
      this.openAt.clear();
    } else {
      const from = this.openAt.get(tag);
      if (from === undefined) return;
      for (const [inner, openAt] of this.openAt) if (openAt >= from) this.openAt.delete(inner);
      this.cut({ from, to, left: " " });
    }
  }

  private cut(cut: Cut): void {
    while ((this.cuts.at(-1)?.from ?? -1) >= cut.from) this.cuts.pop();
    this.cuts.push(cut);
  }

  private uncut(): string {
    const parts: string[] = [];
    let at = 0;
    for (const { from, to, left } of this.cuts) {
      if (from > at) parts.push(this.content.slice(at, from));
      parts.push(left);
      at = Math.max(at, to);
    }
    return parts.join("") + this.content.slice(at);
  }
}

function lastClosesOf(content: string): Map<string, number> {
  const last = new Map<string, number>();
  for (const { index, 1: slash, 2: name } of content.matchAll(TAG_OR_LESS)) {
    if (slash === "/" && name !== undefined) last.set(name.toLowerCase(), index);
  }
  return last;
}
