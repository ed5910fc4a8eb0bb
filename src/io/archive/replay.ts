/*
 * Archived pages into the pipeline, without the network. A few are offered at once; before each batch there must be
 * room among the pages that wait for extraction, and less than the fetcher may fill: a replay never holds up the news.
 */
import { createReadStream } from "node:fs";
import { MEBI } from "../../core/units.ts";
import type { Intake, OfferAnswer } from "../intake.ts";
import { type ArchivedPage, archivedRecord } from "./archived-page.ts";
import { readWarc, type WarcItem } from "./warc-file.ts";

export interface ReplayDeps {
  readonly intake: Pick<Intake, "offerDocument">;
  /** Answers when there is room for more pages. @throws where there never is */
  waitForRoom(): Promise<void>;
  /** Longest page after decoding, bytes. */
  readonly maxPageBytes: number;
  /** Offer again what has an outcome already. */
  readonly refetch: boolean;
  onOffered(url: string, answer: OfferAnswer): Promise<void> | void;
  onSkipped(reason: string): void;
  onBroken(file: string, offset: number, message: string): void;
  /** Bytes read of the file so far. */
  onRead(file: string, bytes: number): void;
}

/** Pages held at once: each is as long as maxPageBytes at worst. */
const BATCH = 8;
/** A record may be longer than its page by its headers, or by what compression gains nothing on. */
const RECORD_MARGIN_BYTES = MEBI;
const READ_BYTES = 65_536;

async function* fileChunks(path: string, deps: ReplayDeps): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: READ_BYTES })) {
    bytes += (chunk as Buffer).length;
    deps.onRead(path, bytes);
    yield chunk as Buffer;
  }
}

/** @throws where the file cannot be read */
export async function replayFile(path: string, deps: ReplayDeps): Promise<void> {
  let batch: ArchivedPage[] = [];
  const offerBatch = async (): Promise<void> => {
    const pages = batch;
    batch = [];
    if (pages.length > 0) await offer(pages, deps);
  };
  for await (const item of readWarc(fileChunks(path, deps), deps.maxPageBytes + RECORD_MARGIN_BYTES)) {
    const page = await pageIn(item, path, deps);
    if (page === undefined) continue;
    batch.push(page);
    if (batch.length >= BATCH) await offerBatch();
  }
  await offerBatch();
}

async function pageIn(item: WarcItem, path: string, deps: ReplayDeps): Promise<ArchivedPage | undefined> {
  switch (item.kind) {
    case "broken":
      deps.onBroken(path, item.offset, item.message);
      return undefined;
    case "too-large":
      deps.onSkipped("record too large");
      return undefined;
    case "record": {
      const record = await archivedRecord(item.bytes, deps.maxPageBytes);
      if (record.kind === "page") return record;
      if (record.kind === "skipped") deps.onSkipped(record.reason);
      else deps.onBroken(path, item.offset, record.message);
      return undefined;
    }
    default:
      return item satisfies never;
  }
}

async function offer(pages: readonly ArchivedPage[], deps: ReplayDeps): Promise<void> {
  await deps.waitForRoom();
  const answers = await Promise.all(
    pages.map(async (page) => {
      const { url, fetchedAt, contentType, body, rights } = page;
      const kind = /^text\/plain\b/i.test(contentType ?? "") ? "text" : "html";
      const document = { kind, body, url, finalUrl: url, contentType, fetchedAt, rights } as const;
      return deps.intake.offerDocument({ ...document, refetch: deps.refetch, source: "replay" });
    }),
  );
  for (const [i, answer] of answers.entries()) await deps.onOffered(pages[i]?.url ?? "", answer);
}
