import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticleLine, readPageLine, readPairLine, textField } from "../../src/cli/batch-schema.ts";
import type { Line } from "../../src/cli/json-lines.ts";

const NUMBER = 7;
const lineOf = (text: string): Line => ({ kind: "line", number: NUMBER, bytes: Buffer.from(text, "utf8") });
const jsonLine = (value: unknown): Line => lineOf(JSON.stringify(value));

describe("a line of extract", () => {
  it.each([
    [
      { id: "a", html: "<p>" },
      { kind: "html", content: "<p>", url: undefined },
    ],
    [
      { id: "a", text: "" },
      { kind: "text", content: "", url: undefined },
    ],
    [
      { id: "a", text: "x", html: null, url: "" },
      { kind: "text", content: "x", url: undefined },
    ],
    [
      { id: "a", html: "x", url: "https://harbour.example/1", tags: ["unread"] },
      { kind: "html", content: "x", url: "https://harbour.example/1" },
    ],
    [
      { id: "a", html: "x", fetchedAt: "2026-11-20T10:00:00+02:00" },
      { kind: "html", content: "x", url: undefined, fetchedAt: Date.UTC(2026, 10, 20, 8) },
    ],
  ])("may be %j", (value, page) => {
    expect(readPageLine(jsonLine(value))).toEqual({ kind: "read", value: { id: "a", page } });
  });

  it.each([
    ["null", "line 7 must be a JSON object; it is null"],
    ["[1]", "line 7 must be a JSON object; it is [1]"],
    ["{}", "line 7: id must be a string; it is missing"],
    ['{"id": 3, "text": "x"}', "line 7: id must be a string; it is 3"],
    ['{"id": "", "text": "x"}', 'line 7: id must be a string of at least one character; it is ""'],
    ['{"id": "a"}', "line 7 must have either html or text; it has neither"],
    ['{"id": "a", "html": null}', "line 7 must have either html or text; it has neither"],
    ['{"id": "a", "html": "", "text": ""}', "line 7 must have either html or text; it has both"],
    ['{"id": "a", "text": ["x"]}', 'line 7: text must be a string; it is ["x"]'],
    [
      '{"id": "a", "text": "x", "url": "harbour"}',
      'line 7: url must be an absolute http or https URL, or left out; it is "harbour"',
    ],
    [
      '{"id": "a", "text": "x", "url": "ftp://harbour.example/"}',
      'line 7: url must be an absolute http or https URL, or left out; it is "ftp://harbour.example/"',
    ],
    [
      '{"id": "a", "text": "x", "fetchedAt": "yesterday"}',
      'line 7: fetchedAt must be an RFC 3339 instant (2023-11-28T04:10:00Z), or left out; it is "yesterday"',
    ],
    ['{"id": "a", "text": "cut \\ud83d"}', "line 7: text holds half a surrogate pair, U+D83D at character 5"],
    ['{"id": "\\udc00", "text": "x"}', "line 7: id holds half a surrogate pair, U+DC00 at character 1"],
  ])("is refused as %s, naming the field and the value", (text, message) => {
    expect(readPageLine(lineOf(text))).toMatchObject({ kind: "wrong", message });
  });

  it("shows the start of a long value only, and how long it is", () => {
    const reading = readPageLine(jsonLine({ id: "a", text: "x", url: "x".repeat(1_000) }));
    expect(reading).toMatchObject({
      message: `line 7: url must be an absolute http or https URL, or left out; it is "${"x".repeat(59)}… (1002 characters)`,
    });
  });

  it("keeps whole surrogate pairs", () => {
    expect(readPageLine(jsonLine({ id: "😀", text: "😀" })).kind).toBe("read");
  });
});

describe("a line of dedupe", () => {
  it.each(["2023-11-28", "2023-11-28T04:10:00Z", "2023-11-28T13:10:00.5+09:00", "", null])(
    "may be dated %j",
    (datePublished) => {
      expect(readArticleLine(jsonLine({ id: "a", text: "x", datePublished })).kind).toBe("read");
    },
  );

  it.each(["yesterday", "2023-02-30", "2023-11-28T04:10:00", "28.11.2023", 1_701_144_600])(
    "is refused with the date %j, with the two spellings there are",
    (datePublished) => {
      const reading = readArticleLine(jsonLine({ id: "a", text: "x", datePublished }));
      expect(reading).toMatchObject({
        message: `line 7: datePublished must be a plain date (2023-11-28) or an RFC 3339 instant (2023-11-28T04:10:00Z), or left out; it is ${JSON.stringify(datePublished)}`,
      });
    },
  );

  it("needs a text, which may be empty", () => {
    expect(readArticleLine(jsonLine({ id: "a", text: "" })).kind).toBe("read");
    expect(readArticleLine(jsonLine({ id: "a" }))).toMatchObject({
      message: "line 7: text must be a string; it is missing",
    });
  });
});

describe("any line", () => {
  it("is read or answered with one sentence that begins with its number, whatever JSON it is", () => {
    const fields = fc.record(
      {
        id: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
        text: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
        html: fc.jsonValue(),
        url: fc.oneof(fc.webUrl(), fc.jsonValue()),
        datePublished: fc.oneof(
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
          fc.jsonValue(),
        ),
        a: fc.jsonValue(),
        b: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fields, fc.jsonValue()), (value) => {
        for (const read of [readPageLine, readArticleLine, readPairLine]) {
          const reading = read(jsonLine(value));
          if (reading.kind === "wrong") expect(reading.message).toMatch(/^line 7[ :]/);
        }
      }),
    );
  });

  it("gives its id where that can be read, though all else is wrong", () => {
    expect(textField({ id: "a", text: 3 }, "id")).toBe("a");
    expect(textField({ id: "" }, "id")).toBeNull();
    expect(textField({ id: 3 }, "id")).toBeNull();
    expect(textField(["id"], "id")).toBeNull();
    expect(textField(undefined, "id")).toBeNull();
    expect(textField(JSON.parse('{"__proto__": {"id": "a"}}'), "id")).toBeNull();
  });
});
