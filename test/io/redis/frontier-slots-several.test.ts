/* Where a host may be asked for several things at once: what one plea for rest counts for, and when the host is held. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Frontier } from "../../../src/io/redis/frontier.ts";
import { DELAY_MS, frontierCorner } from "./frontier-corner.ts";

const c = frontierCorner();
const HOST = "a.example";

const open = async (frontier: Frontier, token: string): Promise<void> => {
  expect(await frontier.reserveHostSlot(HOST, token)).toEqual({ kind: "booked" });
  await frontier.beginHostSlot(HOST, token);
};

describe("a host with sixteen slots that asks for rest", () => {
  const tokens = Array.from({ length: 16 }, (_, at) => `t${at}`);
  let frontier: Frontier;
  beforeEach(async () => {
    frontier = c.another({ hostConcurrency: 16 });
    for (const token of tokens) {
      await open(frontier, token);
      c.now += DELAY_MS;
    }
  });
  const state = async () => {
    const [slowness, answers] = await c.redis.hmget(c.keys.host(HOST), "slowness", "answers");
    return { slowness: Number(slowness), answers: Number(answers) };
  };

  it("is slowed once by what was under way when it asked", async () => {
    for (const token of tokens.slice(0, 4)) await frontier.releaseHostSlot(HOST, token, "slow-down");
    expect(await state()).toEqual({ slowness: 2, answers: 0 });
  });

  it("has not recovered by answers to what was under way when it asked", async () => {
    const [first = "", ...others] = tokens;
    await frontier.releaseHostSlot(HOST, first, "slow-down");
    for (const token of others) await frontier.releaseHostSlot(HOST, token, "answered");
    expect(await state()).toEqual({ slowness: 2, answers: 0 });
  });

  it("is left alone for the longest of the rests that all of them were told of", async () => {
    const [first = "", second = "", third = ""] = tokens;
    await frontier.releaseHostSlot(HOST, first, "slow-down", 10_000);
    await frontier.releaseHostSlot(HOST, second, "slow-down", 90_000);
    await frontier.releaseHostSlot(HOST, third, "slow-down", 20_000);
    expect(await frontier.reserveHostSlot(HOST, "next")).toEqual({ kind: "wait", waitMs: 90_000 });
  });

  it("is slowed further by a plea that answers a request made after it, and recovers by such answers", async () => {
    for (const token of tokens) await frontier.releaseHostSlot(HOST, token, "slow-down");
    c.now += 2 * DELAY_MS;
    await open(frontier, "later");
    await frontier.releaseHostSlot(HOST, "later", "slow-down");
    expect(await state()).toEqual({ slowness: 4, answers: 0 });
    c.now += 4 * DELAY_MS;
    await open(frontier, "last");
    await frontier.releaseHostSlot(HOST, "last", "answered");
    expect(await state()).toEqual({ slowness: 4, answers: 1 });
  });
});
