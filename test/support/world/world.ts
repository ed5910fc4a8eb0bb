/*
 * A small internet for tests: one server on loopback that plays any number of hosts, told apart by the Host
 * header. It speaks HTTP/1.1 by hand, since a hostile host must be able to say what no library would let it.
 *
 *   fetcher ── http://a.example/x ──▶ developmentHosts: *.example = 127.0.0.1:port ──▶ sites["a.example"](request, wire)
 *
 * A site is a function from a request to what it writes. Every request is recorded with its moment, so that
 * politeness can be checked from the server's side.
 */
import { createServer, type Server, type Socket } from "node:net";
import type { DevelopmentHost } from "../../../src/core/fetch/development-hosts.ts";

export interface WorldRequest {
  /** The Host header without a port, lower case. */
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** ms of `performance.now()` at which the head was complete. */
  readonly at: number;
}

/** Answers one request on the raw connection. */
export type Site = (request: WorldRequest, wire: Socket) => void;

export interface World {
  readonly port: number;
  /** For the fetcher's settings: every host of `*.example` is this server. */
  readonly developmentHosts: readonly DevelopmentHost[];
  /** All requests so far, in order. */
  readonly requests: readonly WorldRequest[];
  requestsTo(host: string): readonly WorldRequest[];
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
/** First byte of a TLS record that opens a connection. */
const TLS_HANDSHAKE = 0x16;
const HEAD_END = "\r\n\r\n";

/**
 * @param siteOf which site plays a host; undefined answers 404
 * @throws where the server cannot listen
 */
export async function startWorld(siteOf: (host: string) => Site | undefined): Promise<World> {
  const requests: WorldRequest[] = [];
  const wires = new Set<Socket>();
  const server = createServer((wire) => {
    wires.add(wire);
    wire.on("close", () => wires.delete(wire));
    // A fetcher that gives up resets the connection: expected, and nobody's failure.
    wire.on("error", () => wire.destroy());
    onHead(wire, (head) => {
      const request = requestOf(head);
      requests.push(request);
      (siteOf(request.host) ?? notFound)(request, wire);
    });
  });
  const port = await listening(server);
  return {
    port,
    developmentHosts: [{ host: "*.example", address: LOOPBACK, port }],
    requests,
    requestsTo: (host) => requests.filter((request) => request.host === host),
    close: () => {
      for (const wire of wires) wire.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const notFound: Site = (_request, wire) => {
  wire.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
};

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("no port"));
      else resolve(address.port);
    });
  });
}

/** Calls back for each request head on a connection; bodies are not sent by the fetcher. */
function onHead(wire: Socket, answer: (head: string) => void): void {
  let received = "";
  wire.on("data", (chunk: Buffer) => {
    // As web servers do: TLS on a plain port gets a plain complaint.
    if (received === "" && chunk[0] === TLS_HANDSHAKE) return wire.end("HTTP/1.1 400 Bad Request\r\n\r\n");
    received += chunk.toString("latin1");
    for (let end = received.indexOf(HEAD_END); end >= 0; end = received.indexOf(HEAD_END)) {
      const head = received.slice(0, end);
      received = received.slice(end + HEAD_END.length);
      answer(head);
    }
  });
}

function requestOf(head: string): WorldRequest {
  const [start = "", ...lines] = head.split("\r\n");
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  const host = (headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  return { host, path: start.split(" ")[1] ?? "", headers, at: performance.now() };
}
