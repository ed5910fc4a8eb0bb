/* The demo's loopback server answers as a publisher's server does. */
import { gunzipSync } from "node:zlib";
import { windows1252toString } from "@exodus/bytes/single-byte.js";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedSite, serveSite } from "../../demo/serve-site.ts";
import { OUTLETS, SITE } from "../../demo/site/site.ts";
import { PAGE_URLS } from "../../demo/site/urls.ts";

let site: ServedSite;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(async () => {
  await site.close();
});

/** Asks the server for a URL of the site, as a fetcher with the injected resolver would. */
async function ask(
  url: string,
  headers: Record<string, string> = {},
  method: "GET" | "HEAD" | "POST" = "GET",
) {
  const { host, pathname, search } = new URL(url);
  const response = await request(`http://127.0.0.1:${site.port}${pathname}${search}`, {
    method,
    headers: { host, ...headers },
  });
  const bytes = Buffer.from(await response.body.arrayBuffer());
  return { status: response.statusCode, headers: response.headers, bytes, text: bytes.toString("utf8") };
}

describe("the site's server", () => {
  it.each(SITE.map((page) => [page.url, page] as const))("answers %s as the page says", async (url, page) => {
    const expected = page.render(1);
    const { status, headers, bytes } = await ask(url);
    const isOld = expected.headers["content-type"]?.includes("windows-1252");
    expect(status).toBe(expected.status);
    expect(headers["content-type"]).toBe(expected.headers["content-type"]);
    expect(headers.location).toBe(expected.headers.location);
    expect(isOld ? windows1252toString(bytes) : bytes.toString("utf8")).toBe(expected.body);
  });

  it("tells hosts apart by the Host header, with or without a port", async () => {
    const withPort = await ask(PAGE_URLS.opinion, { host: `Harbour-Post.example:${site.port}` });
    const elsewhere = await ask(PAGE_URLS.opinion, { host: "tidewire.example" });
    const nowhere = await ask(PAGE_URLS.opinion, { host: "stranger.example" });
    expect([withPort.status, elsewhere.status, nowhere.status]).toEqual([200, 404, 404]);
  });

  it("writes the old paper's quotation marks in windows-1252", async () => {
    const { bytes } = await ask(PAGE_URLS.fireCaptions);
    expect(bytes.includes(Buffer.from([0x93, ...Buffer.from("We had flames")]))).toBe(true);
  });

  it("answers 304 to its own entity tag and to the page's date, and 200 to others", async () => {
    const { headers } = await ask(PAGE_URLS.fireAgency);
    const etag = String(headers.etag);
    const changed = String(headers["last-modified"]);
    const day = 86_400_000;
    const before = new Date(Date.parse(changed) - day).toUTCString();
    const answers = await Promise.all([
      ask(PAGE_URLS.fireAgency, { "if-none-match": etag }),
      ask(PAGE_URLS.fireAgency, { "if-modified-since": changed }),
      ask(PAGE_URLS.fireAgency, { "if-none-match": '"other"', "if-modified-since": changed }),
      ask(PAGE_URLS.fireAgency, { "if-modified-since": before }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([304, 304, 200, 200]);
    expect(answers[0]?.bytes.length).toBe(0);
  });

  it("serves the corrected page once it is told to, with new validators", async () => {
    const first = await ask(PAGE_URLS.fireUk);
    site.setVersion(PAGE_URLS.fireUk, 2);
    const second = await ask(PAGE_URLS.fireUk, { "if-none-match": String(first.headers.etag) });
    site.setVersion(PAGE_URLS.fireUk, 1);
    const third = await ask(PAGE_URLS.fireUk, { "if-none-match": String(first.headers.etag) });
    expect([first.text.includes("amended on"), second.text.includes("amended on")]).toEqual([false, true]);
    expect([second.status, third.status]).toEqual([200, 304]);
    expect(second.headers["last-modified"]).not.toBe(first.headers["last-modified"]);
  });

  it("refuses a version of a page it does not have", () => {
    expect(() => site.setVersion("http://tidewire.example/nothing/", 2)).toThrow(/no page http:\/\/tidewire/);
  });

  it("compresses where the client accepts gzip", async () => {
    const packed = await ask(PAGE_URLS.german, { "accept-encoding": "br, gzip" });
    const flat = await ask(PAGE_URLS.german);
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(flat.headers["content-encoding"]).toBeUndefined();
    expect(gunzipSync(packed.bytes)).toEqual(flat.bytes);
    expect(packed.bytes.length).toBeLessThan(flat.bytes.length / 2);
  });

  it("has a robots.txt for every host", async () => {
    for (const outlet of OUTLETS) {
      const { status, text } = await ask(`http://${outlet.host}/robots.txt`);
      expect([status, text]).toEqual([200, outlet.robotsTxt]);
    }
  });

  it("answers HEAD without a body and refuses other methods", async () => {
    const head = await ask(PAGE_URLS.eels, {}, "HEAD");
    const post = await ask(PAGE_URLS.eels, {}, "POST");
    expect([head.status, head.bytes.length, post.status]).toEqual([200, 0, 405]);
    expect(Number(head.headers["content-length"])).toBeGreaterThan(0);
  });

  it("stands in for DNS: loopback for its hosts, nothing for others", async () => {
    expect(site.hosts).toHaveLength(OUTLETS.length);
    for (const host of site.hosts) expect(await site.resolve(host)).toEqual(["127.0.0.1"]);
    expect(await site.resolve("valley-courier.example.org")).toEqual([]);
  });

  it("keeps a log of what was asked", async () => {
    const before = site.requests().length;
    await ask(PAGE_URLS.fireLocalShort);
    const [seen, ...others] = site.requests().slice(before);
    expect(seen).toMatchObject({ host: "valley-courier.example", path: "/?p=48213" });
    expect(others).toEqual([]);
  });

  it("frees its port when it is closed", async () => {
    const other = await serveSite();
    await other.close();
    await expect(request(`http://127.0.0.1:${other.port}/`)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });
});
