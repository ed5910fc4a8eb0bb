/*
 * Runs the Lua scripts of lua/: one file per atomic step. The files lie next to this module, in src and
 * in dist alike. A script is sent by its SHA-1 and, where the server does not know it yet, by its text.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Redis } from "ioredis";

export type ScriptArgument = string | number | Buffer;

/** A loaded script. `reply` says whether strings in the answer come as text or as bytes. */
export interface Script {
  readonly name: string;
  run(redis: Redis, keys: readonly string[], args: readonly ScriptArgument[]): Promise<unknown>;
  runForBytes(redis: Redis, keys: readonly string[], args: readonly ScriptArgument[]): Promise<unknown>;
}

const isUnknownScript = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("NOSCRIPT");

/** @param name file name in lua/ without its ending, such as `url-offer` */
export function loadScript(name: string): Script {
  const text = readFileSync(new URL(`./lua/${name}.lua`, import.meta.url), "utf8");
  const sha = createHash("sha1").update(text).digest("hex");
  const send = async (
    redis: Redis,
    bytes: boolean,
    keys: readonly string[],
    args: readonly ScriptArgument[],
  ) => {
    const call = (command: "EVAL" | "EVALSHA", script: string): Promise<unknown> => {
      const words = [script, keys.length, ...keys, ...args];
      return bytes ? redis.callBuffer(command, words) : redis.call(command, words);
    };
    try {
      return await call("EVALSHA", sha);
    } catch (error) {
      if (!isUnknownScript(error)) throw error;
      return call("EVAL", text);
    }
  };
  return {
    name,
    run: (redis, keys, args) => send(redis, false, keys, args),
    runForBytes: (redis, keys, args) => send(redis, true, keys, args),
  };
}
