/*
 * Reading a response's body within limits: bytes on the wire and bytes after decompression are counted as
 * they come, and reading stops at the limit. One Content-Encoding at most; what ends before it is complete
 * is a failure, never a shorter page.
 */
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { refusedBy } from "./fetch-result.ts";

export interface BodyLimits {
  readonly maxWireBytes: number;
  readonly maxDecodedBytes: number;
  /** What happens at the limit: the page is refused, or what was read until then is kept (robots.txt). */
  readonly atLimit: "refuse" | "cut";
  /** The URL as messages show it. */
  readonly shownUrl: string;
}

export interface ReadBody {
  readonly body: Buffer;
  readonly wireBytes: number;
}

/** Ends reading when the limit is reached and what came so far is kept. */
class LimitReached extends Error {}

/**
 * @param stream the response's body
 * @param contentEncoding the `Content-Encoding` header
 * @throws FetchStopped (refused) over a limit or for an unknown encoding; zlib's and undici's errors as they are
 */
export async function readBody(
  stream: Readable,
  contentEncoding: string | undefined,
  limits: BodyLimits,
): Promise<ReadBody> {
  const encoding = supportedEncoding(contentEncoding, limits.shownUrl);
  const counter = new ByteCounter(limits);
  const kept: Buffer[] = [];
  const keep = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      const room = counter.decoded(chunk.length);
      kept.push(room < chunk.length ? chunk.subarray(0, room) : chunk);
      if (room < chunk.length) throw new LimitReached();
    }
  };
  try {
    if (encoding === "identity") await keep(counter.counted(stream));
    else await decode(counter.counted(stream), encoding, keep);
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
  return { body: Buffer.concat(kept), wireBytes: counter.wireBytes };
}

class ByteCounter {
  readonly #limits: BodyLimits;
  wireBytes = 0;
  #decodedBytes = 0;

  constructor(limits: BodyLimits) {
    this.#limits = limits;
  }

  async *counted(stream: Readable): AsyncGenerator<Buffer> {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      this.wireBytes += chunk.length;
      if (this.wireBytes > this.#limits.maxWireBytes) {
        this.#refuse("as sent", this.#limits.maxWireBytes);
        throw new LimitReached();
      }
      yield chunk;
    }
  }

  /** @returns how many of the new bytes still fit */
  decoded(bytes: number): number {
    const room = this.#limits.maxDecodedBytes - this.#decodedBytes;
    this.#decodedBytes += bytes;
    if (bytes > room) this.#refuse("after decompression", this.#limits.maxDecodedBytes);
    return Math.min(room, bytes);
  }

  #refuse(where: string, limit: number): void {
    if (this.#limits.atLimit === "refuse")
      throw refusedBy(
        "response-too-large",
        `${this.#limits.shownUrl}: body is longer than ${limit} bytes ${where}`,
      );
  }
}

const SHOWN_CHARS = 60;

type Encoding = "identity" | "gzip" | "deflate" | "br";
const ENCODINGS: ReadonlyMap<string, Encoding> = new Map([
  ["", "identity"],
  ["identity", "identity"],
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
  ["br", "br"],
]);

function supportedEncoding(header: string | undefined, shown: string): Encoding {
  const name = (header ?? "").trim().toLowerCase();
  const encoding = ENCODINGS.get(name);
  if (encoding === undefined)
    throw refusedBy(
      "unsupported-encoding",
      `${shown}: Content-Encoding "${name.slice(0, SHOWN_CHARS)}" is not one of gzip, deflate, br (one at most)`,
    );
  return encoding;
}

/** A body of no bytes is an empty page, whatever encoding it claims: servers send that with redirects and errors. */
async function decode(
  wire: AsyncGenerator<Buffer>,
  encoding: Exclude<Encoding, "identity">,
  keep: (source: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const first = await wire.next();
  if (first.done === true) return;
  const whole = async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    yield* wire;
  };
  await pipeline(whole, decoderFor(encoding, first.value), keep);
}

const ZLIB_METHOD_MASK = 0x0f;
const ZLIB_DEFLATE = 8;
/**
 * Each piece of this size is a way to zlib's thread and back. Node's default of 16 kB makes ten of them of
 * a page of 150 kB; three cost the main thread 0.2 ms less of 8 (bench:pipeline).
 */
const DECODED_CHUNK_BYTES = 65_536;

/** "deflate" means zlib (RFC 9110 section 8.4.1.2), but some servers send the bare stream: its first byte tells. */
function decoderFor(encoding: Exclude<Encoding, "identity">, first: Buffer): Transform {
  const options = { chunkSize: DECODED_CHUNK_BYTES };
  if (encoding === "gzip") return createGunzip(options);
  if (encoding === "br") return createBrotliDecompress(options);
  return ((first[0] ?? 0) & ZLIB_METHOD_MASK) === ZLIB_DEFLATE
    ? createInflate(options)
    : createInflateRaw(options);
}
