/*
 * Followed feeds as OPML 2.0, the list that feed readers exchange, and back.
 *
 * What a follower decided stands in attributes of a namespace of our own (OPML 2.0, "Extending OPML"): other readers
 * pass them over, and nobody takes them for something else. OPML's `language` is not used, since it holds what the
 * feed says of itself.
 *
 * Written by feedsmith. Read in one streaming pass of our own, since lists are cut off, nested without end and broken
 * in the middle, and feedsmith then refuses all of them: every whole `<outline xmlUrl>` counts, wherever it stands.
 */
import { generateOpml } from "feedsmith";
import { Parser } from "htmlparser2";
import type { FeedRecord, FeedState } from "../io/redis/feed-store-record.ts";
import { type DecidedSettings, settingsFrom } from "./feeds-settings.ts";
import { clipped, durationText, parseDuration, UsageError } from "./terminal.ts";

/** What a list says of one feed; what it leaves out is left to whoever imports it. */
export interface ListedFeed {
  /** As written. */
  readonly url: string;
  readonly title: string | null;
  readonly settings: DecidedSettings;
  readonly minIntervalMs?: number | undefined;
  readonly maxIntervalMs?: number | undefined;
  /** Active where it is left out. */
  readonly state?: FeedState | undefined;
  readonly stateReason?: string | undefined;
}

export type OpmlReading =
  | {
      readonly kind: "opml";
      /** In the file's order, whatever folder they stand in. */
      readonly feeds: readonly ListedFeed[];
      /** What was passed over, a line each. */
      readonly problems: readonly string[];
      /** Why feeds may be missing; null where the document is whole. */
      readonly cutOff: string | null;
    }
  | { readonly kind: "not-opml"; readonly message: string };

const NAMESPACE = "urn:wirefold:feed-settings:1";
const PREFIX = "wirefold";
const NAMES = [
  "publisher",
  "language",
  "priority",
  "fullText",
  "minInterval",
  "maxInterval",
  "state",
  "stateReason",
] as const;
type Name = (typeof NAMES)[number];
const ATTRIBUTES = NAMES.map((name) => `${PREFIX}:${name}` as const);
/** Of a URL or a name in a message. */
const SHOWN_CHARS = 100;
const STATES: readonly FeedState[] = ["active", "paused", "ended"];

type ExportedFeed = Pick<
  FeedRecord,
  | "url"
  | "title"
  | "state"
  | "stateReason"
  | "publisher"
  | "language"
  | "priority"
  | "fullText"
  | "minIntervalMs"
  | "maxIntervalMs"
>;

/**
 * @param feeds at least one: feedsmith takes an empty list for a mistake
 * @param createdAt ms since epoch
 */
export function writeOpml(feeds: readonly ExportedFeed[], createdAt: number): string {
  const head = { title: "wirefold feeds", dateCreated: new Date(createdAt) };
  const outlines = feeds.map(outlineOf);
  const opml = generateOpml({ head, body: { outlines } }, { extraOutlineAttributes: ATTRIBUTES });
  // feedsmith writes prefixed attributes, but no namespace for them.
  return opml.replace("<opml ", `<opml xmlns:${PREFIX}="${NAMESPACE}" `);
}

function outlineOf(feed: ExportedFeed) {
  const title = withoutControls(feed.title ?? feed.url);
  const isActive = feed.state === "active";
  const said: Readonly<Record<Name, string | null>> = {
    publisher: feed.publisher,
    language: feed.language,
    priority: feed.priority,
    fullText: feed.fullText ? "true" : null,
    minInterval: durationText(feed.minIntervalMs),
    maxInterval: durationText(feed.maxIntervalMs),
    state: isActive ? null : feed.state,
    stateReason: isActive || feed.stateReason === null ? null : withoutControls(feed.stateReason),
  };
  const own = NAMES.flatMap((name) => (said[name] === null ? [] : [[`${PREFIX}:${name}`, said[name]]]));
  return { type: "rss", text: title, title, xmlUrl: feed.url, ...Object.fromEntries(own) };
}

/** XML 1.0 cannot hold control characters, not even escaped. */
const withoutControls = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, " ");

/** @param text a document, decoded */
export function readOpml(text: string): OpmlReading {
  const outline = new OutlineReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => outline.open(name, attributes),
      onclosetag: (name, isImplied) => outline.close(name, isImplied),
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  if (outline.root !== "opml") {
    const what =
      outline.root === undefined
        ? "it has no element"
        : `its root is <${clipped(outline.root, SHOWN_CHARS)}>`;
    return { kind: "not-opml", message: what };
  }
  const cutOff = outline.isWhole ? null : "the document breaks off before its end";
  return { kind: "opml", feeds: outline.feeds, problems: outline.problems, cutOff };
}

type Attributes = Readonly<Record<string, string>>;

/** Attribute names come in lower case: lists in capitals are seen. */
class OutlineReader {
  readonly feeds: ListedFeed[] = [];
  readonly problems: string[] = [];
  root: string | undefined;
  isWhole = false;
  /** What our namespace is called in this document. */
  #prefix: string | undefined;

  open(name: string, attributes: Attributes): void {
    if (this.root === undefined) {
      this.root = name;
      const declared = Object.entries(attributes).find(([, value]) => value === NAMESPACE)?.[0];
      this.#prefix = declared?.startsWith("xmlns:") ? declared.slice("xmlns:".length) : undefined;
    }
    if (name === "outline" && attributes.xmlurl !== undefined) this.#add(attributes.xmlurl, attributes);
  }

  close(name: string, isImplied: boolean): void {
    if (name === this.root && !isImplied) this.isWhole = true;
  }

  #add(url: string, attributes: Attributes): void {
    const said = (name: Name): string | undefined =>
      this.#prefix === undefined ? undefined : attributes[`${this.#prefix}:${name.toLowerCase()}`];
    /** A list from elsewhere may hold anything: what is no setting is told of and passed over. */
    const tolerant = <T>(name: Name, read: (value: string) => T): T | undefined => {
      const value = said(name);
      if (value === undefined || value === "") return undefined;
      try {
        return read(value);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        this.problems.push(`passed over, of ${clipped(url, SHOWN_CHARS)}: ${error.message}`);
        return undefined;
      }
    };
    const duration = (name: "minInterval" | "maxInterval"): number | undefined =>
      tolerant(name, (value) => parseDuration(`${PREFIX}:${name}`, value));
    this.feeds.push({
      url,
      title: attributes.title ?? attributes.text ?? null,
      settings: {
        ...tolerant("publisher", (publisher) => settingsFrom({ publisher })),
        ...tolerant("language", (language) => settingsFrom({ language })),
        ...tolerant("priority", (priority) => settingsFrom({ priority })),
        ...(said("fullText") === "true" ? { fullText: true } : {}),
      },
      minIntervalMs: duration("minInterval"),
      maxIntervalMs: duration("maxInterval"),
      state: STATES.find((state) => state === said("state")),
      stateReason: said("stateReason"),
    });
  }
}
