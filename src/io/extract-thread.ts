/*
 * Runs in a worker thread: compressed page bytes in, article and fingerprint out. Everything that costs
 * processor time on text of strangers happens here, where it can be killed.
 */
import { parentPort } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import { extract } from "../core/extract/extract.ts";
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
}

export interface ExtractTask {
  readonly page: PageBytes | PageInput;
  /** Removed blocks are large: left out where nobody looks at them. */
  readonly keepRemoved: boolean;
  readonly withFingerprint: boolean;
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
}

function pageInput(page: PageBytes | PageInput): PageInput {
  if ("content" in page) return page;
  const { text } = decodePage(gunzipSync(page.gzipped), page.contentType);
  return { kind: page.kind, content: text, url: page.url, fetchedAt: page.fetchedAt };
}

export default function extractTask(task: PoolTask): ExtractResult {
  parentPort?.postMessage({ startedTask: task.taskNumber } satisfies StartedMessage);
  const extraction = extract(pageInput(task.page));
  if (extraction.kind !== "article") return { extraction };
  const kept: Extraction = task.keepRemoved
    ? extraction
    : { kind: "article", article: { ...extraction.article, removed: [] } };
  if (!task.withFingerprint) return { extraction: kept };
  return { extraction: kept, fingerprint: encodeFingerprint(fingerprint(extraction.article.text)) };
}
