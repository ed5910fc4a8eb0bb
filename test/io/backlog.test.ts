import { describe, expect, it } from "vitest";
import { createBacklogWatch } from "../../src/io/backlog.ts";
import { heldBecause } from "../../workers/poll-given.ts";

const watch = (backlogBytes: number, usedBytes: number) =>
  createBacklogWatch({
    memoryInfo: async () => `used_memory:${usedBytes}\r\nmaxmemory:1000\r\n`,
    limits: { backlogBytes: 100, memoryShare: 0.5 },
    backlogBytes: async () => backlogBytes,
    now: () => 0,
  });

describe("intake", () => {
  it.each([
    ["there is room", 100, 500, undefined, undefined],
    ["extraction is behind", 101, 500, "101 bytes of pages wait for extraction, the limit is 100", undefined],
    ["Redis is nearly full", 0, 501, "Redis uses 501 of 1000", "Redis uses 501 of 1000"],
    ["both", 101, 501, "101 bytes of pages", "Redis uses 501 of 1000"],
  ])("of articles and of addresses, where %s", async (_where, backlog, used, documents, urls) => {
    const reasons = [
      await heldBecause(watch(backlog, used), "documents"),
      await heldBecause(watch(backlog, used), "urls"),
    ];
    const begins = (reason: string | undefined) =>
      reason === undefined ? undefined : expect.stringContaining(reason);
    expect(reasons).toEqual([begins(documents), begins(urls)]);
  });
});
