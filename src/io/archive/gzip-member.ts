/*
 * One member of a gzip file (RFC 1952), decompressed as it is read, with its end known to the byte.
 *
 *   header (10 bytes, then optional fields) │ deflate stream │ CRC-32, length (8 bytes) │ next member …
 *
 * Why not Node's gunzip: it runs members together and stops for good at the first damaged one. A WARC file is a
 * member a record, so knowing where each begins is knowing where to go on behind a damaged record.
 */
import { once } from "node:events";
import { crc32, createInflateRaw, type InflateRaw } from "node:zlib";
import type { ByteSource } from "./byte-source.ts";

export class BrokenGzip extends Error {}

export const GZIP_MAGIC: Buffer = Buffer.from([0x1f, 0x8b, 0x08]);

const HEADER_BYTES = 10;
const FLAGS_AT = 3;
const HAS_HEADER_CRC = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const RESERVED_FLAGS = 0xe0;
const TRAILER_BYTES = 8;
const LENGTH_AT = 4;
const LENGTH_MODULUS = 2 ** 32;
/** A name or comment longer than this is no gzip header. */
const MAX_FIELD_BYTES = 4_096;
/** Compressed bytes handed over at once: at deflate's best ratio of 1,032 they become 17 MB. */
const STEP_BYTES = 16_384;
const OUTPUT_CHUNK_BYTES = 65_536;

const CUT = "the file ends within a gzip member";

async function takeExactly(source: ByteSource, bytes: number): Promise<Buffer> {
  const taken = await source.read(bytes);
  if (taken.length < bytes) throw new BrokenGzip(CUT);
  return taken;
}

async function takeText(source: ByteSource): Promise<void> {
  const held = await source.peek(MAX_FIELD_BYTES);
  const end = held.indexOf(0);
  if (end < 0) throw new BrokenGzip("a gzip header has a field without an end");
  source.take(end + 1);
}

async function takeHeader(source: ByteSource): Promise<void> {
  const header = await takeExactly(source, HEADER_BYTES);
  const flags = header.readUInt8(FLAGS_AT);
  if (!header.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC) || (flags & RESERVED_FLAGS) !== 0)
    throw new BrokenGzip("no gzip member begins here");
  if (flags & HAS_EXTRA) await takeExactly(source, (await takeExactly(source, 2)).readUInt16LE());
  if (flags & HAS_NAME) await takeText(source);
  if (flags & HAS_COMMENT) await takeText(source);
  if (flags & HAS_HEADER_CRC) await takeExactly(source, 2);
}

/** Hands over a piece of the stream. @returns bytes used: fewer than given where the deflate stream ended in it */
async function inflateStep(inflate: InflateRaw, piece: Buffer): Promise<number> {
  const before = inflate.bytesWritten;
  await new Promise<void>((done, fail) => {
    inflate.once("error", fail);
    // Not called where an error comes first.
    inflate.write(piece, () => {
      inflate.off("error", fail);
      done();
    });
  });
  return inflate.bytesWritten - before;
}

function throwDamaged(error: Error): never {
  throw new BrokenGzip(`damaged gzip data: ${error.message}`);
}

/**
 * @param source stands at the member's first byte; behind its last one when all was read
 * @throws BrokenGzip where the member is damaged or cut, after what came before was given out; the source's errors
 *   as they are
 */
export async function* readGzipMember(source: ByteSource): AsyncGenerator<Buffer> {
  await takeHeader(source);
  const inflate = createInflateRaw({ chunkSize: OUTPUT_CHUNK_BYTES });
  const output: Buffer[] = [];
  inflate.on("data", (chunk: Buffer) => output.push(chunk));
  // Each step listens for errors itself; one that comes between two steps must not end the process.
  inflate.on("error", () => undefined);
  let [checksum, length] = [0, 0];
  const given = function* (): Generator<Buffer> {
    for (const chunk of output.splice(0)) {
      checksum = crc32(chunk, checksum);
      length += chunk.length;
      yield chunk;
    }
  };
  try {
    for (let hasEnded = false; !hasEnded; ) {
      const piece = (await source.peek(1)).subarray(0, STEP_BYTES);
      if (piece.length === 0) throw new BrokenGzip(CUT);
      const used = await inflateStep(inflate, piece).catch(throwDamaged);
      source.take(used);
      hasEnded = used < piece.length;
      if (hasEnded && !inflate.readableEnded) await once(inflate, "end").catch(throwDamaged);
      yield* given();
    }
  } finally {
    inflate.destroy();
  }
  const trailer = await takeExactly(source, TRAILER_BYTES);
  const isWhole =
    trailer.readUInt32LE() === checksum && trailer.readUInt32LE(LENGTH_AT) === length % LENGTH_MODULUS;
  if (!isWhole) throw new BrokenGzip("damaged gzip data: checksum or length differ");
}
