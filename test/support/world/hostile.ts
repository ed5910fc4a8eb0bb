/* What hostile and broken hosts write. */
import type { Socket } from "node:net";
import { brotliCompressSync, constants, createGzip, gzipSync } from "node:zlib";
import type { Site } from "./world.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
const raw =
  (...parts: ReadonlyArray<string | Uint8Array>): Site =>
  (_request, wire) =>
    wire.end(Buffer.concat(parts.map((part) => Buffer.from(part))));

/** Writes again and again until the other side has had enough. */
function forever(wire: Socket, chunk: string | Uint8Array): void {
  const write = (): void => {
    while (!wire.destroyed && wire.write(chunk)) {
      /* until the socket's buffer is full */
    }
  };
  wire.on("drain", write);
  write();
}

const FILLER = "news ".repeat(4_096);
/** Slower than any limit used with it; the timer ends with the connection. */
const DRIP_MS = 5;

function drip(wire: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    wire.write(text[at % text.length] ?? "x");
    at++;
  }, DRIP_MS);
  wire.on("close", () => clearInterval(timer));
}

/** Takes the connection and says nothing. */
export const silent: Site = () => undefined;
export const closesAtOnce: Site = (_request, wire) => wire.end();
export const resetsAtOnce: Site = (_request, wire) => {
  wire.resetAndDestroy();
};

export const infiniteBody: Site = (_request, wire) => {
  wire.write(`${OK}Transfer-Encoding: chunked\r\n\r\n`);
  forever(wire, `${Buffer.byteLength(FILLER).toString(16)}\r\n${FILLER}\r\n`);
};
export const infiniteBodyUntilClose: Site = (_request, wire) => {
  wire.write(`${OK}\r\n`);
  forever(wire, FILLER);
};
export const infiniteHeaders: Site = (_request, wire) => {
  wire.write(OK);
  forever(wire, `X-More: ${"a".repeat(256)}\r\n`);
};
export const infiniteInterimAnswers: Site = (_request, wire) =>
  forever(wire, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
export const slowDripBody: Site = (_request, wire) => {
  wire.write(`${OK}Content-Length: 1000000\r\n\r\n`);
  drip(wire, "news ");
};
export const slowDripHeaders: Site = (_request, wire) => {
  wire.write("HTTP/1.1 200 OK\r\nX-Slow: ");
  drip(wire, "a");
};
export const stallsInBody: Site = (_request, wire) => {
  wire.write(`${OK}Content-Length: 100\r\n\r\nhalf`);
};

export const shorterThanAnnounced: Site = raw(`${OK}Content-Length: 100\r\n\r\nhalf`);
export const longerThanAnnounced: Site = raw(`${OK}Content-Length: 4\r\n\r\nhalf and more`);
export const longerThanAnnouncedAndClosing: Site = raw(
  `${OK}Content-Length: 4\r\nConnection: close\r\n\r\nhalf and more`,
);
/** The rest in a packet of its own, once the first has been read. */
export const longerThanAnnouncedInPieces: Site = (_request, wire) => {
  wire.setNoDelay(true);
  wire.write(`${OK}Content-Length: 4\r\n\r\nhalf`, () => setTimeout(() => wire.write(" and more"), DRIP_MS));
};
export const twoLengths: Site = raw(`${OK}Content-Length: 4\r\nContent-Length: 8\r\n\r\nhalf and`);
export const lengthAndChunks: Site = raw(
  `${OK}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n0\r\n\r\n`,
);
export const lengthIsNoNumber: Site = raw(`${OK}Content-Length: many\r\n\r\nhalf`);
export const missingLastChunk: Site = raw(`${OK}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`);
export const brokenChunk: Site = raw(`${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\nhalf\r\n0\r\n\r\n`);
export const notHttp: Site = raw("SSH-2.0-OpenSSH_9.2\r\n\r\n");
export const unaskedUpgrade: Site = raw(
  "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
);
export const resetsInBody: Site = (_request, wire) => {
  // Sent first, reset only once it has left: the body has then begun.
  wire.write(`${OK}Content-Length: 100\r\n\r\nhalf`, () => setImmediate(() => wire.resetAndDestroy()));
};
export const answersTwice: Site = raw(
  `${OK}Content-Length: 4\r\n\r\nhalf`,
  `${OK}Content-Length: 5\r\n\r\nother`,
);

const CUT_BYTES = 8;
const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, -CUT_BYTES);
export const truncatedGzip = (body: string): Site =>
  raw(`${OK}Content-Encoding: gzip\r\n\r\n`, cut(gzipSync(body)));
export const truncatedBrotli = (body: string): Site =>
  raw(`${OK}Content-Encoding: br\r\n\r\n`, cut(brotliCompressSync(body)));
export const notReallyGzip: Site = raw(`${OK}Content-Encoding: gzip\r\n\r\nplain text`);
export const twoEncodings = (body: string): Site =>
  raw(`${OK}Content-Encoding: gzip, gzip\r\n\r\n`, gzipSync(gzipSync(body)));
export const unknownEncoding: Site = raw(`${OK}Content-Encoding: zstd\r\n\r\nxxxx`);

/** A small brotli stream that decodes to `decodedBytes` of blanks. */
export function brotliBomb(decodedBytes: number): Site {
  const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
  return raw(`${OK}Content-Encoding: br\r\n\r\n`, brotliCompressSync(Buffer.alloc(decodedBytes, " "), fast));
}

/** A gzip stream that never ends, a thousandth as long on the wire as decoded. */
export const endlessGzipBomb: Site = (_request, wire) => {
  wire.write(`${OK}Content-Encoding: gzip\r\n\r\n`);
  const gzip = createGzip();
  const blanks = Buffer.alloc(1 << 16, " ");
  const feed = (): void => {
    if (!wire.destroyed) gzip.write(blanks, () => setImmediate(feed));
  };
  gzip.pipe(wire);
  wire.on("close", () => gzip.destroy());
  feed();
};
