import { afterEach, beforeEach, expect, it } from "vitest";
import { encodeRecord } from "../../../src/core/cluster/article-record.ts";
import { handlesOf, type RevisionHandle } from "../../../src/core/cluster/revision-handle.ts";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId } from "../../../src/core/model.ts";
import { revisionIdOf } from "../../../src/core/url/ids.ts";
import { type JoinedRoots, RecalledParts } from "../../../src/io/redis/cluster-index-recalled.ts";
import { RecordStore } from "../../../src/io/redis/cluster-index-records.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";

const NAMES = ["a", "b", "c", "d", "e", "f"];
const BEHIND_FIRST = NAMES.length - 1;
const PLACED_AT_MS = 1_000;
const ROOT = { id: idOf("root"), ordinal: 7, ofOrdinal: 8 };
/** More records than are remembered in two generations. */
const MANY = 20_000;

let server: TestRedis;
beforeEach(() => {
  server = testRedis();
});
afterEach(() => server.close());

const revisionOf = (name: string) => {
  const article = invented({ name, passages: [1] });
  return {
    article,
    revisionId: revisionIdOf(article.articleId, article.contentHash),
    placedAt: PLACED_AT_MS,
  };
};
const handleOf = (name: string): RevisionHandle =>
  [...handlesOf(revisionOf(name).revisionId)][0]?.handle as RevisionHandle;
const recordOf = (name: string): Buffer => encodeRecord(revisionOf(name), 0);

/** Memory that tells of each of these articles that it is a child of one root. */
function rememberedCrowd() {
  const keys = clusterKeys(server.prefix, FINGERPRINT_VERSION);
  const window = { now: () => PLACED_AT_MS, windowMs: PLACED_AT_MS };
  const records = new RecordStore({ redis: server.redis, keys, shardCount: 1, bucketBits: 8, ...window });
  for (const name of NAMES) records.remember(handleOf(name), recordOf(name));
  const parents = new Map(NAMES.map((name) => [idOf(name), ROOT]));
  const forest = { dissolvedCount: 0, knownRoot: (id: ArticleId) => parents.get(id) };
  let asked = 0;
  const parts = new RecalledParts(forest, {
    get changeCount() {
      return records.changeCount;
    },
    recall(handle, since) {
      asked++;
      return records.recall(handle, since);
    },
  });
  const candidates = Uint32Array.from(NAMES.map(handleOf));
  const roots: JoinedRoots = new Map([[ROOT.id, ROOT.ordinal]]);
  /** How many are left out, and of how many memory is asked for that. */
  const look = (of: { candidates?: Uint32Array; roots?: JoinedRoots; since?: number } = {}) => {
    asked = 0;
    const leftOut = parts.oneBehindFirst(
      of.candidates ?? candidates.slice(),
      of.roots ?? roots,
      of.since ?? 0,
    );
    return { leftOut, asked };
  };
  return { records, forest, parents, candidates, look };
}

it("asks for each of a crowd's candidates once, as long as memory stays the same", () => {
  const { look } = rememberedCrowd();
  expect(look()).toEqual({ leftOut: BEHIND_FIRST, asked: BEHIND_FIRST });
  expect(look()).toEqual({ leftOut: BEHIND_FIRST, asked: 0 });
});

it("asks anew for another list, of other roots, and of what is too old", () => {
  const { look, candidates } = rememberedCrowd();
  look();
  expect(look({ candidates: candidates.slice(0, -1) })).toEqual({ leftOut: 4, asked: 4 });
  look();
  expect(look({ roots: new Map([[ROOT.id, 9]]) })).toEqual({ leftOut: 0, asked: 1 });
  expect(look({ roots: new Map([[idOf("other"), ROOT.ordinal]]) })).toEqual({ leftOut: 0, asked: 1 });
  expect(look({ since: PLACED_AT_MS + 1 })).toEqual({ leftOut: 0, asked: 1 });
});

it("asks anew where a cluster was dissolved", () => {
  const { look, forest, parents } = rememberedCrowd();
  look();
  forest.dissolvedCount++;
  parents.set(idOf("c"), { ...ROOT, ordinal: 9 });
  expect(look()).toEqual({ leftOut: 1, asked: 2 });
});

it("asks anew where a record was forgotten", () => {
  const { look, records } = rememberedCrowd();
  look();
  records.forget(handleOf("d"));
  expect(look()).toEqual({ leftOut: 2, asked: 3 });
});

it("asks anew where a handle has gone to another article", () => {
  const { look, records } = rememberedCrowd();
  look();
  records.remember(handleOf("e"), recordOf("someone else"));
  expect(look()).toEqual({ leftOut: 3, asked: 4 });
});

it("asks no more where the same record was read again", () => {
  const { look, records } = rememberedCrowd();
  look();
  records.remember(handleOf("e"), recordOf("e"));
  records.forget(handleOf("not remembered"));
  expect(look()).toEqual({ leftOut: BEHIND_FIRST, asked: 0 });
});

it("keeps the records of a crowd that goes on in memory, whatever else is remembered", () => {
  const { look, records } = rememberedCrowd();
  const other = recordOf("other");
  for (let handle = 0; handle < MANY; handle++) {
    records.remember(handle as RevisionHandle, other);
    expect(look().leftOut).toBe(BEHIND_FIRST);
  }
  for (const name of NAMES.slice(1)) expect(records.recall(handleOf(name), 0)).toBeDefined();
});

it("counts up to the first of which memory does not tell, or which is apart", () => {
  const { look, records, parents } = rememberedCrowd();
  parents.set(idOf("e"), { ...ROOT, id: idOf("other") });
  expect(look()).toEqual({ leftOut: 3, asked: 4 });
  records.forget(handleOf("b"));
  expect(look()).toEqual({ leftOut: 0, asked: 1 });
});

it("leaves out a root itself, and nothing where the article is one with nothing", () => {
  const { look, parents } = rememberedCrowd();
  parents.clear();
  expect(look({ roots: new Map([[idOf("b"), ROOT.ordinal]]) })).toEqual({ leftOut: 1, asked: 2 });
  expect(look({ roots: new Map() })).toEqual({ leftOut: 0, asked: 1 });
});

it("keeps nothing of roots whose ordinal is not known yet", () => {
  const { look, parents } = rememberedCrowd();
  parents.clear();
  const candidates = Uint32Array.from(["a", "b"].map(handleOf));
  const roots: JoinedRoots = new Map([[idOf("b"), undefined]]);
  expect(look({ candidates, roots })).toEqual({ leftOut: 1, asked: 1 });
  expect(look({ candidates, roots: new Map([[idOf("c"), undefined]]) })).toEqual({ leftOut: 0, asked: 1 });
});
