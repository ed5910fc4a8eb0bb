/* Where a host may be asked for several things at once: what one plea for rest counts for, and when the host is held. */
import { beforeEach, describe, expect, it } from "vitest";
import { urlKey } from "../../../src/core/url/ids.ts";
import type { Frontier } from "../../../src/io/redis/frontier.ts";
import { DELAY_MS, frontierCorner, HOLD_MS, popUrls } from "./frontier-corner.ts";

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

describe("a host with two slots", () => {
  const url = (page: number): string => `https://${HOST}/${page}`;
  /** As the fetch queue names its jobs. */
  const job = (page: number): string => `${urlKey(url(page))}-${c.now}`;
  let frontier: Frontier;
  beforeEach(() => {
    frontier = c.another({ hostConcurrency: 2 });
  });
  const push = (page: number) =>
    frontier.push([{ urlKey: urlKey(url(page)), url: url(page), host: HOST, priority: "fresh" }]);
  const handOut = async (page: number): Promise<string> => {
    await push(page);
    expect(await popUrls(frontier)).toEqual([url(page)]);
    return job(page);
  };

  it("is handed out to nobody while both are open, also where its list had run empty, and again when one ends", async () => {
    const first = await handOut(1);
    await open(frontier, first);
    c.now += DELAY_MS;
    await open(frontier, await handOut(2));
    c.now += DELAY_MS;
    await push(3);
    expect(await popUrls(frontier)).toEqual([]);
    await frontier.releaseHostSlot(HOST, first, "answered");
    expect(await popUrls(frontier)).toEqual([url(3)]);
  });

  it("lets nobody ask for a slot every millisecond while both are open", async () => {
    frontier = c.another({ hostConcurrency: 2, hostDelayMs: 0 });
    for (const token of ["one", "two"]) await open(frontier, token);
    const answer = await frontier.reserveHostSlot(HOST, "three");
    expect(answer).toEqual({ kind: "wait", waitMs: expect.any(Number) });
    expect(answer.kind === "wait" && answer.waitMs).toBeGreaterThanOrEqual(20);
  });

  it.each(["begun", "not begun"])(
    "stays with whom it was handed out to when a request that came from elsewhere ends, %s",
    async (how) => {
      const holder = await handOut(1);
      await push(2);
      if (how === "begun") await open(frontier, "redirected here");
      else await frontier.reserveHostSlot(HOST, "redirected here");
      c.now += DELAY_MS;
      expect(await popUrls(frontier)).toEqual([]);
      await frontier.releaseHostSlot(HOST, "redirected here", "answered");
      c.now += DELAY_MS;
      expect(await popUrls(frontier)).toEqual([]);
      await open(frontier, holder);
      c.now += DELAY_MS;
      expect(await popUrls(frontier)).toEqual([url(2)]);
    },
  );

  it("is free again when whom it was handed out to has nothing to ask", async () => {
    const holder = await handOut(1);
    await push(2);
    await frontier.releaseHostSlot(HOST, holder, "unused");
    expect(await popUrls(frontier)).toEqual([url(2)]);
  });

  it("is left alone as it wishes where it was handed out to somebody who never came", async () => {
    await open(frontier, "redirected here");
    c.now += DELAY_MS;
    await handOut(1);
    c.now += HOLD_MS;
    await push(2);
    await frontier.releaseHostSlot(HOST, "redirected here", "slow-down", 90_000);
    expect(await popUrls(frontier)).toEqual([]);
    c.now += 90_000;
    expect(await popUrls(frontier)).toEqual([url(2)]);
  });
});
