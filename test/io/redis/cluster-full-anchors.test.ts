/*
 * Full anchors, held against plain lists: the scripts with so few handles per anchor that lists are full all the time.
 * Some anchors always come together, as those of exact copies do, and so have equal lists.
 */
import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { loadScript } from "../../../src/io/redis/scripts.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";
import { type Draw, drawFrom } from "../../support/turns.ts";

const MOST = 10;
const INLINE = 8;
const BITS = 4;
const RECORD_BITS = 8;
const FIELD_BYTES = 3;
const HANDLE_BYTES = 4;
const ROUNDS = 150;
const HANDLES = 40;
/** A bucket's digit, a group, a tag. Groups 10 hold three anchors of one bucket, whose tags are bytes of handles, too. */
const TOGETHER = ["010\x01", "010\x02", "111\x01"].map((anchor) => Buffer.from(anchor, "latin1"));
const APART = ["010\x03", "212\x00"].map((anchor) => Buffer.from(anchor, "latin1"));
const ANCHORS = [...TOGETHER, ...APART];
const WIDTH = 4;

const enterScript = loadScript("cluster-enter");
const removeScript = loadScript("cluster-remove-anchors");

let server: TestRedis;
beforeEach(() => {
  server = testRedis();
});
afterEach(() => server.close());

const keys = () => clusterKeys(server.prefix, 1);
const namesOfAnchors = () => [keys().anchorBuckets(0, BITS), keys().crowdedAnchors(0)];

function handleBytes(handle: number): Buffer {
  const bytes = Buffer.alloc(HANDLE_BYTES);
  bytes.writeUInt32BE(handle);
  return bytes;
}

const handlesIn = (packed: Buffer): number[] =>
  Array.from({ length: packed.length / HANDLE_BYTES }, (_, i) => packed.readUInt32BE(i * HANDLE_BYTES));

/** Enters a handle without record. @returns the lists of its anchors that others have, each as text, in order */
async function enter(handle: number, anchors: readonly Buffer[]): Promise<string[]> {
  const [buckets = "", crowded = ""] = namesOfAnchors();
  const records = keys().fingerprints(0, RECORD_BITS, "");
  const names = [buckets, keys().placedIn(0, ""), keys().hours(0), crowded, keys().fullAnchors(0), records];
  const revision = ["", Buffer.concat([handleBytes(handle), ...anchors]), ""];
  const args = [MOST, WIDTH, RECORD_BITS, FIELD_BYTES, 0, ...revision];
  const [answer = []] = (await enterScript.runForBytes(server.redis, names, args)) as Array<
    Array<Buffer | number>
  >;
  const lists: string[] = [];
  for (let at = 2; at < answer.length; at += 2) {
    const list = handlesIn(answer[at] as Buffer).sort((a, b) => a - b);
    for (let count = 0; count < Number(answer[at + 1]); count++) lists.push(list.join(" "));
  }
  return lists.sort();
}

const remove = (handle: number, anchors: readonly Buffer[]): Promise<unknown> =>
  removeScript.run(server.redis, namesOfAnchors(), [handleBytes(handle), WIDTH, Buffer.concat([...anchors])]);

/** What an anchor's list is said to be: the smallest handles once it is full. */
class PlainList {
  handles: number[] = [];
  isCrowded = false;

  add(handle: number): void {
    if (!this.handles.includes(handle)) this.handles = [...this.handles, handle].sort((a, b) => a - b);
    if (this.handles.length > INLINE) this.isCrowded = true;
    if (this.isCrowded) this.handles = this.handles.slice(0, MOST);
  }

  remove(handle: number): void {
    this.handles = this.handles.filter((other) => other !== handle);
    if (this.handles.length === 0) this.isCrowded = false;
  }
}

const someAnchors = (draw: Draw): Buffer[] => [
  ...(draw(5) === 0 ? TOGETHER.slice(draw(3)) : TOGETHER),
  ...APART.filter(() => draw(2) === 0),
];

const checksumField = (anchor: Buffer): Buffer => Buffer.concat([anchor, Buffer.alloc(1)]);

async function expectChecksums(lists: ReadonlyMap<Buffer, PlainList>): Promise<void> {
  const crowded = keys().crowdedAnchors(0);
  for (const [anchor, { handles, isCrowded }] of lists) {
    const [packed, checksum] = await Promise.all([
      server.redis.hgetBuffer(crowded, anchor),
      server.redis.hget(crowded, checksumField(anchor)),
    ]);
    expect(packed ? handlesIn(packed) : undefined).toEqual(isCrowded ? handles : undefined);
    const isFull = isCrowded && handles.length === MOST;
    expect(checksum).toBe(isFull && packed ? createHash("sha1").update(packed).digest("hex") : null);
  }
}

it.each([1, 3, 5, 7])(
  "keep the smallest handles, have a checksum as long as they are full, and leave nothing behind (seed %i)",
  async (seed) => {
    const draw = drawFrom(seed);
    const lists = new Map<Buffer, PlainList>(ANCHORS.map((anchor) => [anchor, new PlainList()]));
    const listOf = (anchor: Buffer): PlainList => lists.get(anchor) ?? new PlainList();
    for (let round = 0; round < ROUNDS; round++) {
      const handle = 1 + draw(HANDLES);
      const anchors = someAnchors(draw);
      if (draw(4) === 0) {
        await remove(handle, ANCHORS);
        for (const list of lists.values()) list.remove(handle);
      } else {
        const found = await enter(handle, anchors);
        for (const anchor of anchors) listOf(anchor).add(handle);
        const shared = anchors
          .map(listOf)
          .filter(({ handles, isCrowded }) => isCrowded || handles.length > 1)
          .map(({ handles }) => handles.join(" "));
        expect(found, `round ${round}`).toEqual(shared.sort());
      }
      await expectChecksums(lists);
    }
    for (let handle = 1; handle <= HANDLES; handle++) await remove(handle, ANCHORS);
    expect((await server.redis.keys(`${server.prefix}*`)).filter((key) => !key.endsWith(":full"))).toEqual(
      [],
    );
  },
);

it("are read where an index of before has no checksums, and get one when they change", async () => {
  const listed = (handles: readonly number[]): string[] => TOGETHER.map(() => handles.join(" "));
  const full = Array.from({ length: MOST }, (_, i) => i + 2);
  for (const handle of full) await enter(handle, TOGETHER);
  const fields = TOGETHER.map(checksumField);
  expect(await server.redis.hdel(keys().crowdedAnchors(0), ...fields)).toBe(fields.length);
  expect(await enter(HANDLES, TOGETHER)).toEqual(listed(full));
  expect(await server.redis.hmget(keys().crowdedAnchors(0), ...fields)).toEqual(fields.map(() => null));
  const grown = [1, ...full.slice(0, -1)];
  expect(await enter(1, TOGETHER)).toEqual(listed(grown));
  const list = new PlainList();
  for (const handle of grown) list.add(handle);
  await expectChecksums(new Map(TOGETHER.map((anchor) => [anchor, list])));
});
