/* A DNS server on loopback that says what a test tells it. RFC 1035, one question per message. */
import { createSocket } from "node:dgram";

/** Addresses, a response code (`SERVFAIL`), or no answer at all. */
export type DnsAnswer = readonly string[] | "NXDOMAIN" | "SERVFAIL" | "silence";

const TYPES: ReadonlyMap<number, "A" | "AAAA"> = new Map([
  [1, "A"],
  [28, "AAAA"],
]);
const CODES = { NXDOMAIN: 3, SERVFAIL: 2 } as const;
const HEADER_BYTES = 12;
/** Response, recursion available. */
const FLAGS = 0x8180;
/** A pointer to the question's name. */
const NAME_POINTER = 0xc00c;
const CLASS_IN = 1;
const TTL_S = 60;

/** @param answerTo a name's answer for one record type */
export async function startDnsServer(
  answerTo: (name: string, type: "A" | "AAAA") => DnsAnswer,
): Promise<{ address: string; close(): void }> {
  const socket = createSocket("udp4");
  socket.on("message", (query, sender) => {
    const nameEnd = query.indexOf(0, HEADER_BYTES);
    const typeNumber = query.readUInt16BE(nameEnd + 1);
    const type = TYPES.get(typeNumber);
    const answer = type === undefined ? [] : answerTo(nameOf(query, nameEnd), type);
    if (answer !== "silence")
      socket.send(responseTo(query, nameEnd, typeNumber, answer), sender.port, sender.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}

function nameOf(query: Buffer, end: number): string {
  const labels: string[] = [];
  for (let at = HEADER_BYTES; at < end; at += query.readUInt8(at) + 1)
    labels.push(query.toString("latin1", at + 1, at + 1 + query.readUInt8(at)));
  return labels.join(".");
}

function responseTo(
  query: Buffer,
  nameEnd: number,
  type: number,
  answer: Exclude<DnsAnswer, "silence">,
): Buffer {
  const question = query.subarray(HEADER_BYTES, nameEnd + 5);
  const records = typeof answer === "string" ? [] : answer.map((address) => record(type, address));
  const header = Buffer.alloc(HEADER_BYTES);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(FLAGS | (typeof answer === "string" ? CODES[answer] : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, question, ...records]);
}

function record(type: number, address: string): Buffer {
  const bytes = address.includes(":")
    ? Buffer.from(
        address
          .split(":")
          .map((group) => group.padStart(4, "0"))
          .join(""),
        "hex",
      )
    : Buffer.from(address.split(".").map(Number));
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt16BE(NAME_POINTER, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(CLASS_IN, 4);
  head.writeUInt32BE(TTL_S, 6);
  head.writeUInt16BE(bytes.length, 10);
  return Buffer.concat([head, bytes]);
}
