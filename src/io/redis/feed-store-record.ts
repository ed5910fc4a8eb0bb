/* One feed as its Redis hash holds it: numbers and texts as people read them, absent where unknown. */
import type { FeedFormat } from "../../core/poll/feed-model.ts";

/** `paused` by a person or after a week of failures; `ended` when the server said 410 or the feed merged into another. */
export type FeedState = "active" | "paused" | "ended";

/** What a follower decides about a feed's articles; null and false leave it to the feed and its pages. */
export interface FeedSettings {
  /** Stands for the registrable domain of the page's host. */
  readonly publisher: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  /** Null: what the feed held when it was read first is backlog, what comes later is fresh. */
  readonly priority: "fresh" | "backlog" | null;
  /** An entry that carries its whole text becomes an article without its page being fetched. */
  readonly fullText: boolean;
}

/** Moments are ms since epoch, durations ms. */
export interface FeedRecord extends FeedSettings {
  readonly url: string;
  readonly title: string | null;
  readonly format: FeedFormat | null;
  readonly state: FeedState;
  /** Why it is paused or has ended. */
  readonly stateReason: string | null;
  readonly addedAt: number;
  readonly movedFrom: string | null;
  /** The interval while it works; after failures it is read more seldom. */
  readonly intervalMs: number;
  readonly minIntervalMs: number;
  readonly maxIntervalMs: number;
  /** What the interval follows, such as `arrivals` or `ttl`. */
  readonly intervalDecidedBy: string | null;
  /** New entries a day, as far as seen. */
  readonly newPerDay: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Hash of the document read last. */
  readonly bodyHash: string | null;
  /** False where the server kept its ETag although there were new entries: it is asked without conditions. */
  readonly keepsValidators: boolean;
  readonly lastPolledAt: number | null;
  /** When the poll began that read the feed last, or found it unchanged. */
  readonly lastSuccessAt: number | null;
  /** When it was last asked for without conditions. */
  readonly lastFullReadAt: number | null;
  readonly lastNewAt: number | null;
  /** In a row. */
  readonly failures: number;
  readonly failingSince: number | null;
  readonly lastError: string | null;
  /** Why intake was held when its turn came: it is looked at again soon. */
  readonly heldBecause: string | null;
  /** Why the last document gave fewer entries than it announced. */
  readonly cutOff: string | null;
  /** Entries offered since the feed is followed, each once: counted as they are remembered. */
  readonly entriesSeen: number;
  /** WebSub hubs that the feed names, the first to be asked first. */
  readonly hubs: readonly string[];
  /** The URL its hubs know it by; null: its own. */
  readonly self: string | null;
  /** The subscription at its hub, whatever became of it (feed-websub-want.lua). */
  readonly websubId: string | null;
  /** End of the lease that the hub confirmed. */
  readonly pushedUntil: number | null;
  /** The hub brought something new, and no poll since has found anything that it had not brought. */
  readonly hubDelivers: boolean;
  readonly lastPushedAt: number | null;
  /** `entriesSeen` after the last successful poll: what came since was pushed, or read by a poll cut short. */
  readonly entriesAtPoll: number | null;
}

/** `entriesSeen` and `lastNewAt` change as entries are remembered. */
type KeptByStore = "url" | "addedAt" | "movedFrom" | "entriesSeen" | "lastNewAt";

/** What a poll changes; null takes a field away, undefined leaves it. */
export type FeedUpdate = {
  readonly [Field in Exclude<keyof FeedRecord, KeptByStore>]?: FeedRecord[Field] | null | undefined;
};

type FieldValue = string | number | boolean | readonly string[] | null | undefined;
/** No URL holds a blank. */
const HUB_SEPARATOR = " ";

/** @returns arguments for HSET (`field, value, …`) and the fields to delete */
export function fieldsOf(values: Readonly<Record<string, FieldValue>>): {
  readonly set: Array<string | number>;
  readonly deleted: string[];
} {
  const set: Array<string | number> = [];
  const deleted: string[] = [];
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const written = writtenValue(value);
    if (written === null || written === "") deleted.push(field);
    else set.push(field, written);
  }
  return { set, deleted };
}

function writtenValue(value: Exclude<FieldValue, undefined>): string | number | null {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? (value?.join(HUB_SEPARATOR) ?? null) : value;
}

/** Records are written by this folder only: what they hold is ours. Undefined where there is none. */
export function parseFeedRecord(fields: Record<string, string>): FeedRecord | undefined {
  const { url, state } = fields;
  if (url === undefined || state === undefined) return undefined;
  const text = (name: string): string | null => fields[name] ?? null;
  const number = (name: string): number | null => (fields[name] === undefined ? null : Number(fields[name]));
  return {
    url,
    state: state as FeedState,
    title: text("title"),
    format: text("format") as FeedFormat | null,
    stateReason: text("stateReason"),
    addedAt: number("addedAt") ?? 0,
    movedFrom: text("movedFrom"),
    intervalMs: number("intervalMs") ?? 0,
    minIntervalMs: number("minIntervalMs") ?? 0,
    maxIntervalMs: number("maxIntervalMs") ?? 0,
    intervalDecidedBy: text("intervalDecidedBy"),
    newPerDay: number("newPerDay"),
    etag: text("etag"),
    lastModified: text("lastModified"),
    bodyHash: text("bodyHash"),
    keepsValidators: fields.keepsValidators !== "no",
    lastPolledAt: number("lastPolledAt"),
    lastSuccessAt: number("lastSuccessAt"),
    lastFullReadAt: number("lastFullReadAt"),
    lastNewAt: number("lastNewAt"),
    failures: number("failures") ?? 0,
    failingSince: number("failingSince"),
    lastError: text("lastError"),
    heldBecause: text("heldBecause"),
    cutOff: text("cutOff"),
    entriesSeen: number("entriesSeen") ?? 0,
    publisher: text("publisher"),
    language: text("language"),
    priority: text("priority") as FeedSettings["priority"],
    fullText: fields.fullText === "yes",
    hubs: fields.hubs?.split(HUB_SEPARATOR) ?? [],
    self: text("self"),
    websubId: text("websubId"),
    pushedUntil: number("pushedUntil"),
    hubDelivers: fields.hubDelivers === "yes",
    lastPushedAt: number("lastPushedAt"),
    entriesAtPoll: number("entriesAtPoll"),
  };
}
