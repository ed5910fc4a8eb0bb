import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { createExtractPool, type ExtractPool } from "../../src/io/extract-pool.ts";

const threadFile = fileURLToPath(new URL("../fixtures/threads/scripted.mjs", import.meta.url));
/** Ends a hanging page soon; far longer than any other page of these tests computes. */
const TIMEOUT_MS = 2_000;

const pools: ExtractPool[] = [];
function poolOf(threads: number, timeoutMs = TIMEOUT_MS): ExtractPool {
  const pool = createExtractPool({ threads, timeoutMs, threadFile });
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const run = (pool: ExtractPool, content: string) =>
  pool.run({ page: { kind: "text", content }, keepRemoved: false, withFingerprint: false });

describe("extraction pool", () => {
  it("ends a page that never ends, and says after which time", async () => {
    const answer = await run(poolOf(1), "loop");
    expect(answer).toEqual({ kind: "timeout", message: "extraction took longer than 2000 ms" });
  });

  it("loses no neighbour of pages that never end, whoever shares a thread with them", async () => {
    const pool = poolOf(2);
    const contents = ["page 1", "loop", "page 2", "loop", "loop", "page 3", "page 4"];
    const answers = await Promise.all(contents.map((content) => run(pool, content)));
    expect(answers.map((answer) => answer.kind)).toEqual(
      contents.map((content) => (content === "loop" ? "timeout" : "done")),
    );
  });

  it("counts a page's own time only, not its wait for a thread", async () => {
    // Twelve pages of a tenth of the limit on one thread: the last one waits for longer than the limit.
    const pool = poolOf(1, 3_000);
    const answers = await Promise.all(Array.from({ length: 12 }, () => run(pool, "sleep 300")));
    expect(answers.map((answer) => answer.kind)).toEqual(Array.from({ length: 12 }, () => "done"));
  });

  it("does not take its own stall for the page's", async () => {
    const pool = poolOf(1);
    await run(pool, "page to start the thread");
    const answer = run(pool, "sleep 50");
    // The timer is armed once the thread says that it began.
    await new Promise((resolve) => setTimeout(resolve, 25));
    // From here the event loop comes by the timers before it reads messages.
    await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + 2 * TIMEOUT_MS;
    while (performance.now() < until);
    expect((await answer).kind).toBe("done");
  });

  it("ends a page that exhausts its thread's memory, and says what the limit is", async () => {
    const pool = poolOf(1, 60_000);
    expect(await run(pool, "exhaust-memory")).toEqual({
      kind: "out-of-memory",
      message: "extraction needed more than 512 MB of memory",
    });
    expect((await run(pool, "page after it")).kind).toBe("done");
  });

  it("hands on what was thrown, with its message", async () => {
    const pool = poolOf(1);
    expect(await run(pool, "throw")).toEqual({
      kind: "crash",
      message: "extraction failed: a bug in extraction",
    });
    expect((await run(pool, "page after it")).kind).toBe("done");
  });
});
