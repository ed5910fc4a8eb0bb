/* Reading WARC files: whole, cut, damaged, hostile. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { archivedRecord } from "../../../src/io/archive/archived-page.ts";
import { readWarc, type WarcItem } from "../../../src/io/archive/warc-file.ts";
import { gzipped, pageRecord, pieces, warcRecord } from "../../support/warc.ts";

const MAX_RECORD_BYTES = 50_000;
const RUNS = 300;

const page = (number: number): string => `<p>Page ${number} of the harbour register.</p>`.repeat(20);
const urlOf = (number: number): string => `https://quay.example/${number}`;
const records = [1, 2, 3, 4].map((number) => pageRecord(urlOf(number), page(number)));

async function itemsIn(chunks: AsyncIterable<Uint8Array>): Promise<WarcItem[]> {
  const items: WarcItem[] = [];
  for await (const item of readWarc(chunks, MAX_RECORD_BYTES)) items.push(item);
  return items;
}

const itemsOf = (file: Buffer, pieceBytes?: number): Promise<WarcItem[]> => itemsIn(pieces(file, pieceBytes));

/** The pages' URLs, and `broken@offset` for what is broken. */
async function seen(file: Buffer, pieceBytes?: number): Promise<string[]> {
  const words: string[] = [];
  for (const item of await itemsOf(file, pieceBytes)) {
    if (item.kind !== "record") words.push(`${item.kind}@${item.offset}`);
    else {
      const record = await archivedRecord(item.bytes, MAX_RECORD_BYTES);
      words.push(record.kind === "page" ? record.url : record.kind);
    }
  }
  return words;
}

const all = [1, 2, 3, 4].map(urlOf);
const offsetOf = (file: readonly Buffer[], index: number): number =>
  file.slice(0, index).reduce((sum, bytes) => sum + bytes.length, 0);

/** A disk that fails behind these bytes. */
async function* failingBehind(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
  throw new Error("EIO: i/o error, read");
}

describe("a WARC file", () => {
  const members = records.map((record) => gzipSync(record));
  const forms = {
    "gzipped by record": Buffer.concat(members),
    "gzipped as a whole": gzipSync(Buffer.concat(records)),
    plain: Buffer.concat(records),
  };

  it.each(Object.entries(forms))(
    "%s throws where the disk fails, and calls nothing damaged",
    async (_form, file) => {
      await expect(itemsIn(failingBehind(file.subarray(0, file.length / 2)))).rejects.toThrow("EIO");
    },
  );

  it("gzipped by record throws where the disk fails behind a broken record", async () => {
    const broken = gzipSync("no record at all");
    await expect(itemsIn(failingBehind(broken.subarray(0, -1)))).rejects.toThrow("EIO");
  });

  it.each(Object.entries(forms))("%s gives all its records, in pieces of any size", async (_form, file) => {
    for (const pieceBytes of [1, 7, 333, file.length]) expect(await seen(file, pieceBytes)).toEqual(all);
  });

  it("tells where each record begins", async () => {
    const offsets = (await itemsOf(forms["gzipped by record"])).map((item) => item.offset);
    expect(offsets).toEqual([0, 1, 2, 3].map((index) => offsetOf(members, index)));
    expect((await itemsOf(forms.plain)).map((item) => item.offset)).toEqual(
      [0, 1, 2, 3].map((index) => offsetOf(records, index)),
    );
  });

  it("of no bytes holds nothing", async () => {
    expect(await seen(Buffer.alloc(0))).toEqual([]);
  });

  it("passes over a record beyond the limit and goes on behind it", async () => {
    const large = pageRecord(urlOf(9), Buffer.alloc(MAX_RECORD_BYTES + 1, "x"));
    const [first, ...others] = records;
    const file = [first ?? Buffer.alloc(0), large, ...others];
    for (const form of [gzipped(file), Buffer.concat(file)])
      expect((await seen(form)).map((word) => word.replace(/@.*/, ""))).toEqual([
        urlOf(1),
        "too-large",
        urlOf(2),
        urlOf(3),
        urlOf(4),
      ]);
  });

  it("cut anywhere gives every whole record before the cut, and reports the one that was cut", async () => {
    for (const [form, parts] of [
      [forms["gzipped by record"], members],
      [forms.plain, records],
    ] as const) {
      const third = offsetOf(parts, 2);
      for (let cut = third + 6; cut < third + (parts[2]?.length ?? 0) - 4; cut += 17)
        expect(await seen(form.subarray(0, cut))).toEqual([urlOf(1), urlOf(2), `broken@${third}`]);
    }
  });

  it("with a damaged record reports its place and goes on with the next", async () => {
    for (const parts of [members, records]) {
      const damaged = parts.map((bytes) => Buffer.from(bytes));
      const second = offsetOf(parts, 1);
      // In the gzip data, or in the word WARC.
      damaged[1]?.fill(0, parts === members ? 40 : 0, parts === members ? 60 : 3);
      expect(await seen(Buffer.concat(damaged))).toEqual([urlOf(1), `broken@${second}`, urlOf(3), urlOf(4)]);
    }
  });

  it("with bytes between its records reports them and goes on", async () => {
    const noise = Buffer.from("not a record at all\r\n");
    expect((await seen(Buffer.concat([...members.slice(0, 2), noise, ...members.slice(2)]))).length).toBe(5);
    expect(
      (await seen(Buffer.concat([...records.slice(0, 2), noise, ...records.slice(2)]))).slice(-1),
    ).toEqual([urlOf(4)]);
  });

  it.each([
    ["announces less than it holds", warcRecord("0123456789", { url: urlOf(5), length: 4 })],
    ["announces more than it holds", warcRecord("0123456789", { url: urlOf(5), length: 99 })],
    ["announces no length", Buffer.from("WARC/1.0\r\nWARC-Type: response\r\n\r\n")],
    ["has a header without an end", Buffer.from(`WARC/1.0\r\nX-Long: ${"x".repeat(70_000)}`)],
  ])("reports a record that %s", async (_what, lying) => {
    const file = Buffer.concat([gzipSync(lying), ...members]);
    expect(await seen(file)).toEqual(["broken@0", ...all]);
  });

  it("does not believe a record that a page carries in its text", async () => {
    const planted = pageRecord("https://planted.example/", "planted");
    const carrier = warcRecord(Buffer.concat([Buffer.from("<p>"), planted]), { url: urlOf(5), length: 3 });
    const file = Buffer.concat([gzipSync(carrier), ...members]);
    expect(await seen(file)).toEqual(["broken@0", ...all]);
  });
});

describe("bytes of strangers", () => {
  const whole = [gzipped(records), Buffer.concat(records), gzipSync(Buffer.concat(records))];

  it("never throw and never give more than a stream of this length can hold", async () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(), remove: fc.nat({ max: 40 }), insert: fc.uint8Array({ maxLength: 40 }) }),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), edits, fc.nat(), async (file, changes, cut) => {
        let bytes = file.subarray(0, file.length - (cut % 3 === 0 ? cut % file.length : 0));
        for (const { at, remove, insert } of changes) {
          const from = at % (bytes.length + 1);
          bytes = Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + remove)]);
        }
        for (const item of await itemsOf(bytes, 97)) {
          if (item.kind !== "record") continue;
          expect(item.bytes.length).toBeLessThanOrEqual(MAX_RECORD_BYTES + 65_536);
          const record = await archivedRecord(item.bytes, MAX_RECORD_BYTES);
          expect(["page", "skipped", "broken"]).toContain(record.kind);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("in a record's HTTP part end as a page, a reason or a message", async () => {
    const line = fc.oneof(
      fc.constantFrom(
        "HTTP/1.1 200 OK",
        "HTTP/1.1 404",
        "Content-Encoding: gzip",
        "Content-Encoding: br",
        "Content-Encoding: deflate",
        "Content-Encoding: zstd",
        "Transfer-Encoding: chunked",
        "Content-Type: text/html",
        "Content-Type: image/png",
        "",
      ),
      fc.string({ maxLength: 30, unit: "binary" }),
    );
    const body = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(gzipSync(page(1))));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 7 }), body, async (lines, bytes) => {
        const block = Buffer.concat([Buffer.from(lines.join("\r\n")), Buffer.from(bytes)]);
        const record = await archivedRecord(warcRecord(block, { url: urlOf(1) }), MAX_RECORD_BYTES);
        if (record.kind === "page") expect(record.body.length).toBeLessThanOrEqual(MAX_RECORD_BYTES);
        else expect(record.kind === "skipped" ? record.reason : record.message).not.toBe("");
      }),
      { numRuns: RUNS },
    );
  });

  it("that are random are reported, not thrown", async () => {
    const start = fc.constantFrom("", "WARC/1.0\r\n", "\u001f\u008b\u0008\u0000");
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 600 }), async (prefix, bytes) => {
        await itemsOf(Buffer.concat([Buffer.from(prefix, "latin1"), bytes]), 50);
      }),
      { numRuns: RUNS },
    );
  });
});
