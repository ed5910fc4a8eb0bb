/*
 * Bad texts in the index, with the real fingerprints and the real decision: the same cases for the one in memory
 * and the one in Redis.
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type ClusterIndex,
  MAX_COUNTED_PUBLISHERS,
  MAX_REVISIONS_PER_ANCHOR,
} from "../../src/core/cluster/cluster-index.ts";
import { createMemoryIndex } from "../../src/core/cluster/memory-index.ts";
import { fingerprint } from "../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ArticleRevision, ClusterId } from "../../src/core/model.ts";
import { articleIdOf, contentHashOf } from "../../src/core/url/ids.ts";
import { createRedisClusterIndex } from "../../src/io/redis/cluster-index.ts";
import { story } from "../support/articles.ts";
import { TEXTS_APART, TEXTS_NOT_COMPARED, TEXTS_TOGETHER } from "../support/bad-texts.ts";
import { type TestRedis, testRedis } from "../support/redis.ts";
import { START_MS, TOMBSTONE_MS, WINDOW_MS } from "./cluster-index-under-test.ts";

const URLS = 1_000;
const STORY = story(73).join("\n");
const urlOf = (name: string): string => `https://${name}.example/story`;

describe.each(["memory", "Redis"] as const)("bad texts in the index in %s", (kind) => {
  let server: TestRedis;
  let index: ClusterIndex;
  const texts = new Map<ArticleId, string>();

  beforeEach(() => {
    server = testRedis();
    texts.clear();
    const deps = {
      loadText: async (id: ArticleId) => texts.get(id),
      now: () => START_MS,
      windowMs: WINDOW_MS,
      tombstoneMs: TOMBSTONE_MS,
    };
    const { redis, prefix } = server;
    index = kind === "memory" ? createMemoryIndex(deps) : createRedisClusterIndex({ ...deps, redis, prefix });
  });
  afterEach(() => server.close());

  function articleOf(name: string, text: string): ArticleRevision {
    const articleId = articleIdOf(urlOf(name));
    texts.set(articleId, text);
    return {
      articleId,
      contentHash: contentHashOf(name, text),
      publisher: `${name}.example`,
      datePublished: "2026-01-05",
      fingerprint: fingerprint(text),
    };
  }

  /** Places a story, the two texts and the story's copy; says which of them stand together. */
  async function clustersWith([one, other]: readonly [string, string]): Promise<string[]> {
    const named = { story: STORY, one, other, copy: STORY };
    for (const [name, text] of Object.entries(named)) await index.place(articleOf(name, text));
    const names = Object.keys(named);
    const ids = await Promise.all(names.map((name) => index.clusterOf(articleIdOf(urlOf(name)))));
    return ids.map((id) => names.find((name) => articleIdOf(urlOf(name)) === (id as string)) ?? "?");
  }

  it.each(TEXTS_NOT_COMPARED)("$name is compared with nothing", async ({ texts: pair }) => {
    expect(await clustersWith(pair)).toEqual(["story", "one", "other", "story"]);
    expect(await index.evidenceOf(articleIdOf(urlOf("one")))).toEqual([]);
  });

  it.each(TEXTS_APART)("$name: two that differ stay two", async ({ texts: pair }) => {
    expect(await clustersWith(pair)).toEqual(["story", "one", "other", "story"]);
  });

  it.each(TEXTS_TOGETHER)("$name: one text", async ({ texts: pair }) => {
    expect(await clustersWith(pair)).toEqual(["story", "one", "one", "story"]);
  });

  it("one text under 1,000 URLs is one cluster, though its anchors are full", async () => {
    for (let i = 0; i < URLS; i++) await index.place(articleOf(`outlet${i}`, STORY));
    const founder = articleIdOf(urlOf("outlet0")) as string as ClusterId;
    expect(await index.cluster(founder)).toMatchObject({
      clusterId: founder,
      memberCount: URLS,
      publisherCount: MAX_COUNTED_PUBLISHERS,
    });
    const { anchors } = fingerprint(STORY);
    expect(await index.fullAnchors()).toBe((URLS - MAX_REVISIONS_PER_ANCHOR) * anchors.length);
  });
});
