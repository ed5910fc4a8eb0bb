/* Learned boilerplate in Redis: the same answers as its specification, whichever worker saw which page. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { blockKey, furnitureVersion } from "../../../src/core/extract/learned/furniture.ts";
import {
  type CountedBlock,
  HostMemory,
  MAX_COUNTED_BLOCKS,
  MAX_NOTED_BLOCKS,
  type PageVote,
} from "../../../src/core/extract/learned/host-memory.ts";
import type { ArticleId } from "../../../src/core/model.ts";
import { articleIdOf, contentHashOf, urlKey } from "../../../src/core/url/ids.ts";
import { type AcceptedArticle, createArticleStore } from "../../../src/io/redis/article-store.ts";
import { createBoilerplateStore } from "../../../src/io/redis/boilerplate-store.ts";
import { extractedArticle } from "../../support/articles.ts";
import { testRedis } from "../../support/redis.ts";
import { createRandom } from "../../support/simulator/random.ts";

const rules = { minPages: 3, windowPages: 20 };
const server = testRedis();
const { redis, prefix } = server;
afterAll(() => server.close());

const workers = [1, 2].map(() => createBoilerplateStore({ redis, prefix, rules }));
const [store] = workers as [ReturnType<typeof createBoilerplateStore>];
const APPEAL = "Keep the Quay Times free with a small gift.";
const APPEAL_KEY = blockKey("tail", APPEAL);

let serial = 0;
const freshHost = (): string => `host${serial++}.example`;
const freshArticle = (): ArticleId => articleIdOf(`https://quay.example/${serial++}`);
const votes = (...blocks: readonly string[]): PageVote => ({
  candidates: blocks.map((block) => ({ key: blockKey("tail", block), sample: block })),
  storyHashes: [serial++, serial++],
});
async function learnAppeal(host: string, pages: number): Promise<void> {
  for (let page = 0; page < pages; page++) await store.learn(host, freshArticle(), votes(APPEAL));
}

const inOrder = (blocks: readonly CountedBlock[]): CountedBlock[] =>
  [...blocks].sort((a, b) => (a.key < b.key ? -1 : 1));

describe("learned boilerplate in Redis", () => {
  it.each([1, 2, 3, 4])("answers as its specification does, over random pages (%i)", async (seed) => {
    const random = createRandom(seed);
    const memory = new HostMemory(rules);
    const host = freshHost();
    for (let page = 0; page < 300; page++) {
      // Few blocks that come often, many that come seldom, and accents, quotes and brackets in the samples.
      const candidates = Array.from({ length: random.below(7) }, () => {
        const often = `“é” {${"ab".repeat(1 + random.below(6))}}`;
        const sample = random.next() < 0.5 ? often : `block ${"y".repeat(random.below(300))}`;
        return { key: blockKey(random.pick(["head", "tail"]), sample), sample };
      });
      const vote = {
        candidates,
        storyHashes: [random.below(2 ** 32), random.below(2 ** 32), random.below(40)],
      };
      const article = articleIdOf(`article ${random.below(200)}`);
      memory.learn(article, vote);
      await random.pick(workers).learn(host, article, vote);
    }
    const found = await store.read(host);
    expect(memory.furniture().length).toBeGreaterThan(0);
    expect(inOrder(found.blocks)).toEqual(inOrder(memory.list()));
    expect((await store.furniture(host))?.sort()).toEqual(memory.furniture().sort());
    expect(found).toMatchObject({ pages: 300, isOff: false, version: furnitureVersion(memory.furniture()) });
  });

  it("counts every page that two workers bring at once", async () => {
    const host = freshHost();
    const pages = Array.from({ length: 40 }, (_, page) =>
      workers[page % 2]?.learn(host, freshArticle(), votes()),
    );
    await Promise.all(pages);
    expect((await store.read(host)).pages).toBe(40);
  });

  it("stays bounded in Redis, too", async () => {
    const host = freshHost();
    for (let page = 0; page < 400; page++) {
      const noise = `noise ${"n".repeat(page)}`;
      await store.learn(host, freshArticle(), votes(noise, noise, `once ${"o".repeat(page)}`));
    }
    const base = `${prefix}:{l:${host}}`;
    expect(await redis.hlen(`${base}:blocks`)).toBe(MAX_COUNTED_BLOCKS);
    expect(await redis.scard(`${base}:noted`)).toBeLessThanOrEqual(MAX_NOTED_BLOCKS);
    expect(await redis.object("ENCODING", `${base}:noted`)).toBe("intset");
  });

  it("keeps hosts apart", async () => {
    const [one, other] = [freshHost(), freshHost()];
    await learnAppeal(one, rules.minPages + 1);
    expect(await store.furniture(one)).toEqual([APPEAL_KEY]);
    expect(await store.furniture(other)).toEqual([]);
  });

  it("gives and learns nothing while a host is switched off, and forgets nothing", async () => {
    const host = freshHost();
    await learnAppeal(host, rules.minPages + 1);
    await store.setOff(host, true);
    await learnAppeal(host, 2);
    expect(await store.furniture(host)).toBeUndefined();
    expect(await store.read(host)).toMatchObject({ isOff: true, pages: rules.minPages + 1 });
    await store.setOff(host, false);
    expect(await store.furniture(host)).toEqual([APPEAL_KEY]);
  });

  it("forgets a host when it is cleared, and leaves it switched off", async () => {
    const host = freshHost();
    await learnAppeal(host, rules.minPages + 1);
    await store.setOff(host, true);
    await store.clear(host);
    expect(await store.read(host)).toEqual({ isOff: true, pages: 0, version: undefined, blocks: [] });
  });

  it("lets go of hosts of which no page comes, but never of a person's decision", async () => {
    const host = freshHost();
    await learnAppeal(host, rules.minPages + 1);
    const ttls = async () =>
      Promise.all(["facts", "blocks", "furniture"].map((key) => redis.pttl(`${prefix}:{l:${host}}:${key}`)));
    for (const ttl of await ttls()) expect(ttl).toBeGreaterThan(0);
    await store.setOff(host, true);
    expect((await ttls())[0]).toBe(-1);
  });

  it("has a script whose header names every key and argument", () => {
    const path = new URL("../../../src/io/redis/lua/boilerplate-learn.lua", import.meta.url);
    const lines = readFileSync(path, "utf8").split("\n");
    const bodyAt = lines.findIndex((line) => !line.startsWith("--"));
    const [header, body] = [lines.slice(0, bodyAt).join("\n"), lines.slice(bodyAt).join("\n")];
    for (const word of ["-- boilerplate-learn: ", "-- Returns  ", "-- Why a script: ", "-- Cost: O("])
      expect(header).toContain(word);
    for (const [name] of body.matchAll(/(?:KEYS|ARGV)\[\d+\]/g)) expect(header).toContain(name);
    expect(body).not.toMatch(/"TIME"|math\.random/);
  });
});

describe("a revision that stands", () => {
  const articles = createArticleStore({ redis, prefix, ttlMs: 3_600_000 });
  const BEFORE = `The ferry runs again.\n${APPEAL}`;
  function revision(articleId: ArticleId, text: string, furnitureVersion?: string): AcceptedArticle {
    return {
      articleId,
      contentHash: contentHashOf("Ferry", BEFORE),
      urlKey: urlKey("https://quay.example/a"),
      url: "https://quay.example/a",
      canonicalUrl: "https://quay.example/a",
      publisher: "quay.example",
      fetchedAt: 10,
      furnitureVersion,
      extracted: extractedArticle({ title: "Ferry", text }),
    };
  }
  const textOf = (id: ArticleId) => articles.text(id, contentHashOf("Ferry", BEFORE));

  it("keeps its text when it comes again under other furniture, and says which it has", async () => {
    const id = freshArticle();
    const first = revision(id, BEFORE);
    await articles.accept(first);
    const later = revision(id, "The ferry runs again.", "5f0c5f0c5f0c");
    expect(await articles.accept(later)).toEqual({ kind: "other-furniture", furnitureVersion: undefined });
    expect(await textOf(id)).toBe(BEFORE);
    expect((await articles.get(id))?.furnitureVersion).toBeUndefined();
    expect(await articles.accept(first)).toMatchObject({ kind: "unchanged" });
  });

  it("names the version that its text was made with", async () => {
    const id = freshArticle();
    await articles.accept(revision(id, "The ferry runs again.", "5f0c5f0c5f0c"));
    expect((await articles.get(id))?.furnitureVersion).toBe("5f0c5f0c5f0c");
    expect((await articles.revisions(id))[0]?.furnitureVersion).toBe("5f0c5f0c5f0c");
    expect(await articles.accept(revision(id, BEFORE, "000000000000"))).toEqual({
      kind: "other-furniture",
      furnitureVersion: "5f0c5f0c5f0c",
    });
    expect(await articles.accept(revision(id, BEFORE))).toMatchObject({ kind: "other-furniture" });
  });
});
