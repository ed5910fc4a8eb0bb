/*
 * Reading the outbox: a Redis stream that the place script writes, read by one consumer group, so that
 * each event reaches one of the publish workers, and one that died hands its events on.
 */
import type { Redis } from "ioredis";

/** An event as it stands in the stream; `id` is the stream's own id and names it for ever. */
export interface OutboxEvent {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Outbox {
  /** Waits up to `blockMs` for events nobody has read, or that a dead reader left. */
  read(limit: number, blockMs: number): Promise<OutboxEvent[]>;
  acknowledge(ids: readonly string[]): Promise<void>;
  /**
   * Takes this reader's name out of the group, once nothing reads any more. A reader that leaves events
   * unacknowledged stays, since they would go with its name: the next reader takes them over.
   */
  close(): Promise<void>;
}

const GROUP = "publish";
/** A reader that has not acknowledged for this long is taken for dead: far longer than one batch takes. */
const ABANDONED_AFTER_MS = 60_000;

type StreamEntry = [id: string, fields: string[] | null];

function toEvent([id, flat]: StreamEntry): OutboxEvent {
  const fields: Record<string, string> = {};
  for (let i = 0; flat && i + 1 < flat.length; i += 2) fields[flat[i] ?? ""] = flat[i + 1] ?? "";
  return { id, fields };
}

/**
 * @param redis a connection of its own: reading blocks it
 * @param abandonedAfterMs 0 to take over whatever is not acknowledged: where nobody else reads
 */
export async function openOutbox(
  redis: Redis,
  streamKey: string,
  consumer: string,
  { abandonedAfterMs = ABANDONED_AFTER_MS } = {},
): Promise<Outbox> {
  await redis.xgroup("CREATE", streamKey, GROUP, "0", "MKSTREAM").catch((error: Error) => {
    if (!error.message.startsWith("BUSYGROUP")) throw error;
  });
  return {
    async read(limit, blockMs) {
      const [, abandoned] = (await redis.xautoclaim(
        streamKey,
        GROUP,
        consumer,
        abandonedAfterMs,
        "0",
        "COUNT",
        limit,
      )) as [string, StreamEntry[]];
      if (abandoned.length > 0) return abandoned.map(toEvent);
      const answer = (await redis.xreadgroup(
        "GROUP",
        GROUP,
        consumer,
        "COUNT",
        limit,
        "BLOCK",
        blockMs,
        "STREAMS",
        streamKey,
        ">",
      )) as Array<[string, StreamEntry[]]> | null;
      return (answer?.[0]?.[1] ?? []).map(toEvent);
    },
    async acknowledge(ids) {
      if (ids.length > 0) await redis.xack(streamKey, GROUP, ...ids);
    },
    async close() {
      const pending = await redis.xpending(streamKey, GROUP, "-", "+", 1, consumer);
      if (pending.length === 0) await redis.xgroup("DELCONSUMER", streamKey, GROUP, consumer);
    },
  };
}
