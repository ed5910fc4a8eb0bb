/*
 * Runs the Lua scripts of lua/: one file per atomic step. The files lie next to this module, in src and
 * in dist alike. A script is sent by its SHA-1 and, where the server does not know it yet, by its text.
 *
 * Redis' scripts cannot load one another. What several need, or one is too long with, stands in lua/parts: a line
 * `--@part <name>` is replaced by that file, whose local functions are known from there on.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Redis, Result } from "ioredis";
import { holdBack } from "./corked.ts";

declare module "ioredis" {
  // ioredis has these as it has every command's Buffer form; its types leave them out.
  interface RedisCommander<Context> {
    evalBuffer(script: string, keyCount: number, ...words: ScriptArgument[]): Result<unknown, Context>;
    evalshaBuffer(sha: string, keyCount: number, ...words: ScriptArgument[]): Result<unknown, Context>;
  }
}

export type ScriptArgument = string | number | Buffer;

/** A loaded script. `reply` says whether strings in the answer come as text or as bytes. */
export interface Script {
  readonly name: string;
  run(redis: Redis, keys: readonly string[], args: readonly ScriptArgument[]): Promise<unknown>;
  runForBytes(redis: Redis, keys: readonly string[], args: readonly ScriptArgument[]): Promise<unknown>;
}

const isUnknownScript = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("NOSCRIPT");

const PART = /^--@part (\S+)$/gm;

const readLua = (path: string): string => readFileSync(new URL(`./lua/${path}.lua`, import.meta.url), "utf8");

/** A script as it is sent, its parts put in. @param name as of `loadScript` */
export const scriptText = (name: string): string =>
  readLua(name).replace(PART, (_, part: string) => readLua(`parts/${part}`).trimEnd());

/** @param name file name in lua/ without its ending, such as `url-offer` */
export function loadScript(name: string): Script {
  const text = scriptText(name);
  const sha = createHash("sha1").update(text).digest("hex");
  const send = async (
    redis: Redis,
    bytes: boolean,
    keys: readonly string[],
    args: readonly ScriptArgument[],
  ) => {
    // Named methods, not redis.call: ioredis' automatic pipelining breaks on the latter.
    const words = [...keys, ...args];
    holdBack(redis);
    try {
      return await (bytes
        ? redis.evalshaBuffer(sha, keys.length, ...words)
        : redis.evalsha(sha, keys.length, ...words));
    } catch (error) {
      if (!isUnknownScript(error)) throw error;
      return bytes ? redis.evalBuffer(text, keys.length, ...words) : redis.eval(text, keys.length, ...words);
    }
  };
  return {
    name,
    run: (redis, keys, args) => send(redis, false, keys, args),
    runForBytes: (redis, keys, args) => send(redis, true, keys, args),
  };
}
