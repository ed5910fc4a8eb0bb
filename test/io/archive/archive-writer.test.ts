/* Writing WARC files: what a record says, when a file ends, what survives a crash or a full disk. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Archive, type ArchiveDeps, openArchive } from "../../../src/io/archive/archive-writer.ts";
import { type ArchivedRecord, archivedRecord } from "../../../src/io/archive/archived-page.ts";
import { readWarc, type WarcItem } from "../../../src/io/archive/warc-file.ts";
import type { HttpExchange } from "../../../src/io/http/http-exchange.ts";
import { pieces } from "../../support/warc.ts";

const MEBI = 1_024 * 1_024;
const STARTED_AT = Date.UTC(2026, 10, 3, 7, 15, 0, 125);
const HOUR_MS = 3_600_000;

function exchange(url: string, html: string, fields: Partial<HttpExchange> = {}): HttpExchange {
  return {
    url,
    startedAt: STARTED_AT,
    requestHeaders: { "user-agent": "wirefold-test", accept: "text/html" },
    status: 200,
    responseHeaders: [
      ["content-type", "text/html; charset=utf-8"],
      ["content-encoding", "gzip"],
      ["content-length", "77"],
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
      ["x-place", Buffer.from("Kärdla").toString("latin1")],
    ],
    address: "192.0.2.7",
    body: { kind: "whole", bytes: Buffer.from(html) },
    ...fields,
  };
}

describe("the archive", () => {
  let folder: string;
  let now: number;
  let results: string[];
  let failures: unknown[];
  let archives: Archive[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "wirefold-archive-"));
    [now, results, failures, archives] = [STARTED_AT, [], [], []];
  });
  afterEach(async () => {
    await Promise.all(archives.map((archive) => archive.close()));
    await rm(folder, { recursive: true, force: true });
  });

  async function open(limits: Partial<ArchiveDeps> = {}): Promise<Archive> {
    const archive = await openArchive({
      folder,
      maxFileBytes: MEBI,
      maxFileAgeMs: HOUR_MS,
      userAgent: "wirefold/0.1 (+https://quay.example/robot)",
      respectsRobots: true,
      now: () => now,
      count: (result) => results.push(result),
      logFailure: (error) => failures.push(error),
      ...limits,
    });
    archives.push(archive);
    return archive;
  }

  const files = async (): Promise<string[]> => (await readdir(folder)).sort();
  const bytesOf = (name: string): Promise<Buffer> => readFile(join(folder, name));
  async function itemsOf(bytes: Buffer): Promise<WarcItem[]> {
    const items: WarcItem[] = [];
    for await (const item of readWarc(pieces(bytes), MEBI)) items.push(item);
    return items;
  }
  async function recordsOf(bytes: Buffer): Promise<ArchivedRecord[]> {
    const items = await itemsOf(bytes);
    return Promise.all(
      items.map((item) => (item.kind === "record" ? archivedRecord(item.bytes, MEBI) : item)),
    ) as Promise<ArchivedRecord[]>;
  }
  const pagesOf = async (bytes: Buffer): Promise<string[]> =>
    (await recordsOf(bytes)).flatMap((record) => (record.kind === "page" ? [record.url] : []));

  it("writes warcinfo, response and request as WARC 1.1, the body decoded and its headers masked", async () => {
    const archive = await open();
    await archive.add(exchange("https://quay.example/1?a=b", "<p>Ferry</p>"));
    await archive.close();
    const [name = ""] = await files();
    expect(name).toMatch(/^wirefold-20261103071500125-00000-[0-9a-f]{10}\.warc\.gz$/);
    const text = gunzipSync(await bytesOf(name)).toString();
    const [info = "", response = "", request = ""] = text.split(/(?=WARC\/1\.1\r\n)/);
    expect(info).toContain("WARC-Type: warcinfo\r\n");
    expect(info).toContain(`WARC-Filename: ${name}\r\n`);
    expect(info).toContain("robots: obey\r\n");
    for (const line of [
      "WARC-Type: response",
      "WARC-Target-URI: https://quay.example/1?a=b",
      "WARC-Date: 2026-11-03T07:15:00.125Z",
      "WARC-IP-Address: 192.0.2.7",
      // sha1 of "<p>Ferry</p>" in base 32
      "WARC-Payload-Digest: sha1:DVQQCA3LDHHAKXUU3NPN5F4PGZDYA254",
      "HTTP/1.1 200 OK",
      "content-type: text/html; charset=utf-8",
      "X-Crawler-Content-Encoding: gzip",
      "X-Crawler-Content-Length: 77",
      "set-cookie: a=1",
      "set-cookie: b=2",
      "x-place: Kärdla",
      "content-length: 12",
    ])
      expect(response.split("\r\n")).toContain(line);
    expect(response).toMatch(/\r\n\r\n<p>Ferry<\/p>\r\n\r\n$/);
    const id = /WARC-Record-ID: (<urn:uuid:[0-9a-f-]{36}>)/.exec(response)?.[1];
    expect(request.split("\r\n")).toEqual(
      expect.arrayContaining([
        "WARC-Type: request",
        `WARC-Concurrent-To: ${id}`,
        "GET /1?a=b HTTP/1.1",
        "host: quay.example",
        "user-agent: wirefold-test",
      ]),
    );
    expect(results).toEqual(["written"]);
  });

  it("takes any address and any header that a server can send", async () => {
    const archive = await open();
    const url = "https://quay.example/list,,,of,,,commas?,,,#none";
    const responseHeaders = [
      ["content-type", "text/html"],
      ["warc-type", "warcinfo"],
      ["warc-type", "request"],
      ["x-empty", ""],
      ["x-list", "a,,,b"],
      ["constructor", "__proto__"],
    ] as const;
    await archive.add(exchange(url, "<p>Kept</p>", { responseHeaders, address: undefined }));
    expect(failures).toEqual([]);
    await archive.close();
    expect(await pagesOf(await bytesOf((await files())[0] ?? ""))).toEqual([url]);
  });

  it("keeps redirects and errors without a body, and says that there is none", async () => {
    const archive = await open();
    await archive.add(exchange("https://quay.example/old", "", { status: 301, body: { kind: "not-read" } }));
    await archive.add(exchange("https://quay.example/big", "", { body: { kind: "cut", by: "length" } }));
    await archive.close();
    const text = gunzipSync(await bytesOf((await files())[0] ?? "")).toString();
    expect(text).toContain("HTTP/1.1 301 Moved Permanently");
    expect(text.match(/WARC-Truncated: \w+/g)).toEqual([
      "WARC-Truncated: unspecified",
      "WARC-Truncated: length",
    ]);
  });

  it.each([
    ["in its headers", [["x-robots-tag", "noarchive"]], "<p>Secret</p>"],
    [
      "in a line for all robots behind one for another",
      [
        ["x-robots-tag", "otherbot: noindex"],
        ["x-robots-tag", "noarchive"],
      ],
      "<p>Secret</p>",
    ],
    ["in its metas", [], '<html><head><meta name="ROBOTS" content="NoIndex, NoArchive"></head><p>Secret</p>'],
    ["to this robot, in its headers", [["x-robots-tag", "wirefold: noarchive"]], "<p>Secret</p>"],
    [
      "to this robot, in its metas",
      [],
      '<html><head><meta name="wirefold" content="noarchive"></head><p>Secret</p>',
    ],
    ["too deep to be read", [], `${"<div>".repeat(5_000)}noarchive<p>Secret</p>`],
  ] as const)("withholds a page that says noarchive %s, with a note", async (_where, headers, html) => {
    const archive = await open();
    await archive.add(exchange("https://quay.example/1", html, { responseHeaders: headers }));
    await archive.close();
    const text = gunzipSync(await bytesOf((await files())[0] ?? "")).toString();
    expect(text).not.toContain("Secret");
    expect(text).toContain("WARC-Type: metadata\r\n");
    expect(text).toContain("wirefold-response-not-kept: noarchive");
    expect(results).toEqual(["withheld"]);
  });

  it("keeps a page that speaks of noarchive, or says it to another robot", async () => {
    const archive = await open();
    await archive.add(exchange("https://quay.example/1", "<p>What noarchive means</p>"));
    const headers = [["x-robots-tag", "otherbot: noarchive"]] as const;
    await archive.add(exchange("https://quay.example/2", "<p>Kept</p>", { responseHeaders: headers }));
    await archive.close();
    expect(await pagesOf(await bytesOf((await files())[0] ?? ""))).toHaveLength(2);
  });

  it("begins a new file before one grows too large, and marks the open one", async () => {
    const maxFileBytes = 3_000;
    const archive = await open({ maxFileBytes });
    const urls = Array.from({ length: 12 }, (_, i) => `https://quay.example/${i}`);
    await Promise.all(urls.map((url) => archive.add(exchange(url, `<p>${url}</p>`))));
    const before = await files();
    expect(before.filter((name) => name.endsWith(".open"))).toHaveLength(1);
    await archive.close();
    const names = await files();
    expect(names.length).toBeGreaterThan(2);
    expect(names.every((name) => name.endsWith(".warc.gz"))).toBe(true);
    const contents = await Promise.all(names.map(bytesOf));
    for (const content of contents) expect(content.length).toBeLessThanOrEqual(maxFileBytes);
    const found = (await Promise.all(contents.map(pagesOf))).flat();
    expect(found.sort()).toEqual(urls.sort());
  });

  it("finishes a file that is old, with the next page or without one", async () => {
    const archive = await open();
    await archive.add(exchange("https://quay.example/1", "<p>One</p>"));
    now += HOUR_MS;
    await archive.add(exchange("https://quay.example/2", "<p>Two</p>"));
    expect((await files()).map((name) => name.endsWith(".open"))).toEqual([false, true]);
    await archive.finishIfOld();
    expect((await files()).filter((name) => name.endsWith(".open"))).toHaveLength(1);
    now += HOUR_MS;
    await archive.finishIfOld();
    expect((await files()).filter((name) => name.endsWith(".open"))).toHaveLength(0);
  });

  it("lets processes write beside each other, each its own files", async () => {
    const [one, other] = [await open(), await open()];
    await Promise.all([
      one.add(exchange("https://quay.example/1", "<p>One</p>")),
      other.add(exchange("https://quay.example/2", "<p>Two</p>")),
    ]);
    expect(new Set(await files()).size).toBe(2);
  });

  it("leaves a file behind a crash that can be read up to the record being written", async () => {
    const archive = await open();
    for (const number of [1, 2, 3])
      await archive.add(exchange(`https://quay.example/${number}`, `<p>${number}</p>`));
    const [name = ""] = await files();
    expect(name).toMatch(/\.warc\.gz\.open$/);
    const written = await bytesOf(name);
    const lastRequestAt = (await itemsOf(written)).at(-2)?.offset ?? 0;
    const cut = written.subarray(0, lastRequestAt + 30);
    expect(await pagesOf(cut)).toEqual(["https://quay.example/1", "https://quay.example/2"]);
    expect((await itemsOf(cut)).at(-1)).toMatchObject({ kind: "broken", offset: lastRequestAt });
  });

  it("counts and logs what it cannot write, throws nothing, and goes on when it can", async () => {
    const archive = await open();
    await rm(folder, { recursive: true });
    await writeFile(folder, "a file where the folder was");
    for (const number of [1, 2])
      await archive.add(exchange(`https://quay.example/${number}`, "<p>Lost to the archive</p>"));
    await rm(folder);
    archives.push(await open());
    await archive.add(exchange("https://quay.example/3", "<p>Kept</p>"));
    expect(results).toEqual(["failed", "failed", "written"]);
    expect(failures).toHaveLength(1);
  });

  it("says at once that its folder cannot be made", async () => {
    await writeFile(join(folder, "taken"), "");
    await expect(open({ folder: join(folder, "taken", "inside") })).rejects.toThrow(/ENOTDIR/);
  });
});
