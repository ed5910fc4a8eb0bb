import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, MAX_JSON_VALUES, parseLine, readLines } from "../../src/cli/json-lines.ts";

const bytesOf = (text: string): Buffer => Buffer.from(text, "utf8");

async function* chunksOf(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const to of [...places, bytes.length]) {
    yield bytes.subarray(from, to);
    from = to;
  }
}

async function linesOf(bytes: Uint8Array, cuts: readonly number[] = [], limit?: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(chunksOf(bytes, cuts), limit)) lines.push(line);
  return lines;
}

async function parsed(text: string | Uint8Array, limit?: number) {
  const lines = await linesOf(typeof text === "string" ? bytesOf(text) : text, [], limit);
  return lines.map((line) => parseLine(line, limit));
}

const message = async (text: string | Uint8Array, limit?: number): Promise<string> => {
  const [first] = await parsed(text, limit);
  return first?.kind === "bad" ? first.message : `not bad: ${JSON.stringify(first)}`;
};

/** Bytes with many newlines, quotes and pieces of characters in them. */
const hostileBytes = fc
  .array(fc.constantFrom("\n", "\r\n", '"', "\\", "{}", "é", "😀", "\ufffd", "[", "\u0000", "a"), {
    maxLength: 60,
  })
  .chain((pieces) =>
    fc.uint8Array({ maxLength: 6 }).map((noise) => Buffer.concat([bytesOf(pieces.join("")), noise])),
  );

describe("reading lines", () => {
  it("gives the same lines however the bytes are cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(hostileBytes, fc.array(fc.nat(), { maxLength: 12 }), async (bytes, cuts) => {
        expect(await linesOf(bytes, cuts)).toEqual(await linesOf(bytes));
      }),
    );
  });

  it("gives the same lines however the bytes are cut where lines are over the limit", async () => {
    await fc.assert(
      fc.asyncProperty(hostileBytes, fc.array(fc.nat(), { maxLength: 12 }), async (bytes, cuts) => {
        expect(await linesOf(bytes, cuts, 4)).toEqual(await linesOf(bytes, [], 4));
      }),
    );
  });

  it("loses no byte and adds none", async () => {
    await fc.assert(
      fc.asyncProperty(hostileBytes, async (bytes) => {
        const lines = await linesOf(bytes, [3, 7]);
        const joined = lines.map((line) => (line.kind === "line" ? line.bytes.toString("latin1") : "lost"));
        const endsWithNewline = bytes.at(-1) === 0x0a;
        expect(joined.join("\n") + (endsWithNewline ? "\n" : "")).toBe(bytes.toString("latin1"));
        expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
      }),
    );
  });

  it.each([
    ["", 0],
    ["{}", 1],
    ["{}\n", 1],
    ["{}\n\n", 2],
    ["\n", 1],
    ["{}\r\n{}", 2],
  ])("counts in %j %i lines", async (text, count) => {
    expect(await linesOf(bytesOf(text))).toHaveLength(count);
  });

  it("gives a line of exactly the limit, and says of a longer one how long it is", async () => {
    const lines = await linesOf(bytesOf("1234\n12345\n1\n"), [2], 4);
    expect(lines).toEqual([
      { kind: "line", number: 1, bytes: bytesOf("1234") },
      { kind: "too-long", number: 2, byteCount: 5 },
      { kind: "line", number: 3, bytes: bytesOf("1") },
    ]);
  });

  it("gives the lines before an error of the source, then the error in the place of the line it broke", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytesOf("1\n2");
      throw new Error("EIO: the disk is gone");
    }
    const lines: Line[] = [];
    for await (const line of readLines(broken())) lines.push(line);
    expect(lines).toEqual([
      { kind: "line", number: 1, bytes: bytesOf("1") },
      { kind: "unreadable", number: 2, message: "EIO: the disk is gone" },
    ]);
  });

  it("answers a line that is far over the limit with its length", async () => {
    const chunk = Buffer.alloc(65_536, "x");
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (given = 0; given < 1_000; given++) yield chunk;
    }
    const lines: Line[] = [];
    for await (const line of readLines(endless(), 1_024)) lines.push(line);
    expect(lines).toEqual([{ kind: "too-long", number: 1, byteCount: 65_536_000 }]);
  });
});

describe("parsing a line", () => {
  it("never throws, and answers every line with a value or a message that begins with its number", async () => {
    await fc.assert(
      fc.asyncProperty(hostileBytes, async (bytes) => {
        for (const line of await linesOf(bytes)) {
          const result = parseLine(line);
          if (result.kind === "bad") expect(result.message).toMatch(new RegExp(`^line ${line.number} `));
        }
      }),
    );
  });

  it("gives back any JSON value that was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const text = JSON.stringify(value);
        expect(await parsed(text)).toEqual([{ kind: "value", value: JSON.parse(text) }]);
      }),
    );
  });

  it("passes over a byte order mark before the first line only", async () => {
    expect(await parsed("\ufeff1\n2")).toEqual([
      { kind: "value", value: 1 },
      { kind: "value", value: 2 },
    ]);
    expect((await parsed("1\n\ufeff2"))[1]?.kind).toBe("bad");
  });

  it.each([
    ["nonsense", "line 1 is not JSON: Unexpected token"],
    ['{"id": "a"', "line 1 is not JSON: "],
    ["", "not bad: undefined"],
    ["\n{}", "line 1 is not JSON: it is empty"],
    [" \t \r\n", "line 1 is not JSON: it is empty"],
  ])("says of %j: %s…", async (text, expected) => {
    expect(await message(text)).toContain(expected);
  });

  it("names the first byte that is not UTF-8, also behind replacement characters that were written", async () => {
    const line = Buffer.concat([bytesOf('"é\ufffd'), Buffer.from([0xe9, 0x22])]);
    expect(await message(line)).toBe("line 1 is not UTF-8: byte 7 of it is 0xe9");
  });

  it("names a sequence that the end of the line cuts off", async () => {
    const line = Buffer.concat([bytesOf("ab"), bytesOf("😀").subarray(0, 3), bytesOf("\n{}")]);
    expect(await message(line)).toBe("line 1 is not UTF-8: byte 3 of it is 0xf0");
  });

  it("says how long a line is and what the limit is", async () => {
    expect(await message("12345", 4)).toBe("line 1 is 5 bytes long; at most 4 are read");
  });

  it.each([
    ["brackets that open and never close", "[".repeat(MAX_JSON_VALUES + 1)],
    ["empty objects", `[${"{},".repeat(MAX_JSON_VALUES)}0]`],
    ["numbers", `[${"0,".repeat(MAX_JSON_VALUES)}0]`],
    ["strings that hold quotation marks", `[${'"\\\\\\"",'.repeat(MAX_JSON_VALUES)}0]`],
  ])("refuses too many %s before they cost memory", async (_what, text) => {
    expect(await message(text)).toBe("line 1 holds more than 100000 JSON values");
  });

  it("does not count what stands inside of a string", async () => {
    const html = `<p>[{,${'\\"'.repeat(3)}`.repeat(MAX_JSON_VALUES);
    const text = JSON.stringify({ id: "a", html });
    expect(await parsed(text)).toEqual([{ kind: "value", value: { id: "a", html } }]);
  });
});
