#!/usr/bin/env node
/* The command line: one file a command. */
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { createNetwork } from "../io/network.ts";
import { registerDedupe } from "./dedupe.ts";
import { registerEnqueue } from "./enqueue.ts";
import { registerExtract } from "./extract.ts";
import { type FeedsCommandDeps, registerFeeds } from "./feeds.ts";
import { registerLooking } from "./looking.ts";
import { registerRedisCli } from "./redis-cli.ts";
import { registerStart } from "./start.ts";
import { registerStatus } from "./status.ts";
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
  const service = await openForCommand();
  const { fetchFeed } = createNetwork(service);
  const { settings, feeds, queues, now } = service;
  return { settings, feeds, queues, fetchFeed, now, close: () => service.close() };
}

export function createProgram(): Command {
  const program = new Command("wirefold")
    .description("Folds the many copies of one wire story into one cluster, live, in Redis.")
    .version(version())
    .showHelpAfterError("(wirefold --help lists the commands)")
    .exitOverride();
  registerStart(program);
  registerEnqueue(program);
  registerFeeds(program, openForFeeds);
  registerLooking(program);
  registerStatus(program);
  registerExtract(program);
  registerDedupe(program);
  registerRedisCli(program);
  for (const command of program.commands) command.exitOverride();
  return program;
}

async function run(): Promise<void> {
  try {
    await createProgram().parseAsync();
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

await run();
