/* A loopback server for many `*.example` hosts whose pages a test makes up. */
import { createServer, type ServerResponse } from "node:http";

export interface TestPage {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface TestSite {
  readonly port: number;
  /** For the setting DEV_ALLOW_HOSTS. */
  readonly allowHosts: string;
  /** How often each URL was asked for. */
  readonly asked: ReadonlyMap<string, number>;
  /** Each request in the order of arrival, with its moment: ms of performance.now(). */
  readonly arrivals: ReadonlyArray<{ readonly url: string; readonly atMs: number }>;
  set(url: string, page: TestPage | ((response: ServerResponse) => void)): void;
  close(): Promise<void>;
}

export async function serveTestSite(): Promise<TestSite> {
  const pages = new Map<string, TestPage | ((response: ServerResponse) => void)>();
  const asked = new Map<string, number>();
  const arrivals: Array<{ url: string; atMs: number }> = [];
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}${request.url}`;
    arrivals.push({ url, atMs: performance.now() });
    asked.set(url, (asked.get(url) ?? 0) + 1);
    const page = pages.get(url);
    if (typeof page === "function") return page(response);
    if (!page) return response.writeHead(404, { "content-type": "text/plain" }).end("nothing here");
    response.writeHead(page.status ?? 200, { "content-type": "text/html; charset=utf-8", ...page.headers });
    return response.end(page.body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test site has no port");
  return {
    port: address.port,
    allowHosts: `*.example=127.0.0.1:${address.port}`,
    asked,
    arrivals,
    set: (url, page) => void pages.set(url, page),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
