/*
 * extract: one page or plain text to an article, or the reason why not. Pure and synchronous; the caller bounds the
 * time by running it in a thread that can be ended.
 *
 *   html ─▶ slim tree ─▶ blocks ┐
 *                               ├─▶ findStory (passes) ─▶ rescue ─▶ metadata ─▶ article
 *   text ─▶ lines ────▶ blocks ┘
 */
import type { Extraction, PageInput, RemovedBlock } from "../model.ts";
import { type CollectedBlocks, collectBlocks } from "./blocks/html-blocks.ts";
import { textBlocks } from "./blocks/text-blocks.ts";
import { readText } from "./blocks/text-lines.ts";
import { titleKey } from "./blocks/text-shape.ts";
import { isDocument, untag } from "./blocks/untag.ts";
import type { Draft, PageFacts, Taken } from "./draft.ts";
import { MAX_PAGE_CHARACTERS, MAX_REMOVED_BLOCKS, MAX_REMOVED_CHARACTERS, MAX_TEXT_LINES } from "./limits.ts";
import { readJsonLd, type StructuredData, stringOf, typesOf } from "./metadata/json-ld.ts";
import { linkTarget, metaContent } from "./metadata/meta.ts";
import { collectHints } from "./metadata/page-hints.ts";
import { statedAuthorKeys } from "./metadata/read-authors.ts";
import { readMetadata } from "./metadata/read-metadata.ts";
import { titleSpellings } from "./metadata/read-title.ts";
import { saysArticle } from "./metadata/says-article.ts";
import { findStory, type PageBlocks } from "./story/find-story.ts";
import { type FoundStory, isIndexPage } from "./story/index-page.ts";
import { otherArticles } from "./story/other-articles.ts";
import { OwnAddress } from "./story/own-address.ts";
import { keptCaptions } from "./story/picture-caption.ts";
import { scriptDataBody } from "./story/script-data-body.ts";
import { structuredBody } from "./story/structured-body.ts";
import { findTextTitle } from "./story/text-title.ts";
import { TitleMatcher } from "./story/title.ts";
import { linesBelowTitle, SCRIPTS_OFF, wallReason } from "./story/wall-page.ts";
import { markTraits, measureMass } from "./tree/measure.ts";
import { PageElement, type PageTree } from "./tree/page-tree.ts";
import { parsePage } from "./tree/parse-page.ts";
import { countWords } from "./word-count.ts";

/** A flash of one sentence has more words than this; what has fewer is a label or a caption. */
const MIN_ARTICLE_WORDS = 8;
/** Fewer words than this are tried again without believing classes. */
const MIN_STORY_WORDS = 40;
/** The second try must find this much more. */
const LOOSE_RATIO = 1.5;

export interface ExtractOptions {
  /** Names of passes that are left out, to measure what each of them gains. */
  readonly without?: ReadonlySet<string>;
}

const ALL_PASSES: ReadonlySet<string> = new Set();

/**
 * @param page decoded HTML or plain text; any string is allowed
 * @returns never throws for any content: `refused` names the limit that was hit, `no-article-text` says that nothing was kept
 */
export function extract(page: PageInput, { without = ALL_PASSES }: ExtractOptions = {}): Extraction {
  if (page.content.length > MAX_PAGE_CHARACTERS) {
    const message = `page has ${page.content.length} characters, the limit is ${MAX_PAGE_CHARACTERS}`;
    return { kind: "refused", rule: "page-size", message };
  }
  const isText = page.kind === "text" && !isDocument(page.content);
  return isText ? extractText(page, without) : extractHtml(page, without);
}

function extractHtml(page: PageInput, without: ReadonlySet<string>): Extraction {
  const parsed = parsePage(page.content);
  if (parsed.kind === "refused") return parsed;
  const { tree } = parsed;
  const spellings = titleSpellings(tree);
  const data = readJsonLd(tree.jsonLd, new TitleMatcher(spellings));
  measureMass(tree.root);
  markTraits(tree.root);
  const own = new OwnAddress(page.url ?? "", [
    linkTarget(tree.links, "canonical"),
    metaContent(tree.metas, ["og:url"]),
  ]);
  const facts = {
    own,
    title: new TitleMatcher([...spellings, stringOf(data.article?.headline)]),
    isPlainText: false,
    authorKeys: statedAuthorKeys(tree, data),
    isLiveBlog: data.article !== null && typesOf(data.article).includes("LiveBlogPosting"),
  };
  const collected = collectBlocks(tree.root, facts.title);
  const found = bestStory(tree, collected, facts, without);
  const story = found.draft;
  const isStated = saysArticle(tree, data, spellings);
  if (isIndexPage(found, isStated)) {
    return noArticle(story, collected.inlineFurniture, "index-page", "the page is a list of teasers");
  }
  const first = found.blocks.find(({ headingLevel }) => headingLevel === 1)?.text ?? "";
  const wall = wallReason({
    text: story.text(),
    titles: [...spellings, first],
    root: tree.root,
    saysArticle: isStated,
    below: linesBelowTitle(found),
  });
  const rescued = rescuedBody(tree, data, story.words(), wall);
  if (wall !== null && rescued === null) {
    return noArticle(story, collected.inlineFurniture, wall, `the page says only why it has none: ${wall}`);
  }
  const text = rescued?.join("\n") ?? story.text();
  const removed = reportRemoved(story.taken, collected.inlineFurniture);
  const hints = collectHints(tree.root, otherArticles(story));
  const captions = rescued === null ? keptCaptions(story) : [];
  return finish({ page, tree, data, hints, taken: story.taken, text, textTitle: null, captions, removed });
}

/** What was kept is reported too: nothing of the page is left without a reason. */
function noArticle(
  story: Draft,
  inlineFurniture: readonly string[],
  reason: string,
  message: string,
): Extraction {
  for (const [index] of story.keptBlocks()) story.remove("page-kind", { index, reason });
  return { kind: "no-article-text", message, removed: reportRemoved(story.taken, inlineFurniture) };
}

/**
 * Paragraphs from the page's data, where the page itself shows hardly any; null where it shows enough, or says why the
 * article is not there. Only where scripts are to bring it, it may stand in their data.
 */
function rescuedBody(
  tree: PageTree,
  data: StructuredData,
  words: number,
  wall: string | null,
): string[] | null {
  const structured = structuredBody(data, words);
  if (structured !== null || words >= MIN_STORY_WORDS) return structured;
  return wall === null || wall === SCRIPTS_OFF ? scriptDataBody(tree.scriptData) : null;
}

/** The story, from a second, loose try where the first found next to nothing. */
function bestStory(
  tree: PageTree,
  collected: CollectedBlocks,
  facts: Omit<PageFacts, "ignoredTraits">,
  without: ReadonlySet<string>,
): FoundStory {
  const story = findStory({ root: tree.root, blocks: collected.blocks }, facts, { isLoose: false, without });
  const words = story.draft.words();
  if (words >= MIN_STORY_WORDS) return story;
  resetScores(tree.root);
  const { blocks } = collectBlocks(tree.root);
  const loose = findStory({ root: tree.root, blocks }, facts, { isLoose: true, without });
  return loose.draft.words() > LOOSE_RATIO * words ? loose : story;
}

function resetScores(element: PageElement): void {
  element.score = 0;
  element.paragraphs = 0;
  element.goodWords = 0;
  for (const child of element.children) {
    if (typeof child !== "string") resetScores(child);
  }
}

function extractText(page: PageInput, without: ReadonlySet<string>): Extraction {
  const untagged = untag(page.content);
  if (untagged.kind === "refused") return untagged;
  const { lines, headers } = readText(untagged.text);
  if (lines.length > MAX_TEXT_LINES) {
    const message = `text has ${lines.length} lines, the limit is ${MAX_TEXT_LINES}`;
    return { kind: "refused", rule: "page-nodes", message };
  }
  const { root, blocks } = textBlocks(lines);
  const subject = headers.get("subject") ?? headers.get("title");
  const titleAt = subject === undefined ? findTextTitle(blocks) : -1;
  const textTitle = subject ?? blocks[titleAt]?.text ?? null;
  const facts = {
    title: new TitleMatcher(textTitle === null ? [] : [textTitle]),
    isPlainText: true,
    authorKeys: [],
    isLiveBlog: false,
    own: new OwnAddress("", []),
  };
  measureMass(root);
  const pageBlocks: PageBlocks = { root, blocks };
  const { draft: story } = findStory(pageBlocks, facts, { isLoose: false, without });
  const first = blocks[0];
  const tree = treeOfHeaders(headers, untagged.bylines);
  const wall = wallReason({
    text: story.text(),
    titles: [textTitle ?? "", first?.text ?? ""],
    root: tree.root,
    saysArticle: metaContent(tree.metas, ["date"]) !== "",
    below: linesBelowTitle({ blocks, titleBlock: blocks[titleAt] ?? first ?? null }),
  });
  if (wall !== null) return noArticle(story, [], wall, `the text says only why it has none: ${wall}`);
  const data = readJsonLd([], facts.title);
  const removed = reportRemoved(story.taken, []);
  return finish({
    page,
    tree,
    data,
    hints: collectHints(tree.root),
    taken: story.taken,
    text: story.text(),
    textTitle,
    captions: [],
    removed,
  });
}

/** Header lines of a text say what metas say on a page. */
function treeOfHeaders(headers: ReadonlyMap<string, string>, bylines: readonly string[]): PageTree {
  const metas = [
    {
      key: "author",
      content:
        headers.get("author") ??
        headers.get("byline") ??
        headers.get("by") ??
        (bylines.join(", ") || senderOf(headers.get("from") ?? "")),
    },
    { key: "date", content: headers.get("published") ?? headers.get("date") ?? "" },
    { key: "og:url", content: headers.get("url") ?? headers.get("link") ?? "" },
    { key: "og:site_name", content: headers.get("source") ?? "" },
  ].filter((meta) => meta.content !== "");
  return {
    root: new PageElement("#root", null),
    title: "",
    language: "",
    metas,
    links: [],
    jsonLd: [],
    scriptData: [],
  };
}

const SENDER = /^"?([^"<]{3,60})"? ?<([^@\s>]{1,64})@/;
const MIN_NAME_LETTERS = 3;

/** "Ida Holm <i.holm@…>": a person where the address holds a word of the name; newsletters send from others. */
function senderOf(header: string): string {
  const [, name = "", account = ""] = SENDER.exec(header) ?? [];
  const words = titleKey(name).split(" ");
  const isOwn = words.some((word) => word.length >= MIN_NAME_LETTERS && account.toLowerCase().includes(word));
  return isOwn ? name.trim() : "";
}

interface Found {
  readonly page: PageInput;
  readonly tree: PageTree;
  readonly data: StructuredData;
  readonly hints: ReturnType<typeof collectHints>;
  readonly taken: readonly Taken[];
  readonly text: string;
  readonly textTitle: string | null;
  /** Captions that are the text of a gallery without any other. */
  readonly captions: readonly string[];
  readonly removed: readonly RemovedBlock[];
}

function finish(found: Found): Extraction {
  const { page, text, removed } = found;
  const wordCount = countWords(text);
  if (wordCount < MIN_ARTICLE_WORDS) {
    const message = `${wordCount} words read like an article's text, the least is ${MIN_ARTICLE_WORDS}; ${removed.length} blocks were removed`;
    return { kind: "no-article-text", message, removed };
  }
  const metadata = readMetadata({ ...found, input: page });
  const taken = found.taken.filter(({ reason }) => reason === "caption").map((caption) => caption.text);
  const captions = [...new Set([...found.captions, ...taken])];
  return { kind: "article", article: { ...metadata, text, wordCount, captions, removed } };
}

function reportRemoved(taken: readonly Taken[], inlineFurniture: readonly string[]): RemovedBlock[] {
  const removed = taken.map(({ step, reason, text }) => ({
    step,
    reason,
    text: text.slice(0, MAX_REMOVED_CHARACTERS),
  }));
  const inline = inlineFurniture.filter(Boolean).map((text) => ({
    step: "page-furniture",
    reason: "inline-furniture",
    text: text.slice(0, MAX_REMOVED_CHARACTERS),
  }));
  return [...removed, ...inline].slice(0, MAX_REMOVED_BLOCKS);
}
