import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openOutbox } from "../../src/io/outbox.ts";
import { testRedis } from "../support/redis.ts";

const NO_WAIT_MS = 1;
const server = testRedis();
const { redis, prefix } = server;
afterAll(() => server.close());

describe("the outbox", () => {
  const stream = `${prefix}:events`;
  const readers = async (): Promise<unknown[]> => {
    const listed = (await redis.xinfo("CONSUMERS", stream, "publish")) as unknown[][];
    return listed.map((fields) => fields[1]);
  };
  beforeEach(async () => {
    await redis.del(stream);
  });

  it("forgets a reader that closed with nothing left to acknowledge", async () => {
    const outbox = await openOutbox(redis, stream, "reader");
    await redis.xadd(stream, "*", "type", "joined");
    const events = await outbox.read(1, NO_WAIT_MS);
    expect(events.map((event) => event.fields)).toEqual([{ type: "joined" }]);
    await outbox.acknowledge(events.map((event) => event.id));
    expect(await readers()).toEqual(["reader"]);
    await outbox.close();
    expect(await readers()).toEqual([]);
  });

  it("keeps a reader that closed with events unacknowledged, so that another can take them over", async () => {
    const outbox = await openOutbox(redis, stream, "reader");
    await redis.xadd(stream, "*", "type", "joined");
    await outbox.read(1, NO_WAIT_MS);
    await outbox.close();
    expect(await readers()).toEqual(["reader"]);
  });

  it("closes a reader that never read", async () => {
    const outbox = await openOutbox(redis, stream, "reader");
    await expect(outbox.close()).resolves.toBeUndefined();
  });
});
