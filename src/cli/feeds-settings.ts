/* What a follower decides about a feed's articles: options of feeds add, import and set. */
import type { Command } from "commander";
import type { FeedSettings } from "../io/redis/feed-store-record.ts";
import { shown, UsageError } from "./terminal.ts";

export interface SettingsOptions {
  readonly publisher?: string;
  readonly language?: string;
  readonly priority?: string;
  readonly fullText?: boolean;
}

/** Undecided where it is left out. */
export type DecidedSettings = { readonly [Name in keyof FeedSettings]?: FeedSettings[Name] };

const MAX_PUBLISHER_CHARS = 100;
const PRIORITIES = ["fresh", "backlog"] as const;

export const withSettingsOptions = (command: Command): Command =>
  command
    .option("--publisher <name>", "publisher of its articles, instead of their host's domain")
    .option("--language <tag>", "language of its articles, such as en or pt-BR, whatever their pages say")
    .option("--priority <class>", "fresh: before archives and bulk; backlog: behind what is fresh")
    .option("--full-text", "an entry that carries its whole text is not fetched");

/** An option that is given but empty takes the setting back. @throws UsageError */
export function settingsFrom(options: SettingsOptions): DecidedSettings {
  const { publisher, language, priority, fullText } = options;
  return {
    ...(publisher === undefined ? {} : { publisher: publisherFrom(publisher) }),
    ...(language === undefined ? {} : { language: languageFrom(language) }),
    ...(priority === undefined ? {} : { priority: priorityFrom(priority) }),
    ...(fullText === undefined ? {} : { fullText }),
  };
}

function publisherFrom(given: string): string | null {
  // Without control characters and what no XML can hold: the name goes into lists and events.
  const name = given.replace(/[\s\p{Cc}\p{Surrogate}\ufffe\uffff]+/gu, " ").trim();
  if (name.length > MAX_PUBLISHER_CHARS)
    throw new UsageError(
      `--publisher must have at most ${MAX_PUBLISHER_CHARS} characters; it has ${name.length}`,
    );
  return name === "" ? null : name;
}

function languageFrom(given: string): string | null {
  if (given.trim() === "") return null;
  try {
    return Intl.getCanonicalLocales(given.trim())[0] ?? null;
  } catch {
    throw new UsageError(`--language must be a BCP 47 tag such as en or pt-BR; it is "${shown(given)}"`);
  }
}

function priorityFrom(given: string): FeedSettings["priority"] {
  if (given === "") return null;
  const priority = PRIORITIES.find((each) => each === given);
  if (priority === undefined)
    throw new UsageError(`--priority must be one of ${PRIORITIES.join(", ")}; it is "${shown(given)}"`);
  return priority;
}
