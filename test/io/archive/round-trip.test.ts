/* Fetched → archived → replayed elsewhere: the same articles and clusters come out, without the network. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArticleId, UrlKey } from "../../../src/core/model.ts";
import { replayFile } from "../../../src/io/archive/replay.ts";
import { pageHtml, story } from "../../support/articles.ts";
import { startTestService, type TestService } from "../../support/service.ts";
import { serveTestSite, type TestSite } from "../../support/site.ts";

const AGENCY = "http://agency.example/story";
const COPY = "http://courier.example/copy";
const OTHER = "http://courier.example/other";
const MOVED = "http://courier.example/moved";
const PRIVATE = "http://quay.example/private";
const MISSING = "http://quay.example/missing";

/** Every article of these ids, with its cluster's members: what must be the same. */
async function pictureOf(running: TestService, ids: readonly ArticleId[]): Promise<unknown[]> {
  const { articles, index } = running.service;
  return Promise.all(
    [...ids].sort().map(async (id) => {
      const { urlKey: _key, fetchedAt: _at, ...article } = (await articles.get(id)) ?? {};
      const clusterId = await index.clusterOf(id);
      const cluster = clusterId ? await index.cluster(clusterId) : undefined;
      const contentHash = "contentHash" in article ? article.contentHash : undefined;
      const text = contentHash ? await articles.text(id, contentHash) : undefined;
      return { article, text, members: cluster?.members.map((member) => member.articleId).sort() };
    }),
  );
}

describe("an archive", () => {
  let folder: string;
  let site: TestSite;
  let fetching: TestService;
  let replaying: TestService;
  let ids: ArticleId[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wirefold-round-trip-"));
    site = await serveTestSite();
    const tdm = { "tdm-reservation": "1", "tdm-policy": "http://agency.example/tdm" };
    site.set(AGENCY, { body: pageHtml("The original account", story(81)), headers: tdm });
    const copy = gzipSync(pageHtml("A copied account", story(81).slice(0, 8)));
    site.set(COPY, { body: copy, headers: { "content-encoding": "gzip" } });
    const latin = Buffer.from(pageHtml("Übrige Änderung", story(82)), "latin1");
    site.set(OTHER, { body: latin, headers: { "content-type": "text/html; charset=iso-8859-1" } });
    site.set(MOVED, { status: 301, headers: { location: OTHER }, body: "" });
    const noarchive = { "x-robots-tag": "noarchive" };
    site.set(PRIVATE, { body: pageHtml("Not to be kept", story(83)), headers: noarchive });
    fetching = await startTestService({ DEV_ALLOW_HOSTS: site.allowHosts, ARCHIVE_DIR: folder });
    replaying = await startTestService({}, ["extract", "cluster", "publish"]);
  });
  afterAll(async () => {
    await replaying.close();
    await fetching.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  const finished = async (): Promise<string[]> =>
    (await readdir(folder)).map((name) => join(folder, name)).sort();

  it("is written while pages are fetched; rights stand on the article", async () => {
    const urls = [AGENCY, COPY, OTHER, MOVED, PRIVATE, MISSING];
    const answers = await fetching.service.intake.offerUrls(urls.map((url) => ({ url, source: "test" })));
    const outcomes = await fetching.outcomes(answers.flatMap(({ urlKey }) => (urlKey ? [urlKey] : [])));
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual([
      ...["clustered", "clustered", "clustered", "clustered", "duplicate-url", "failed"],
    ]);
    ids = outcomes.flatMap((outcome, i) =>
      outcome.kind === "clustered" && urls[i] !== PRIVATE ? [outcome.articleId] : [],
    );
    const original = outcomes[0]?.kind === "clustered" ? outcomes[0].articleId : ("" as ArticleId);
    expect((await fetching.service.articles.get(original))?.rights).toEqual({
      noarchive: false,
      noai: false,
      tdmReservation: true,
      tdmPolicy: "http://agency.example/tdm",
      sources: ["tdm-header"],
    });
    const counted = await fetching.workers.metrics.registry.metrics();
    // Six answers and one more for the redirect's target.
    expect(counted).toContain('wirefold_archived_total{result="written"} 6');
    expect(counted).toContain('wirefold_archived_total{result="withheld"} 1');
    expect(await finished()).toHaveLength(1);
  });

  it("replayed gives the same articles and clusters, and asks nobody", async () => {
    const asked = [...site.asked.values()].reduce((sum, count) => sum + count, 0);
    const urlKeys = new Set<UrlKey>();
    const skipped: Record<string, number> = {};
    const broken: string[] = [];
    // The open file of a running service is as good as a finished one.
    for (const file of await finished())
      await replayFile(file, {
        intake: replaying.service.intake,
        waitForRoom: async () => undefined,
        maxPageBytes: 1_000_000,
        refetch: false,
        onOffered: (_url, { urlKey }) => {
          if (urlKey) urlKeys.add(urlKey);
        },
        onSkipped: (reason) => {
          skipped[reason] = (skipped[reason] ?? 0) + 1;
        },
        onBroken: (_file, _offset, message) => broken.push(message),
        onRead: () => undefined,
      });
    expect(broken).toEqual([]);
    expect(skipped).toEqual({
      "warcinfo record": 1,
      "request record": 7,
      "metadata record": 1,
      "HTTP 3xx": 1,
      "HTTP 4xx": 1,
    });
    const outcomes = await replaying.outcomes([...urlKeys]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["clustered", "clustered", "clustered"]);
    expect(await pictureOf(replaying, ids)).toEqual(await pictureOf(fetching, ids));
    expect([...site.asked.values()].reduce((sum, count) => sum + count, 0)).toBe(asked);
  });

  it("replayed keeps the moment at which a page was asked for", async () => {
    const [id] = ids as [ArticleId];
    const fetched = (await fetching.service.articles.get(id))?.fetchedAt ?? 0;
    const replayed = (await replaying.service.articles.get(id))?.fetchedAt ?? Number.POSITIVE_INFINITY;
    // WARC-Date is when the request began, fetchedAt when the page was there; the replay came after both.
    expect(replayed).toBeLessThanOrEqual(fetched);
  });
});
