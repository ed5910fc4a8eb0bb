/*
 * The web of the bench: all hosts of a generated corpus on one loopback port, in a process of its own.
 * Pages are rendered and gzipped before the parent is told that the server is ready, so that the measured
 * time holds nothing but sending them.
 *
 *   parent ── fork, argument: CorpusOptions as JSON ──▶ here ── message: ServedCorpus ──▶ parent
 */
import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { type CorpusOptions, type PlannedPage, planCorpus } from "../../support/page-generator/corpus.ts";

/** One page as the bench knows it: enough to offer it and to judge what became of it. */
export interface ServedPage {
  readonly url: string;
  readonly storyId: number;
  readonly edit: PlannedPage["edit"];
  readonly bytes: number;
  readonly gzippedBytes: number;
}

export interface ServedCorpus {
  readonly port: number;
  readonly stories: number;
  readonly hosts: number;
  readonly pages: readonly ServedPage[];
}

interface PreparedPage {
  readonly gzipped: Buffer;
  readonly etag: string;
}

const ROBOTS = `User-agent: *
Disallow: /login
Disallow: /account/
Disallow: /search?

User-agent: GreedyBot
Disallow: /
`;
const OK = 200;
const NOT_FOUND = 404;

function send(response: ServerResponse, page: PreparedPage): void {
  response.writeHead(OK, {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "gzip",
    "content-length": page.gzipped.byteLength,
    "cache-control": "max-age=60",
    etag: page.etag,
  });
  response.end(page.gzipped);
}

function serve(pages: ReadonlyMap<string, PreparedPage>): Promise<number> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path === "/robots.txt") {
      response.writeHead(OK, { "content-type": "text/plain" }).end(ROBOTS);
      return;
    }
    const page = pages.get(`http://${request.headers.host ?? ""}${path}`);
    if (page) send(response, page);
    else response.writeHead(NOT_FOUND, { "content-type": "text/plain" }).end("not found");
  });
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => done((server.address() as AddressInfo).port));
  });
}

async function main(options: CorpusOptions): Promise<void> {
  const corpus = planCorpus(options);
  const prepared = new Map<string, PreparedPage>();
  const pages = corpus.pages.map(({ url, storyId, edit, render }): ServedPage => {
    const html = Buffer.from(render());
    const gzipped = gzipSync(html);
    const etag = `"${createHash("sha1").update(html).digest("hex")}"`;
    prepared.set(url, { gzipped, etag });
    return { url, storyId, edit, bytes: html.byteLength, gzippedBytes: gzipped.byteLength };
  });
  const port = await serve(prepared);
  const served: ServedCorpus = { port, pages, stories: corpus.stories, hosts: corpus.hosts.length };
  process.send?.(served);
}

// The server ends with its parent, whatever becomes of that, and also while it is still rendering.
process.on("disconnect", () => process.exit(0));
await main(JSON.parse(process.argv[2] ?? "{}") as CorpusOptions);
