import { afterEach, beforeEach, expect, it } from "vitest";
import { holdBack } from "../../../src/io/redis/corked.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";

let server: TestRedis;
beforeEach(async () => {
  server = testRedis();
  await server.redis.ping();
});
afterEach(() => server.close());

it("sends what is asked for in one turn in one write, and waits for nothing else", async () => {
  const { redis } = server;
  let writes = 0;
  const { _writev, _write } = redis.stream;
  redis.stream._writev = (...args) => {
    writes++;
    return _writev?.apply(redis.stream, args);
  };
  redis.stream._write = (...args) => {
    writes++;
    return _write.apply(redis.stream, args);
  };
  const answers = [1, 2, 3].map((number) => {
    holdBack(redis);
    return redis.echo(String(number));
  });
  expect(await Promise.all(answers)).toEqual(["1", "2", "3"]);
  expect(writes).toBe(1);
  expect(redis.stream.writableCorked).toBe(0);
});

it("leaves a connection that is not yet there alone", async () => {
  const late = server.redis.duplicate({ lazyConnect: true });
  try {
    holdBack(late);
    expect(await late.echo("here")).toBe("here");
  } finally {
    late.disconnect();
  }
});
