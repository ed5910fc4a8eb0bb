/*
 * Learned boilerplate within one input, for `extract --learn`.
 *
 *   answers in the order of the lines ──▶ learn ──▶ a temporary file ─┐
 *                                           │ the input has ended     │
 *                                           └──── furniture ──────────┴──▶ answers without it
 *
 * A block that was furniture at any moment of the input is taken off all pages of its host, the first ones too: so
 * nothing is answered before the input has ended. In memory stay the counts of each host, never a text.
 */
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BlockKey, furnitureVersion } from "../core/extract/learned/furniture.ts";
import { furnitureHost } from "../core/extract/learned/furniture-host.ts";
import { HostMemory, type LearningRules, type PageVote } from "../core/extract/learned/host-memory.ts";
import { type RemovableText, removeFurniture } from "../core/extract/learned/remove-furniture.ts";
import { articleIdOf } from "../core/url/ids.ts";
import { CommandError } from "./terminal.ts";

/** Hosts learnt from, some 10 kB each; pages of further hosts are answered as they are. */
const MAX_HOSTS = 20_000;

/** What of an answer is read here; every other field goes through as it is. */
interface BatchAnswer extends Partial<RemovableText> {
  readonly id: string | null;
  readonly url?: string | null;
}

export interface BatchLearner {
  /** Takes the answers in the order of the lines. @throws CommandError where the temporary file cannot be written */
  collect(answer: BatchAnswer, vote: PageVote | null): Promise<void>;
  /** All answers, in the same order, without furniture; `furnitureVersion` where some was looked for. */
  answers(): AsyncGenerator<object>;
  /** Deletes the temporary file. */
  close(): Promise<void>;
}

interface LearnedHost {
  readonly memory: HostMemory;
  readonly furniture: Set<BlockKey>;
  version: string | undefined;
}

export async function createBatchLearner(rules: LearningRules): Promise<BatchLearner> {
  const { folder, file } = await openTemporaryFile().catch(cannotWrite);
  const hosts = new Map<string, LearnedHost>();

  function hostOf(url: string): LearnedHost | undefined {
    const name = furnitureHost(url);
    if (name === undefined) return undefined;
    const known = hosts.get(name);
    if (known || hosts.size >= MAX_HOSTS) return known;
    const host = { memory: new HostMemory(rules), furniture: new Set<BlockKey>(), version: undefined };
    hosts.set(name, host);
    return host;
  }

  return {
    async collect(answer, vote) {
      await file.appendFile(`${JSON.stringify(answer)}\n`).catch(cannotWrite);
      const host = answer.url && vote ? hostOf(answer.url) : undefined;
      if (!answer.url || !vote || !host) return;
      host.memory.learn(articleIdOf(answer.url), vote);
      for (const key of host.memory.furniture()) host.furniture.add(key);
    },
    async *answers() {
      for (const host of hosts.values()) host.version = furnitureVersion(host.furniture);
      for await (const line of file.readLines({ start: 0, autoClose: false })) {
        // Written by collect above.
        const answer = JSON.parse(line) as BatchAnswer;
        yield withoutFurniture(answer, answer.url ? hosts.get(furnitureHost(answer.url) ?? "") : undefined);
      }
    },
    async close() {
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function withoutFurniture(answer: BatchAnswer, host: LearnedHost | undefined): object {
  const { text, wordCount } = answer;
  if (text === undefined || wordCount === undefined || host?.version === undefined) return answer;
  const article = { ...answer, text, wordCount, furnitureVersion: host.version };
  return removeFurniture(article, host.furniture);
}

async function openTemporaryFile(): Promise<{ readonly folder: string; readonly file: FileHandle }> {
  const folder = await mkdtemp(join(tmpdir(), "wirefold-learn-"));
  return { folder, file: await open(join(folder, "answers.jsonl"), "w+") };
}

function cannotWrite(error: Error): never {
  throw new CommandError(
    `--learn keeps the answers in a temporary file, which cannot be written: ${error.message}`,
  );
}
