/*
 * Runs in a worker thread: compressed page bytes in, article and fingerprint out. Everything that costs
 * processor time on text of strangers happens here, where it can be killed.
 */
import { parentPort } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import { extract } from "../core/extract/extract.ts";
import { readEdgeBlocks } from "../core/extract/learned/edge-blocks.ts";
import { type BlockKey, furnitureVersion } from "../core/extract/learned/furniture.ts";
import { type PageVote, VOTE_HASHES } from "../core/extract/learned/host-memory.ts";
import { removeFurniture } from "../core/extract/learned/remove-furniture.ts";
import { decodePage } from "../core/fetch/charset.ts";
import { encodeFingerprint } from "../core/fingerprint/codec.ts";
import { fingerprint } from "../core/fingerprint/fingerprint.ts";
import type { Extraction, PageInput } from "../core/model.ts";

/** A page as it waits for extraction. */
export interface PageBytes {
  readonly kind: "html" | "text";
  /** gzip of the bytes as fetched, before charset decoding. */
  readonly gzipped: Uint8Array;
  readonly contentType?: string | undefined;
  readonly url?: string | undefined;
  readonly fetchedAt?: number | undefined;
  readonly productToken?: string | undefined;
}

export interface ExtractTask {
  readonly page: PageBytes | PageInput;
  /** Removed blocks are large: left out where nobody looks at them. */
  readonly keepRemoved: boolean;
  readonly withFingerprint: boolean;
  /** Learned boilerplate of the page's host, to be taken off; left out where nothing is learnt from this page. */
  readonly furniture?: readonly BlockKey[];
}

/** A task as the pool hands it to a thread. */
export interface PoolTask extends ExtractTask {
  readonly taskNumber: number;
}

/** What a thread says when it begins a task: its time counts from here. */
export interface StartedMessage {
  readonly startedTask: number;
}

export interface ExtractResult {
  readonly extraction: Extraction;
  /** encodeFingerprint of the clean text; absent without an article or where not asked for. */
  readonly fingerprint?: Uint8Array;
  /** There where the task gave furniture, if only an empty list. */
  readonly learned?: LearnedPart;
}

export interface LearnedPart {
  /** The clean text before furniture was removed: what the content hash is taken of. */
  readonly textBefore: string;
  /** Version of the furniture the text was held against. */
  readonly version: string | undefined;
  /** What the page tells of its host; null for a text with too little besides its edges. */
  readonly vote: PageVote | null;
}

function pageInput(page: PageBytes | PageInput): PageInput {
  if ("content" in page) return page;
  const { text } = decodePage(gunzipSync(page.gzipped), page.contentType);
  const { kind, url, fetchedAt, productToken } = page;
  return { kind, content: text, url, fetchedAt, productToken };
}

/** A page votes with all its candidates, those included that are furniture already: so they stay it. */
function voteOf(text: string): PageVote | null {
  const edges = readEdgeBlocks(text);
  if (!edges) return null;
  const storyHashes = [...fingerprint(edges.story).anchors.subarray(0, VOTE_HASHES)];
  return { candidates: edges.candidates, storyHashes };
}

const learnedPart = (textBefore: string, furniture: readonly BlockKey[]): LearnedPart => ({
  textBefore,
  version: furnitureVersion(furniture),
  vote: voteOf(textBefore),
});

export default function extractTask(task: PoolTask): ExtractResult {
  parentPort?.postMessage({ startedTask: task.taskNumber } satisfies StartedMessage);
  const extraction = extract(pageInput(task.page));
  if (extraction.kind !== "article") return { extraction };
  const { furniture } = task;
  const article = removeFurniture(extraction.article, new Set(furniture));
  const kept = task.keepRemoved ? article : { ...article, removed: [] };
  return {
    extraction: { kind: "article", article: kept },
    ...(task.withFingerprint ? { fingerprint: encodeFingerprint(fingerprint(article.text)) } : {}),
    ...(furniture ? { learned: learnedPart(extraction.article.text, furniture) } : {}),
  };
}
