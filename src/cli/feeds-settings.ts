/* What a follower decides about a feed's articles: options of feeds add, import and set, and their OPML attributes. */
import type { Command } from "commander";
import type { FeedSettings } from "../io/redis/feed-store-record.ts";
import { shown, UsageError } from "./terminal.ts";

export interface SettingsOptions {
  readonly publisher?: string;
  readonly language?: string;
  readonly priority?: string;
  readonly fullText?: boolean;
}

const MAX_PUBLISHER_CHARS = 100;
const PRIORITIES = ["fresh", "backlog"] as const;

export const withSettingsOptions = (command: Command): Command =>
  command
    .option("--publisher <name>", "publisher of its articles, instead of their host's domain")
    .option("--language <tag>", "language of its articles, such as en or pt-BR, whatever their pages say")
    .option("--priority <class>", "fresh: before archives and bulk; backlog: behind what is fresh")
    .option("--full-text", "an entry that carries its whole text is not fetched");

/** An option that is given but empty takes the setting back. @throws UsageError */
export function settingsFrom(options: SettingsOptions): Partial<FeedSettings> {
  const { publisher, language, priority, fullText } = options;
  return {
    ...(publisher === undefined ? {} : { publisher: publisherFrom(publisher) }),
    ...(language === undefined ? {} : { language: languageFrom(language) }),
    ...(priority === undefined ? {} : { priority: priorityFrom(priority) }),
    ...(fullText === undefined ? {} : { fullText }),
  };
}

function publisherFrom(given: string): string | null {
  const name = given.replace(/\s+/g, " ").trim();
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

/**
 * Attributes of our own: OPML's `language` holds what the feed says of itself, which is often its template's
 * default. A reader that does not know them passes them over.
 */
export const OPML_ATTRIBUTES = [
  "wirefoldPublisher",
  "wirefoldLanguage",
  "wirefoldPriority",
  "wirefoldFullText",
] as const;

type OpmlSettings = { readonly [Name in (typeof OPML_ATTRIBUTES)[number]]?: unknown };

export const opmlOf = (feed: FeedSettings): OpmlSettings => ({
  ...(feed.publisher === null ? {} : { wirefoldPublisher: feed.publisher }),
  ...(feed.language === null ? {} : { wirefoldLanguage: feed.language }),
  ...(feed.priority === null ? {} : { wirefoldPriority: feed.priority }),
  ...(feed.fullText ? { wirefoldFullText: "true" } : {}),
});

/** A list from elsewhere may hold anything: what is no setting is passed over. */
export const settingsOfOpml = (outline: OpmlSettings): Partial<FeedSettings> => ({
  ...tolerant("publisher", outline.wirefoldPublisher),
  ...tolerant("language", outline.wirefoldLanguage),
  ...tolerant("priority", outline.wirefoldPriority),
  ...(outline.wirefoldFullText === "true" ? { fullText: true } : {}),
});

function tolerant(option: keyof SettingsOptions, value: unknown): Partial<FeedSettings> {
  if (typeof value !== "string" || value === "") return {};
  try {
    return settingsFrom({ [option]: value });
  } catch (error) {
    if (error instanceof UsageError) return {};
    throw error;
  }
}
