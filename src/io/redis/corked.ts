/*
 * What is sent in one turn of the event loop leaves as one write. Some placings that run at the same time send a
 * command each: 64 writes took more than half of the processor time of a writer. ioredis' own ways of doing this,
 * pipelines and automatic pipelining, keep what was sent alive from one collection of V8's young generation to the
 * next (docs/decisions/0006-cluster-index.md), so that each collection takes 5 to 25 ms instead of 0.3 to 3.
 */
import type { Redis } from "ioredis";

/**
 * Holds back what this connection sends from now on until the code that is running now has come to its end, and what it
 * has put off until then (`process.nextTick`): steps that were gathered leave with the rest.
 */
export function holdBack(redis: Pick<Redis, "stream">): void {
  // Undefined before the first connection: then ioredis holds the commands back itself.
  const stream: Redis["stream"] | undefined = redis.stream;
  if (!stream || stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => process.nextTick(() => stream.uncork()));
}
