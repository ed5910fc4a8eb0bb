import { expect, it } from "vitest";
import type { RevisionId } from "../../../src/core/model.ts";
import { invented } from "../../contract/cluster-index-articles.ts";
import { acting, Corner } from "./cluster-index-corner.ts";

const WINDOW_MS = 604_800_000;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: WINDOW_MS });

const notAccepted = async () => false;

const placing = (revisionId: string, passages: readonly number[]) => ({
  article: invented({ name: revisionId, passages }),
  revisionId: revisionId as RevisionId,
  placedAt: corner.nowMs,
});

it("tells of a copy with one command, and needs no other to read the records of those it shares anchors with", async () => {
  await corner.partsOn(corner.redis).entry.enter(placing("0000000100000001", [1, 2]), notAccepted);
  await corner.partsOn(corner.redis).entry.enter(placing("0000000200000001", [2, 3]), notAccepted);
  const sent: string[] = [];
  const redis = acting(corner.redis, { before: ({ name }) => sent.push(name) });
  const { entry, records } = corner.partsOn(redis);
  const { candidates } = await entry.enter(placing("0000000300000001", [1, 2]), notAccepted);
  expect([...candidates]).toEqual([1, 2]);
  expect(records.recall(1, 0)?.revisionId).toBe("0000000100000001");
  expect(records.recall(2, 0)?.revisionId).toBe("0000000200000001");
  expect(sent).toHaveLength(1);
});

it("brings the records of no more than four copies, those that share most anchors", async () => {
  const { entry } = corner.partsOn(corner.redis);
  for (let i = 1; i <= 4; i++) await entry.enter(placing(`0000000${i}00000001`, [1, 2]), notAccepted);
  await entry.enter(placing("0000000500000001", [1, 2, 3]), notAccepted);
  const fresh = corner.partsOn(corner.redis);
  const { candidates } = await fresh.entry.enter(placing("0000000600000001", [1, 2, 3]), notAccepted);
  expect([...candidates]).toEqual([5, 1, 2, 3, 4]);
  const recalled = [...candidates].map((handle) => fresh.records.recall(handle, 0)?.handle);
  expect(recalled).toEqual([5, 1, 2, 3, undefined]);
});

it.each([1, 4])(
  "gives a revision whose handle is another's the next one, with %i shard(s)",
  async (shards) => {
    const { entry, expiry, records } = corner.partsOn(corner.redis, shards);
    const [first, second] = ["0000000a00000001", "0000000a00000003"] as RevisionId[];
    await entry.enter(placing(first as string, [1, 2]), notAccepted);
    for (const kind of ["new", "known"])
      expect(await entry.enter(placing(second as string, [2, 3]), notAccepted)).toMatchObject({
        handle: 0x0d,
        kind,
      });
    expect((await records.find(first as RevisionId))?.handle).toBe(0x0a);
    expect((await records.find(second as RevisionId))?.handle).toBe(0x0d);
    const meeting = async (id: string, passage: number): Promise<number[]> => {
      const entered = await entry.enter(placing(id, [passage]), notAccepted);
      await expiry.takeOutAgain(entered, corner.nowMs);
      return [...entered.candidates].sort((a, b) => a - b);
    };
    expect(await meeting("0000010000000001", 1)).toEqual([0x0a]);
    expect(await meeting("0000020000000001", 2)).toEqual([0x0a, 0x0d]);
    expect(await meeting("0000030000000001", 3)).toEqual([0x0d]);
  },
);

it("writes a record anew that is older than a window, and keeps a younger one", async () => {
  const { entry, records } = corner.partsOn(corner.redis);
  const placedAt = async () => (await records.read(5))?.stored.placedAt;
  for (const [at, kept] of [
    [0, 0],
    [WINDOW_MS, 0],
    [WINDOW_MS + 1, WINDOW_MS + 1],
  ] as const) {
    corner.nowMs = at;
    await entry.enter(placing("0000000500000001", [1]), notAccepted);
    expect(await placedAt()).toBe(kept);
  }
});
