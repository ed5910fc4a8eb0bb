/* Documents that are gzip files themselves, as `sitemap.xml.gz`: whatever type or encoding they are sent with. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FEED_MEDIA_TYPES } from "../../../src/core/fetch/content-type.ts";
import type { FetchResult } from "../../../src/io/http/fetch-result.ts";
import { FETCH_DEFAULTS, type FetchSettings } from "../../../src/io/http/fetch-settings.ts";
import { createPageFetcher } from "../../../src/io/http/page-fetcher.ts";
import * as good from "../../support/world/answers.ts";
import { type Site, startWorld, type World } from "../../support/world/world.ts";

const SITEMAP = `<urlset>${"<url><loc>https://harbour.example/ferry</loc></url>".repeat(50)}</urlset>`;
const PACKED = gzipSync(SITEMAP);
const LIMIT_BYTES = 10_000;

let site: Site;
let world: World;
beforeAll(async () => {
  world = await startWorld(() => site);
});
afterAll(() => world.close());

function fetchFeed(played: Site, overrides: Partial<FetchSettings> = {}): Promise<FetchResult> {
  site = played;
  const settings = {
    ...FETCH_DEFAULTS,
    developmentHosts: world.developmentHosts,
    acceptedMediaTypes: FEED_MEDIA_TYPES,
    unpacksGzipFiles: true,
    ...overrides,
  };
  return createPageFetcher(settings, { resolve: async () => [] }).fetchPage("http://map.example/map.xml.gz");
}
const sentAs = (contentType: string, body: Buffer = PACKED): Site =>
  good.answer(body, { headers: { "Content-Type": contentType } });

describe("a feed or sitemap that is a gzip file", () => {
  it.each(["application/gzip", "application/x-gzip", "application/octet-stream", "text/xml", ""])(
    "is unpacked when it is sent as %j",
    async (contentType) => {
      const result = await fetchFeed(sentAs(contentType));
      expect(result).toMatchObject({ kind: "page", wireBytes: PACKED.length });
      if (result.kind === "page") expect(result.body.toString()).toBe(SITEMAP);
    },
  );

  it("may be packed once more for its way", async () => {
    const result = await fetchFeed(
      good.answer(gzipSync(PACKED), { headers: { "Content-Type": "text/xml", "Content-Encoding": "gzip" } }),
    );
    if (result.kind !== "page") throw new Error(result.kind);
    expect(result.body.toString()).toBe(SITEMAP);
  });

  it("may not hold more than the limit of decoded bytes", async () => {
    const bomb = gzipSync(Buffer.alloc(LIMIT_BYTES + 1, " "));
    expect(await fetchFeed(sentAs("application/gzip", bomb), { maxDecodedBytes: LIMIT_BYTES })).toMatchObject(
      { kind: "refused", rule: "response-too-large" },
    );
  });

  it("is a failure where it breaks off, never a shorter document", async () => {
    expect(await fetchFeed(sentAs("application/gzip", PACKED.subarray(0, -20)))).toMatchObject({
      kind: "failed",
      error: "truncated-body",
    });
  });

  it("is not unpacked twice", async () => {
    expect(await fetchFeed(sentAs("application/gzip", gzipSync(PACKED)))).toMatchObject({
      kind: "refused",
      rule: "unsupported-content-type",
    });
  });

  it("is refused where a page was asked for", async () => {
    expect(await fetchFeed(sentAs("text/html"), { unpacksGzipFiles: false })).toMatchObject({
      kind: "refused",
      rule: "unsupported-content-type",
    });
  });
});
