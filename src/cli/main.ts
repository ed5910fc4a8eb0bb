#!/usr/bin/env node
/* The command line: one file a command. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { MAX_CRAWL_DELAY_MS } from "../core/fetch/robots.ts";
import { tolerateClosedOutput } from "./closed-output.ts";
import type { FeedsCommandDeps } from "./feeds.ts";
import { CommandError, EXIT_FAILED, EXIT_USAGE, openForCommand, printError, UsageError } from "./terminal.ts";

function version(): string {
  // From src/cli and from dist/src/cli alike, the first package.json upwards is ours.
  for (const path of ["../../package.json", "../../../package.json"]) {
    try {
      return String(
        (JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as { version: unknown }).version,
      );
    } catch {
      // not at this depth: try the next
    }
  }
  return "unknown";
}

async function openForFeeds(): Promise<FeedsCommandDeps> {
  const { createNetwork } = await import("../io/network.ts");
  const service = await openForCommand();
  const { fetchFeed } = createNetwork(service, { feedReader: randomUUID(), feedWaitMs: MAX_CRAWL_DELAY_MS });
  const { settings, feeds, queues, now } = service;
  return { settings, feeds, queues, fetchFeed, now, close: () => service.close() };
}

type Register = (program: Command) => Promise<void>;
const looking: Register = async (program) => (await import("./looking.ts")).registerLooking(program);

/** Each command's file is loaded only for that command: all of them together take half a second of processor time. */
const COMMANDS: Readonly<Record<string, Register>> = {
  start: async (program) => (await import("./start.ts")).registerStart(program),
  enqueue: async (program) => (await import("./enqueue.ts")).registerEnqueue(program),
  feeds: async (program) => (await import("./feeds.ts")).registerFeeds(program, openForFeeds),
  replay: async (program) => (await import("./replay.ts")).registerReplay(program),
  clusters: looking,
  cluster: looking,
  article: looking,
  explain: looking,
  status: async (program) => (await import("./status.ts")).registerStatus(program),
  hosts: async (program) => (await import("./hosts.ts")).registerHosts(program),
  boilerplate: async (program) => (await import("./boilerplate.ts")).registerBoilerplate(program),
  extract: async (program) => (await import("./extract.ts")).registerExtract(program),
  dedupe: async (program) => (await import("./dedupe.ts")).registerDedupe(program),
  "redis-cli": async (program) => (await import("./redis-cli.ts")).registerRedisCli(program),
};

async function createProgram(word: string | undefined): Promise<Command> {
  const program = new Command("wirefold")
    .description("Folds the many copies of one wire story into one cluster, live, in Redis.")
    .version(version())
    .showHelpAfterError("(wirefold --help lists the commands)")
    .exitOverride();
  const wanted = word !== undefined && Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  // Help and unknown words need the whole list.
  for (const register of wanted ? [wanted] : new Set(Object.values(COMMANDS))) await register(program);
  for (const command of program.commands) command.exitOverride();
  return program;
}

async function run(): Promise<void> {
  try {
    await (await createProgram(process.argv[2])).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
    } else if (error instanceof UsageError || error instanceof CommandError) {
      printError(error.message);
      process.exitCode = error.exitCode;
    } else {
      printError(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exitCode = EXIT_FAILED;
    }
  }
}

tolerateClosedOutput();
await run();
