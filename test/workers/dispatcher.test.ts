/* The dispatcher: late, bounded, and pausing. Every step is driven by the test; nothing depends on the clock. */
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { urlKey } from "../../src/core/url/ids.ts";
import { createBacklogWatch, memoryUse } from "../../src/io/backlog.ts";
import { type DispatcherDeps, startDispatcher } from "../../workers/dispatcher.ts";

const log = pino({ level: "silent" });
const entry = (n: number) => ({
  urlKey: urlKey(`https://quay.example/${n}`),
  url: `https://quay.example/${n}`,
  host: "quay.example",
  priority: "fresh" as const,
});

/** Runs the dispatcher until `rounds` looks for a reason to pause have been made. */
async function run(rounds: number, given: Partial<DispatcherDeps>): Promise<string[]> {
  const calls: string[] = [];
  let looks = 0;
  let enough: () => void = () => {};
  const seen = new Promise<void>((done) => {
    enough = done;
  });
  const deps: DispatcherDeps = {
    log,
    concurrency: 4,
    pop: async (limit) => {
      calls.push(`pop ${limit}`);
      return { entries: [entry(1)], nextDueMs: null };
    },
    enqueueFetch: async (entries) => void calls.push(`queue ${entries.length}`),
    handedOver: async (entries) => void calls.push(`handed over ${entries.length}`),
    waitingJobs: async () => 0,
    setPaused: (paused) => void calls.push(paused ? "paused" : "open"),
    now: () => 0,
    ...given,
    pauseReason: async () => {
      if (++looks > rounds) {
        enough();
        await new Promise((done) => setImmediate(done));
      }
      return given.pauseReason?.();
    },
  };
  const running = startDispatcher(deps);
  await seen;
  await running.close();
  return calls;
}

describe("the dispatcher", () => {
  it("ends a lease only after the queue has the URL", async () => {
    const calls = await run(1, {});
    expect(calls.slice(0, 4)).toEqual(["open", "pop 4", "queue 1", "handed over 1"]);
  });

  it("lets no more wait than this process could begin at once", async () => {
    expect(await run(1, { waitingJobs: async () => 1 })).toContain("pop 3");
  });

  it("pops nothing while enough wait", async () => {
    expect(await run(2, { waitingJobs: async () => 4 })).not.toContainEqual(expect.stringMatching(/^pop/));
  });

  it("pops nothing while intake is paused", async () => {
    const calls = await run(1, { pauseReason: async () => "Redis uses 8 of 10 bytes" });
    expect(calls[0]).toBe("paused");
    expect(calls).not.toContainEqual(expect.stringMatching(/^pop/));
  });
});

describe("the backlog watch", () => {
  const info = (used: number, limit: number) => `# Memory\r\nused_memory:${used}\r\nmaxmemory:${limit}\r\n`;
  const watch = (bytes: number, used: number, limit: number) => {
    return createBacklogWatch({
      memoryInfo: async () => info(used, limit),
      limits: { backlogBytes: 1_000, memoryShare: 0.7 },
      backlogBytes: async () => bytes,
      now: () => 0,
    });
  };

  it("sees room where neither bound is reached", async () => {
    expect(await watch(1_000, 700, 1_000).pauseReason()).toBeUndefined();
  });

  it("names the value and the limit of too many waiting pages", async () => {
    expect(await watch(1_001, 0, 0).pauseReason()).toBe(
      "1001 bytes of pages wait for extraction, the limit is 1000",
    );
  });

  it("names the share of a Redis that is nearly full", async () => {
    expect(await watch(0, 701, 1_000).pauseReason()).toBe(
      "Redis uses 701 of 1000 bytes, intake pauses above 70 %",
    );
  });

  it("takes a Redis without a limit as never full", async () => {
    expect(memoryUse(info(5, 0))).toEqual({ used: 5, limit: 0 });
    expect(await watch(0, 5, 0).pauseReason()).toBeUndefined();
  });
});
