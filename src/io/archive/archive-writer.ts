/*
 * Keeps every exchange of the fetch stage in WARC files. Each process writes files of its own: their names hold a
 * random word of the process, and they are created, never opened.
 *
 *   exchange ─▶ may it be kept? ─▶ records, gzipped (many at once) ─▶ appended (one by one) ─▶ full or old: next file
 *
 * Archiving is beside the point of fetching: what goes wrong here is counted and logged, and the page goes its way.
 * It is waited for, so that a slow disk slows fetching instead of filling the memory.
 */
import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { productTokenOf } from "../../core/fetch/product-token.ts";
import type { HttpExchange } from "../http/http-exchange.ts";
import { ArchiveFile } from "./archive-file.ts";
import { withheldBecause } from "./may-be-kept.ts";
import { exchangeRecords, warcinfoRecord } from "./warc-records.ts";

/** `withheld`: the page says noarchive, so a note stands in place of its answer. */
export type ArchiveResult = "written" | "withheld" | "failed";

export interface ArchiveDeps {
  readonly folder: string;
  readonly maxFileBytes: number;
  readonly maxFileAgeMs: number;
  readonly userAgent: string;
  readonly respectsRobots: boolean;
  /** ms since epoch. */
  readonly now: () => number;
  count(result: ArchiveResult): void;
  logFailure(error: unknown): void;
}

export interface Archive {
  /** Never throws. */
  add(exchange: HttpExchange): Promise<void>;
  /** Finishes a file that is old, though nothing more is written. Never throws. */
  finishIfOld(): Promise<void>;
  close(): Promise<void>;
}

/** A full disk fails every page; once a minute is enough to know it. */
const FAILURE_LOG_INTERVAL_MS = 60_000;
const PROCESS_WORD_BYTES = 5;
const SERIAL_DIGITS = 5;

/** @throws where the folder cannot be made: a mistake to be seen at start */
export async function openArchive(deps: ArchiveDeps): Promise<Archive> {
  await mkdir(deps.folder, { recursive: true });
  return new WarcArchive(deps);
}

class WarcArchive implements Archive {
  readonly #deps: ArchiveDeps;
  readonly #process = randomBytes(PROCESS_WORD_BYTES).toString("hex");
  #file: ArchiveFile | undefined;
  #serial = 0;
  /** The end of the queue of appends. */
  #last: Promise<void> = Promise.resolve();
  #failureLoggedAt = Number.NEGATIVE_INFINITY;

  constructor(deps: ArchiveDeps) {
    this.#deps = deps;
  }

  async add(exchange: HttpExchange): Promise<void> {
    const { count, userAgent } = this.#deps;
    try {
      const withheld = withheldBecause(exchange, productTokenOf(userAgent));
      const records = await exchangeRecords(exchange, withheld);
      await this.#inTurn(() => this.#append(records));
      count(withheld === undefined ? "written" : "withheld");
    } catch (error) {
      count("failed");
      this.#logFailure(error);
    }
  }

  async finishIfOld(): Promise<void> {
    const step = async (): Promise<void> => {
      if (this.#file && this.#isOld(this.#file)) await this.#finish();
    };
    await this.#inTurn(step).catch((error: unknown) => this.#logFailure(error));
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#finish()).catch((error: unknown) => this.#logFailure(error));
  }

  /** One step after the other: a file is written at one place. */
  #inTurn(step: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(step);
    this.#last = turn.catch(() => undefined); // told to whoever waits for `turn`
    return turn;
  }

  async #append(records: Buffer): Promise<void> {
    const { maxFileBytes } = this.#deps;
    if (this.#file && (this.#file.bytes + records.length > maxFileBytes || this.#isOld(this.#file)))
      await this.#finish();
    this.#file ??= await this.#create();
    const file = this.#file;
    try {
      await file.append(records);
    } catch (error) {
      // Its folder or its disk may be gone: the next page begins a file of its own.
      this.#file = undefined;
      await file.finish().catch(() => undefined);
      throw error;
    }
  }

  #isOld(file: ArchiveFile): boolean {
    return this.#deps.now() - file.openedAt >= this.#deps.maxFileAgeMs;
  }

  async #create(): Promise<ArchiveFile> {
    const { folder, now, userAgent, respectsRobots } = this.#deps;
    const openedAt = now();
    const moment = new Date(openedAt).toISOString().replace(/\D/g, "");
    const serial = String(this.#serial++).padStart(SERIAL_DIGITS, "0");
    const name = `wirefold-${moment}-${serial}-${this.#process}.warc.gz`;
    const warcinfo = await warcinfoRecord(name, openedAt, {
      software: userAgent,
      format: "WARC File Format 1.1",
      conformsTo: "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
      robots: respectsRobots ? "obey" : "ignore",
      "http-header-user-agent": userAgent,
      description: "Bodies are decoded; masked headers (X-Crawler-…) tell how they were sent.",
    });
    return ArchiveFile.create(join(folder, name), openedAt, warcinfo);
  }

  async #finish(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.finish();
  }

  #logFailure(error: unknown): void {
    const { now, logFailure } = this.#deps;
    if (now() - this.#failureLoggedAt < FAILURE_LOG_INTERVAL_MS) return;
    this.#failureLoggedAt = now();
    logFailure(error);
  }
}
