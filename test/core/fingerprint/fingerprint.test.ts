import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_ANCHORS } from "../../../src/core/fingerprint/anchors.ts";
import { decodeFingerprint, encodeFingerprint } from "../../../src/core/fingerprint/codec.ts";
import { notComparable } from "../../../src/core/fingerprint/comparable.ts";
import { FINGERPRINT_VERSION, fingerprint } from "../../../src/core/fingerprint/fingerprint.ts";
import {
  assertKernelMatchesReference,
  referenceLane,
  referenceSimhash,
} from "../../../src/core/fingerprint/reference.ts";
import { hammingDistance, simhashLane } from "../../../src/core/fingerprint/simhash.ts";
import { smallestDistinct } from "../../../src/core/fingerprint/smallest.ts";
import { MAX_CODE_UNITS, Tokeniser } from "../../../src/core/fingerprint/tokens.ts";
import type { Fingerprint } from "../../../src/core/model.ts";

const STORY =
  "The harbour council of Port Ellery voted 7 to 2 on Monday to dredge the north channel before winter. " +
  "Mayor Ines Calder said the work would cost 2,400 crowns a day and last until the ice comes. " +
  "Two members, both of them fishermen, warned that the spoil would bury the oyster beds off Low Point.";

/** The fingerprint of STORY as it is written. */
const RECORDED =
  "AwE3NA7eBajH8v21NAowRWjWSBcGUXAgSuIRkYfwZxwnHMgWsaohQoDNeceITaMRscFtXd0JFZ9Km1cTYfIf8ewaTnGISMZZFm5A" +
  "lUf0BUurjuZejIbgANkEAAMOOMrNvW5KERGoqqo2LbdVsl4cHpzfwldExSQpQvRVoUo8FYm4Y/hy78NO9oMlH/M=";

function tokensOf(text: string): number[] {
  const tokeniser = new Tokeniser();
  tokeniser.tokenise(text);
  return [...tokeniser.hashes.subarray(0, tokeniser.count)];
}

describe("tokens", () => {
  it.each([
    ["case", "Port Ellery", "PORT ELLERY"],
    ["accents, composed or not", "café Zoë", "cafe\u0301 Zoe"],
    ["apostrophes", "it’s the mayor's", "its the mayors"],
    ["dots of abbreviations", "the U.S. fleet", "the US fleet"],
    ["commas in numbers", "2,400 crowns", "2400 crowns"],
    ["percent signs", "rose 5.5% again", "rose 5.5 per cent again"],
    ["percent abbreviated", "rose 5 pct", "rose 5 percent"],
    ["spelling", "the defence program colour travelled", "the defense programme color traveled"],
    ["small numbers in words", "seven boats", "7 boats"],
    ["months", "on Oct. 4", "on October 4"],
    ["ligatures", "the ﬁrst oﬃce", "the first office"],
    ["full-width forms", "Ｐｏｒｔ １２％", "port 12%"],
    ["digits of another script", "٢٤ boats", "24 boats"],
    ["sharp s", "die Straße", "DIE STRASSE"],
    ["final sigma", "ο λιμένας", "Ο ΛΙΜΈΝΑΣ"],
    ["Hangul, composed or not", "항구 의회", "항구 의회".normalize("NFD")],
    ["mathematical letters", "𝐏𝐨𝐫𝐭", "port"],
    ["zero-width stuffing", "har\u200Bbo\u200Dur", "harbour"],
  ])("reads %s as the same", (_, one, other) => {
    expect(tokensOf(one)).toEqual(tokensOf(other));
  });

  it.each([
    ["words", "north channel", "south channel"],
    ["figures", "99.63", "99.64"],
    ["a decimal point from a sentence end", "5.5 boats", "55 boats"],
    ["Devanagari vowel signs", "किला", "कला"],
  ])("keeps %s apart", (_, one, other) => {
    expect(tokensOf(one)).not.toEqual(tokensOf(other));
  });

  it("takes one token per character in a script without spaces", () => {
    expect(tokensOf("港の議会")).toHaveLength(4);
    expect(tokensOf("𠮷野家")).toHaveLength(3);
  });

  it("reads a word alike wherever in the text it stands", () => {
    const sentence = "The U.S. cut 2,000 jobs, or 5.5 per cent, at the Ellery colour mill's 港 oﬃce";
    const tokens = tokensOf(sentence);
    // More than the tokeniser reads at once, so that each letter and mark comes to stand at an edge.
    for (let before = 400; before < 600; before++) {
      expect(tokensOf(" ".repeat(before) + sentence)).toEqual(tokens);
    }
  });

  it("separates words at emoji and lone surrogates", () => {
    expect(tokensOf("north😀channel")).toEqual(tokensOf("north channel"));
    expect(tokensOf("north\ud800channel")).toEqual(tokensOf("north channel"));
    expect(tokensOf("north\udc00channel")).toEqual(tokensOf("north channel"));
  });
});

describe("simhash kernel", () => {
  it("computes the bits of simhash-js on its built-in sample", () => {
    expect(() => assertKernelMatchesReference()).not.toThrow();
  });

  it("computes the bits of simhash-js on any features", () => {
    fc.assert(
      fc.property(fc.int32Array({ maxLength: 120 }), (features) => {
        expect(simhashLane(features, features.length)).toBe(referenceLane(features, features.length));
      }),
    );
  });

  it.each([511, 512, 513, 1025])("computes the bits of simhash-js on %d features", (length) => {
    const features = Int32Array.from({ length }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
    expect(simhashLane(features, length)).toBe(referenceLane(features, length));
  });

  it("computes the bits of simhash-js on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(fingerprint(text).simhash).toEqual(referenceSimhash(text));
      }),
      // simhash-js needs milliseconds for each; the benchmark compares 100,000.
      { numRuns: 40 },
    );
  });

  it("leaves no stray globals of simhash-js behind", () => {
    referenceSimhash(STORY);
    for (const name of ["shingle", "mixed", "Jenkins", "SimHash", "Comparator"]) {
      expect(Object.hasOwn(globalThis, name)).toBe(false);
    }
  });

  it("counts differing bits in both lanes", () => {
    expect(hammingDistance([0, 0], [-1, 1])).toBe(33);
  });
});

describe("smallest distinct values", () => {
  it.each([
    ["the largest value there is", [-1, 7, -1], 4, [7, 0xffffffff]],
    ["values that all lie close together", [3, 1, 2, 1, 0], 3, [0, 1, 2]],
    ["no values", [], 4, []],
  ])("gives %s", (_, hashes, k, smallest) => {
    const into = new Uint32Array(k);
    const count = smallestDistinct(Int32Array.from(hashes), hashes.length, k, into);
    expect([...into.subarray(0, count)]).toEqual(smallest);
  });

  it("agrees with sorting everything", () => {
    const values = fc.oneof(fc.int32Array({ maxLength: 900 }), fc.int32Array({ max: 40, maxLength: 900 }));
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 256 }), (hashes, k) => {
        const sorted = [...new Set([...hashes].map((hash) => hash >>> 0))].sort((a, b) => a - b);
        const into = new Uint32Array(k);
        const count = smallestDistinct(hashes, hashes.length, k, into);
        expect([...into.subarray(0, count)]).toEqual(sorted.slice(0, k));
      }),
    );
  });
});

describe("fingerprint", () => {
  it("gives the recorded values", () => {
    const { version, tokenCount, shingleCount, simhash, anchors, numbers } = fingerprint(STORY);
    expect({
      version,
      tokenCount,
      shingleCount,
      simhash,
      anchors: [...anchors],
      numbers: [...numbers],
    }).toMatchInlineSnapshot(`
      {
        "anchors": [
          43537847,
          85745330,
          166862364,
          215736220,
          217274306,
          285721924,
          522660132,
          527496258,
          800366933,
          902970442,
          969574677,
          999318456,
          1004434168,
          1095549935,
          1174795854,
          1308239235,
          1451029279,
        ],
        "numbers": [
          9500,
          54415,
          63942,
        ],
        "shingleCount": 52,
        "simhash": [
          -1476010482,
          -1241648441,
        ],
        "tokenCount": 55,
        "version": 3,
      }
    `);
  });

  it("does not depend on the text before it", () => {
    const alone = fingerprint(STORY);
    fingerprint("word ".repeat(50_000));
    expect(fingerprint(STORY)).toEqual(alone);
  });

  it.each([
    ["empty text", "", "no-words"],
    ["only marks", "... !!! — « »", "no-words"],
    ["only emoji", "😀😀😀 😀", "no-words"],
    ["one word", "harbour", "too-short"],
    ["one word a million times", "harbour ".repeat(1_000_000), "too-short"],
    ["lone surrogates", "\ud800".repeat(1000), "no-words"],
  ])("names %s as not comparable", (_, text, reason) => {
    expect(notComparable(fingerprint(text))).toBe(reason);
  });

  it("compares a text of only numbers", () => {
    const numbers = Array.from({ length: 200 }, (_, i) => String(i * 7919)).join(" ");
    expect(notComparable(fingerprint(numbers))).toBeUndefined();
  });

  it("reads a bounded part of 10 MB of text", () => {
    const large = fingerprint("a harbour town ".repeat(700_000));
    expect(large.tokenCount).toBeLessThanOrEqual(MAX_CODE_UNITS);
  });
});

describe("fingerprint codec", () => {
  it("gives back any text's fingerprint", () => {
    const words = fc.array(
      fc.constantFrom("harbour", "north", "2,400", "winter", "ice", "7", "beds", "oyster"),
      {
        maxLength: 600,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          words.map((list) => list.join(" ")),
        ),
        (text) => {
          const original = fingerprint(text);
          expect(decodeFingerprint(encodeFingerprint(original))).toEqual(original);
        },
      ),
    );
  });

  it("gives back anchors whose top halves stand in the sketch, some of them, or none", () => {
    const ascending = (max: number) => fc.uniqueArray(fc.integer({ min: 0, max }), { maxLength: 20 });
    const sketchOf = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 });
    fc.assert(
      fc.property(ascending(40 * 2 ** 16), ascending(2 ** 32 - 1), sketchOf, (low, high, halves) => {
        const original: Fingerprint = {
          ...fingerprint(STORY),
          anchors: Uint32Array.from(new Set([...low, ...high].slice(0, MAX_ANCHORS))).sort(),
          sketch: Uint16Array.from(halves).sort(),
        };
        expect(decodeFingerprint(encodeFingerprint(original))).toEqual(original);
      }),
    );
  });

  it("gives back the anchors of a text so long that its lead's are none of the smallest", () => {
    const long = fingerprint(
      Array.from({ length: 20_000 }, (_, i) => `word${(i * 7919) % 100_003}`).join(" "),
    );
    const topHalves = new Set(long.sketch);
    expect([...long.anchors].some((anchor) => !topHalves.has(anchor >>> 16))).toBe(true);
    expect(decodeFingerprint(encodeFingerprint(long))).toEqual(long);
  });

  it("writes the recorded bytes", () => {
    expect(Buffer.from(encodeFingerprint(fingerprint(STORY))).toString("base64")).toBe(RECORDED);
  });

  it("throws an Error that names the fingerprint for any other bytes", () => {
    const valid = encodeFingerprint(fingerprint(STORY));
    const spoilt = fc
      .tuple(fc.nat(valid.length - 1), fc.integer({ min: 0, max: 255 }))
      .map(([at, byte]) => valid.map((old, i) => (i === at ? byte : old)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), spoilt), (bytes) => {
        try {
          const decoded = decodeFingerprint(bytes);
          expect(decoded.version).toBe(FINGERPRINT_VERSION);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect((error as Error).message).toContain("fingerprint");
        }
      }),
    );
  });

  it.each([
    ["an unknown version", (bytes: Uint8Array) => bytes.with(0, 99), "version 99"],
    ["a missing end", (bytes: Uint8Array) => bytes.slice(0, -1), "ends within"],
    ["bytes after the end", (bytes: Uint8Array) => Uint8Array.of(...bytes, 0), "after its end"],
    ["unknown flags", (bytes: Uint8Array) => bytes.with(1, 8), "flags 8"],
  ])("refuses %s", (_, spoil, message) => {
    const bytes = spoil(encodeFingerprint(fingerprint(STORY)));
    expect(() => decodeFingerprint(bytes)).toThrow(message);
  });
});
