/*
 * Serves the bundled site on loopback: one HTTP server plays every `*.example` host, told apart by the Host
 * header. It answers as a careful publisher's server does: validators and 304, gzip where it is accepted,
 * robots.txt per host.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { windows1252fromString } from "@exodus/bytes/single-byte.js";
import { OUTLETS, SITE, type SitePage, type SiteResponse } from "./site/site.ts";
import { errorPage } from "./site/special-pages.ts";

const LOOPBACK = "127.0.0.1";
const OK = 200;
const NOT_MODIFIED = 304;
const NOT_FOUND = 404;
const METHOD_NOT_ALLOWED = 405;
/** As many hex digits of the body's SHA-256 as make its entity tag. */
const ETAG_DIGITS = 16;

export interface SiteRequest {
  /** Without port. */
  readonly host: string;
  /** Path and query as asked for. */
  readonly path: string;
  /** ms since epoch */
  readonly at: number;
}

export interface ServedSite {
  readonly port: number;
  /** Every host name the server plays. */
  readonly hosts: readonly string[];
  /** Stands in for DNS: loopback for the site's hosts, no address for any other name. */
  resolve(hostname: string): Promise<string[]>;
  /** From now on `url` answers with this version. Throws where the site has no such URL. */
  setVersion(url: string, version: number): void;
  /** Every request so far, in order of arrival. */
  requests(): readonly SiteRequest[];
  /** Ends the server and its open connections. */
  close(): Promise<void>;
}

/** Starts the site on a free port of 127.0.0.1. */
export async function serveSite(): Promise<ServedSite> {
  const pages = new Map(SITE.map((page) => [page.url, page]));
  const versions = new Map<string, number>();
  const seen: SiteRequest[] = [];
  const server = createServer((request, response) => {
    const host = hostOf(request);
    const path = request.url ?? "/";
    seen.push({ host, path, at: Date.now() });
    const url = `http://${host}${path}`;
    answer(request, response, responseFor(host, path, pages.get(url), versions.get(url) ?? 1));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, LOOPBACK, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the site's server has no port");
  const hosts = OUTLETS.map((outlet) => outlet.host);
  return {
    port: address.port,
    hosts,
    resolve: async (hostname) => (hosts.includes(hostname) ? [LOOPBACK] : []),
    setVersion(url, version) {
      if (!pages.has(url)) throw new Error(`the demo site has no page ${url}`);
      versions.set(url, version);
    },
    requests: () => [...seen],
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

const hostOf = (request: IncomingMessage): string =>
  (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();

function responseFor(host: string, path: string, page: SitePage | undefined, version: number): SiteResponse {
  if (page !== undefined) return page.render(version);
  const outlet = OUTLETS.find((candidate) => candidate.host === host);
  if (outlet !== undefined && path === "/robots.txt")
    return { status: OK, headers: { "content-type": "text/plain; charset=utf-8" }, body: outlet.robotsTxt };
  return {
    status: NOT_FOUND,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: errorPage("Page not found", "There is nothing at this address."),
  };
}

/** The body in the charset its content type names; the site uses two. */
function encodeBody({ headers, body }: SiteResponse): Buffer {
  const isWindows1252 = /charset=windows-1252/i.test(headers["content-type"] ?? "");
  return isWindows1252 ? Buffer.from(windows1252fromString(body)) : Buffer.from(body, "utf8");
}

/** RFC 9110, section 13.2.2: an entity tag outranks a date. */
function isNotModified(request: IncomingMessage, etag: string, lastModified: string | undefined): boolean {
  const tags = request.headers["if-none-match"];
  if (tags !== undefined) return tags.split(",").some((tag) => tag.trim() === etag || tag.trim() === "*");
  const since = request.headers["if-modified-since"];
  if (since === undefined || lastModified === undefined) return false;
  return Date.parse(lastModified) <= Date.parse(since);
}

function answer(request: IncomingMessage, response: ServerResponse, page: SiteResponse): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(METHOD_NOT_ALLOWED, { allow: "GET, HEAD" }).end();
    return;
  }
  const bytes = encodeBody(page);
  // Weak, since the same tag stands for the compressed and the plain form.
  const etag = `W/"${createHash("sha256").update(bytes).digest("hex").slice(0, ETAG_DIGITS)}"`;
  const validators = page.status === OK ? { etag } : {};
  if (page.status === OK && isNotModified(request, etag, page.headers["last-modified"])) {
    response.writeHead(NOT_MODIFIED, validators).end();
    return;
  }
  const compressed = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const sent = compressed ? gzipSync(bytes) : bytes;
  response.writeHead(page.status, {
    ...page.headers,
    ...validators,
    vary: "accept-encoding",
    ...(compressed ? { "content-encoding": "gzip" } : {}),
    "content-length": sent.length,
  });
  response.end(request.method === "HEAD" ? undefined : sent);
}
