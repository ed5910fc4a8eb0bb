/* wirefold replay, as built, on archives as Common Crawl's news crawler writes them (every page invented). */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArticleId } from "../../src/core/model.ts";
import { articleIdOf } from "../../src/core/url/ids.ts";
import { pageHtml, story } from "../support/articles.ts";
import { runCommand } from "../support/command.ts";
import { startTestService, type TestService } from "../support/service.ts";
import { chunked, gzipped, httpBlock, pageRecord, warcRecord } from "../support/warc.ts";

const page = (number: number, paragraphs = story(number)): Buffer =>
  Buffer.from(pageHtml(`Account ${number}`, paragraphs));
const urlOf = (host: string, number: number): string => `https://${host}.example/news/${number}`;

const ORIGINAL = urlOf("agency", 91);
const COPY = urlOf("courier", 91);

/** warcinfo, then request and response by turns; bodies decoded, their headers masked or, in older files, not. */
const newsCrawl: readonly Buffer[] = [
  warcRecord("robots: checked via crawler-commons\r\nsoftware: StormCrawler\r\n", { type: "warcinfo" }),
  warcRecord("GET /news/91 HTTP/1.1\r\nHost: agency.example\r\n\r\n", { type: "request", url: ORIGINAL }),
  pageRecord(
    ORIGINAL,
    page(91),
    ["X-Crawler-Content-Encoding: gzip", "X-Robots-Tag: noarchive", "TDM-Reservation: 1"],
    {
      headers: ["WARC-IP-Address: 192.0.2.1", "WARC-Identified-Payload-Type: text/html"],
    },
  ),
  pageRecord(COPY, page(91, story(91).slice(0, 8)), ["Content-Encoding: gzip", "Transfer-Encoding: chunked"]),
  pageRecord(urlOf("courier", 92), chunked(gzipSync(page(92))), [
    "Transfer-Encoding: chunked",
    "Content-Encoding: gzip",
  ]),
  warcRecord(httpBlock("moved", [], "301 Moved"), { url: urlOf("courier", 1) }),
  warcRecord(httpBlock("gone", [], "404 Not Found"), { url: urlOf("courier", 2) }),
  warcRecord(httpBlock("\u0089PNG", ["Content-Type: image/png"]), { url: urlOf("courier", 3) }),
];

describe("wirefold replay", () => {
  let running: TestService;
  let folder: string;
  let environment: Record<string, string>;
  const wirefold = (...args: string[]) => runCommand(args, { environment });
  const file = async (name: string, bytes: Buffer): Promise<string> => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wirefold-replay-"));
    running = await startTestService({}, ["extract", "cluster", "publish"]);
    const { REDIS_URL, KEY_PREFIX } = running.service.settings;
    environment = { REDIS_URL, KEY_PREFIX, DATA_DIR: folder };
  });
  afterAll(async () => {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("puts the pages of an archive through the pipeline and counts what became of every record", async () => {
    const run = await wirefold("replay", await file("news.warc.gz", gzipped(newsCrawl)), "--wait");
    expect(run.stderr).toBe("");
    for (const [word, count] of [
      ["queued", 3],
      ["skipped: warcinfo record", 1],
      ["skipped: request record", 1],
      ["skipped: HTTP 3xx", 1],
      ["skipped: HTTP 4xx", 1],
      ["skipped: not HTML, text or XML", 1],
      ["clustered", 3],
    ])
      expect(run.stdout).toMatch(new RegExp(`${word}\\s*│ ${count}`));
    expect(run.status).toBe(0);
    const cluster = async (url: string) => running.service.index.clusterOf(articleIdOf(url) as ArticleId);
    expect(await cluster(COPY)).toBe(await cluster(ORIGINAL));
    const article = await running.service.articles.get(articleIdOf(ORIGINAL));
    expect(article).toMatchObject({ fetchedAt: Date.UTC(2026, 10, 3, 7, 15), url: ORIGINAL });
  });

  it("keeps what the archived server asked of those who keep the page: `article` shows it", async () => {
    const run = await wirefold("article", ORIGINAL);
    const rights = "noarchive, text and data mining reserved (said by x-robots-tag, tdm-header)";
    expect(run.stdout).toContain(rights);
  });

  it("knows what it has seen, and takes it again with --refetch", async () => {
    const path = await file("again.warc", Buffer.concat(newsCrawl));
    const again = await wirefold("replay", path, "--wait");
    expect(again.stdout).toMatch(/already-known\s*│ 3/);
    expect(again.status).toBe(0);
    const refetched = await wirefold("replay", path, "--wait", "--refetch");
    expect(refetched.stdout).toMatch(/queued\s*│ 3/);
    expect(refetched.status).toBe(0);
  });

  it("reports a broken record with file and place, takes the rest, and ends with status 1", async () => {
    const records = [94, 95, 96].map((number) => gzipSync(pageRecord(urlOf("quay", number), page(number))));
    const at = records[0]?.length ?? 0;
    records[1]?.fill(0, 40, 60);
    const path = await file("damaged.warc.gz", Buffer.concat(records));
    const run = await wirefold("replay", path, "--wait");
    expect(run.stderr).toContain(`broken record in ${path} at byte ${at}: damaged gzip data`);
    expect(run.stdout).toMatch(/broken\s*│ 1/);
    expect(run.stdout).toMatch(/clustered\s*│ 2/);
    expect(run.status).toBe(1);
  });

  it("names a file that is not there, and begins nothing", async () => {
    const path = await file("whole.warc.gz", gzipSync(pageRecord(urlOf("quay", 97), page(97))));
    const run = await wirefold("replay", path, join(folder, "missing.warc.gz"));
    expect(run.stderr).toContain("missing.warc.gz");
    expect(run.stdout).toBe("");
    expect(run.status).toBe(1);
  });

  it("with --wait says that no worker is connected", async () => {
    const path = await file("alone.warc.gz", gzipSync(pageRecord(urlOf("quay", 98), page(98))));
    const alone = { ...environment, KEY_PREFIX: `${environment.KEY_PREFIX}-alone` };
    const run = await runCommand(["replay", path, "--wait", "--wait-limit", "1s"], { environment: alone });
    expect(run.stderr).toContain("no worker is connected: start one with `wirefold start`; waiting up to 1s");
    expect(run.stdout).toMatch(/no outcome yet\s*│ 1/);
    expect(run.status).toBe(1);
  });

  it("waits for room among the pages that wait for extraction, and says why when there is none", async () => {
    const idle = await startTestService({ EXTRACT_BACKLOG_BYTES: 1_048_576 }, ["publish"]);
    try {
      const { REDIS_URL, KEY_PREFIX, EXTRACT_BACKLOG_BYTES } = idle.service.settings;
      const noise = (seed: number): string =>
        Array.from({ length: 30_000 }, (_, i) => ((i * 7_919 + seed * 104_729) % 999_983).toString(36)).join(
          " ",
        );
      const records = Array.from({ length: 40 }, (_, i) => pageRecord(urlOf("quay", 200 + i), noise(i)));
      const path = await file("much.warc", Buffer.concat(records));
      const run = await runCommand(["replay", path, "--wait-limit", "1s"], {
        environment: {
          ...{ REDIS_URL, KEY_PREFIX, DATA_DIR: folder },
          EXTRACT_BACKLOG_BYTES: String(EXTRACT_BACKLOG_BYTES),
        },
      });
      expect(run.stderr).toMatch(/no room for more pages: \d+ bytes of pages wait for extraction/);
      expect(run.status).toBe(1);
      // Half of the bound, and the batch that went over it.
      const batchBytes = 8 * 200_000;
      expect(await idle.service.pages.backlogBytes()).toBeLessThan(EXTRACT_BACKLOG_BYTES / 2 + batchBytes);
    } finally {
      await idle.close();
    }
  });
});
