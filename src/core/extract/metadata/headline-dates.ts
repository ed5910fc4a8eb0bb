/*
 * Date lines around the headline, in elements that say nothing of themselves: `<dd>2025.05.15 20:00</dd>`. Looked for only
 * where nothing else on the page names the day, since it takes a walk over the tree. The first paragraph ends the look:
 * days behind it are the story's.
 */
import { endsSentence, foldSpace } from "../blocks/text-shape.ts";
import { holdsWrittenDay } from "../dates/written-date.ts";
import type { PageElement } from "../tree/page-tree.ts";
import { countWords } from "../word-count.ts";

const MAX_LINE_CHARACTERS = 60;
/** As many words read like a paragraph. */
const MIN_PARAGRAPH_WORDS = 15;
/** A sentence of more words is no date line. */
const MAX_SENTENCE_WORDS = 6;
/** Runs of text that may stand between the headline and its date, on either side. */
const RUNS_BEHIND = 15;
const RUNS_BEFORE = 6;

/** Runs of text that hold a day, those behind the headline first; empty on pages without `<h1>`. */
export function datesBesideHeadline(root: PageElement): string[] {
  const runs = new HeadlineRuns();
  runs.walk(root);
  return [...runs.behind, ...runs.before.reverse()].filter(isDateLine);
}

function isDateLine(run: string): boolean {
  if (run.length > MAX_LINE_CHARACTERS || !holdsWrittenDay(run)) return false;
  return !endsSentence(run) || countWords(run) <= MAX_SENTENCE_WORDS;
}

class HeadlineRuns {
  /** The last few before the first `<h1>`, its own text left out. */
  readonly before: string[] = [];
  readonly behind: string[] = [];
  private isBehind = false;
  private isOver = false;

  walk(element: PageElement): void {
    for (const child of element.children) {
      if (this.isOver) return;
      if (typeof child === "string") this.add(child);
      else if (child.tag === "h1" && !this.isBehind) this.isBehind = true;
      else if (child.tag !== "a") this.walk(child);
    }
  }

  private add(text: string): void {
    if (text.trim() === "") return;
    const run = foldSpace(text);
    if (!this.isBehind) {
      this.before.push(run);
      if (this.before.length > RUNS_BEFORE) this.before.shift();
      return;
    }
    this.behind.push(run);
    this.isOver = this.behind.length === RUNS_BEHIND || countWords(run) >= MIN_PARAGRAPH_WORDS;
  }
}
