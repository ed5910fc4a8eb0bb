import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ClusterId } from "../../../src/core/model.ts";
import { articleBytes } from "../../../src/io/redis/cluster-index-nodes.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { loadScript, type ScriptArgument } from "../../../src/io/redis/scripts.ts";
import { idOf } from "../../contract/cluster-index-articles.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";

const BITS = 8;
const NOW_MS = 1_000;
const KEPT_EVENTS = 100;
const COUNTED_PUBLISHERS = 8;
const KEPT_NOTES = 4;
const REVISION = Buffer.from("0102030405060708", "hex");
const ORDINAL_BYTES = 5;

const placeScript = loadScript("cluster-place");

let server: TestRedis;
beforeEach(() => {
  server = testRedis();
});
afterEach(() => server.close());

const keysOf = () => clusterKeys(server.prefix, FINGERPRINT_VERSION);

/** What the script is told of one article; `words` are what a case tells otherwise than the index does. */
interface Told {
  readonly name: string;
  readonly words?: Partial<{ publisher: string; date: string; rank: string; evidence: string }>;
}

const SETTINGS = `${BITS} ${BITS} ${KEPT_EVENTS} ${COUNTED_PUBLISHERS} ${KEPT_NOTES}`;

function names(): string[] {
  const keys = keysOf();
  return [
    keys.node(BITS, ""),
    keys.ordinal(),
    keys.laterRevisions(),
    keys.recent(),
    keys.events(),
    keys.cluster(""),
    keys.members(""),
    keys.evidence(BITS, ""),
    keys.texts(BITS, ""),
    keys.publishers(""),
  ];
}

const idsOf = (...articles: string[]): Buffer =>
  Buffer.concat([REVISION, ...articles.map((name) => articleBytes(idOf(name)))]);

/** Places the first article, with edges to the others. @param assumed to be one with them */
function place(articles: readonly Told[], isLast = true, assumed: readonly string[] = []): Promise<unknown> {
  const strongest = articles[1];
  const words = articles.map(({ name, words: told }) => {
    const { publisher = "-", date = "-", rank = `1:${idOf(name)}`, evidence = "-" } = told ?? {};
    return `${publisher} ${date} ${rank} ${NOW_MS} ${evidence}`;
  });
  const args: ScriptArgument[] = [
    SETTINGS,
    `${NOW_MS} ${isLast ? 1 : 0} 0 ${strongest ? idOf(strongest.name) : "-"} `,
    "",
    "",
    Buffer.concat(assumed.map((name) => articleBytes(idOf(name)))),
    idsOf(...articles.map(({ name }) => name)),
    ...words,
  ];
  return placeScript.run(server.redis, names(), args);
}

/** Writes the node of a cluster's root that is being dissolved. */
async function markDissolving(name: string): Promise<void> {
  const id = idOf(name);
  const ordinal = Buffer.alloc(ORDINAL_BYTES);
  ordinal.writeUInt8(1, ORDINAL_BYTES - 1);
  const node = Buffer.concat([Buffer.from("D"), ordinal, REVISION, articleBytes(id)]);
  const digits = Number.parseInt(id.slice(0, 2), 16).toString(16);
  await server.redis.hset(keysOf().node(BITS, digits), articleBytes(id), node);
}

describe("publishers", () => {
  const LONG = "x".repeat(300);
  const told = (name: string, publisher: string): Told => ({ name, words: { publisher, evidence: "line" } });
  /** As a reader of redis-cli finds them. */
  async function publishersOf(name: string): Promise<[string | null, string[]]> {
    const { redis } = server;
    const { cluster, publishers } = keysOf();
    const id = idOf(name) as string as ClusterId;
    return [await redis.hget(cluster(id), "publishers"), (await redis.smembers(publishers(id))).sort()];
  }

  it("stand in the summary while they fit, and in a set of their own from then on", async () => {
    await place([told("b", `b${LONG}`), told("a", `a${LONG}`)]);
    await place([told("c", `c${LONG}`), told("a", `a${LONG}`)]);
    expect(await publishersOf("a")).toEqual([`a${LONG} b${LONG} c${LONG}`, []]);
    for (const name of ["d", "e", "d"]) await place([told(name, `${name}${LONG}`), told("a", `a${LONG}`)]);
    const all = ["a", "b", "c", "d", "e"].map((name) => `${name}${LONG}`);
    expect(await publishersOf("a")).toEqual(["+", all]);
    expect(
      await server.redis.hget(keysOf().cluster(idOf("a") as string as ClusterId), "publisherCount"),
    ).toBe("5");
  });

  it("move to the set where a summary of before holds more than it should", async () => {
    await place([told("b", `b${LONG}`), told("a", `a${LONG}`)]);
    const summary = keysOf().cluster(idOf("a") as string as ClusterId);
    const all = ["a", "b", "c", "d"].map((name) => `${name}${LONG}`);
    await server.redis.hset(summary, { publishers: all.join(" "), publisherCount: all.length });
    await place([told("e", `c${LONG}`), told("a", `a${LONG}`)]);
    expect(await publishersOf("a")).toEqual([all.join(" "), []]);
    await place([told("f", `e${LONG}`), told("a", `a${LONG}`)]);
    expect(await publishersOf("a")).toEqual(["+", [...all, `e${LONG}`]]);
    expect(await server.redis.hget(summary, "publisherCount")).toBe("5");
  });

  it("of two clusters are one set after a merge, and no more are counted than are to be", async () => {
    for (const [story, names] of [
      ["a", "bcde"],
      ["p", "qrst"],
    ] as const)
      for (const name of names) await place([told(name, `${name}${LONG}`), told(story, `${story}${LONG}`)]);
    await place([{ name: "both" }, told("a", `a${LONG}`), told("p", `p${LONG}`)]);
    const [field, set] = await publishersOf("a");
    expect([field, set.length]).toEqual(["+", COUNTED_PUBLISHERS]);
    expect(
      await server.redis.hget(keysOf().cluster(idOf("a") as string as ClusterId), "publisherCount"),
    ).toBe(`${COUNTED_PUBLISHERS}`);
    expect(await publishersOf("p")).toEqual([null, []]);
  });
});

it("founds an article all of whose edges lead to what is being dissolved", async () => {
  await markDissolving("old");
  expect(await place([{ name: "new" }, { name: "old", words: { evidence: "line" } }])).toEqual([
    "founded",
    idOf("new"),
  ]);
});

it("tells an article that a copy was quicker to unite with that it has joined", async () => {
  await place([{ name: "quicker" }, { name: "slower", words: { evidence: "line" } }]);
  expect(await place([{ name: "slower" }, { name: "quicker", words: { evidence: "line" } }])).toMatchObject([
    "joined",
    expect.any(String),
  ]);
});

it.each([
  ["a rank without an id", { rank: "0001" }],
  ["an empty rank", { rank: "" }],
  ["a publisher of two words", { publisher: "a.example b.example" }],
  ["an empty date", { date: "" }],
  ["evidence of two lines", { evidence: "one\ntwo" }],
  ["empty evidence", { evidence: "" }],
])("refuses %s before it writes anything", async (_, words) => {
  await expect(place([{ name: "a" }, { name: "b", words }])).rejects.toThrow("not an article");
  await expect(place([{ name: "a", words }, { name: "b" }])).rejects.toThrow("not an article");
  expect(await server.redis.keys(`${server.prefix}*`)).toEqual([]);
});

it.each([
  ["settings", 0],
  ["words of the call", 1],
  ["revision and articles", 5],
])("refuses a call without its %s", async (_, at) => {
  const args: ScriptArgument[] = [
    SETTINGS,
    `${NOW_MS} 1 0 - `,
    "",
    "",
    "",
    idsOf("a"),
    `- - 1:${idOf("a")} ${NOW_MS} -`,
  ];
  args[at] = "";
  await expect(placeScript.run(server.redis, names(), args)).rejects.toThrow(
    /a word is missing|not a revision/,
  );
});

describe("what is assumed to be one with the edges", () => {
  const line = { evidence: "line" };

  it("is looked at, and the article joins", async () => {
    await place([{ name: "copy" }, { name: "first", words: line }]);
    expect(await place([{ name: "new" }, { name: "first", words: line }], true, ["copy"])).toMatchObject([
      "joined",
      idOf("first"),
    ]);
  });

  it.each(["never placed", "alone", "dissolving"])("lets nothing be written where it is %s", async (name) => {
    await place([{ name: "first" }]);
    await place([{ name: "alone" }]);
    await markDissolving("dissolving");
    const before = await server.redis.get(keysOf().ordinal());
    expect(await place([{ name: "new" }, { name: "first", words: line }], true, [name])).toEqual(["apart"]);
    expect(await server.redis.get(keysOf().ordinal())).toBe(before);
    expect(await server.redis.keys(`${keysOf().cluster("")}*`)).toEqual([]);
  });
});

it("gives no ordinal in a call that writes no node", async () => {
  await place([{ name: "a" }], false);
  expect(await server.redis.keys(`${server.prefix}*`)).toEqual([]);
  expect(await place([{ name: "a" }])).toEqual(["founded", idOf("a")]);
  expect(await server.redis.get(keysOf().ordinal())).toBe("1");
});
