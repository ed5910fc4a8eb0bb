/* The index in memory, ready for the contract. */
import type { ClusterEvent } from "../../src/core/cluster/events.ts";
import { createMemoryIndex } from "../../src/core/cluster/memory-index.ts";
import { passageDecision } from "./cluster-index-articles.ts";
import { type IndexUnderTest, START_MS, TOMBSTONE_MS, WINDOW_MS } from "./cluster-index-under-test.ts";

export async function createMemoryIndexUnderTest(): Promise<IndexUnderTest> {
  const events: ClusterEvent[] = [];
  let nowMs = START_MS;
  const index = createMemoryIndex({
    loadText: async () => undefined,
    now: () => nowMs,
    windowMs: WINDOW_MS,
    tombstoneMs: TOMBSTONE_MS,
    decide: passageDecision,
    emit: (event) => events.push(event),
  });
  return {
    index,
    another: () => index,
    events: async () => [...events],
    setNow: (ms) => {
      nowMs = ms;
    },
    close: async () => {},
  };
}
