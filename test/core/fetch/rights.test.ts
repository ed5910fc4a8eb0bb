/* What pages and servers say about being kept and mined. */
import { describe, expect, it } from "vitest";
import { extract } from "../../../src/core/extract/extract.ts";
import { rightsOf, robotsDirectives, stricterRights } from "../../../src/core/fetch/rights.ts";
import { htmlPage, pageHtml, story } from "../../support/articles.ts";

describe("robots directives", () => {
  it.each([
    ["noarchive", ["noarchive"]],
    ["NoIndex, NOARCHIVE", ["noindex", "noarchive"]],
    ["googlebot: noarchive", []],
    ["googlebot: noarchive, nosnippet", []],
    ["noindex, googlebot: noarchive", ["noindex"]],
    ["googlebot: noindex, *: noarchive", ["noarchive"]],
    ["max-snippet: 20, noarchive", ["max-snippet: 20", "noarchive"]],
    ["unavailable_after: Friday, 25-Jun-27 15:00:00 GMT, noarchive", ["noarchive"]],
    ["noarchiver", ["noarchiver"]],
    ["", []],
    [",,:,", [":"]],
  ])("of %j are %j", (value, expected) => {
    const found = [...robotsDirectives(value)];
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(found.includes("noarchive")).toBe(expected.includes("noarchive"));
  });
});

describe("rights", () => {
  it("are absent where nothing is said that anybody acts on", () => {
    expect(rightsOf({}, "headers")).toBeUndefined();
    expect(
      rightsOf({ robots: "index, follow, max-snippet:-1", tdmReservation: "2" }, "metas"),
    ).toBeUndefined();
  });

  it("name what is reserved and where that is said", () => {
    const said = { robots: "noarchive, noai", tdmReservation: " 1 ", tdmPolicy: "https://quay.example/tdm" };
    expect(rightsOf(said, "headers")).toEqual({
      noarchive: true,
      noai: true,
      tdmReservation: true,
      tdmPolicy: "https://quay.example/tdm",
      sources: ["x-robots-tag", "tdm-header"],
    });
  });

  it("keep no policy that is no web address", () => {
    expect(rightsOf({ tdmReservation: "0", tdmPolicy: "javascript:alert(1)" }, "metas")).toMatchObject({
      tdmReservation: false,
      tdmPolicy: null,
    });
    expect(rightsOf({ tdmPolicy: `https://quay.example/${"a".repeat(3_000)}` }, "metas")).toBeUndefined();
  });

  it("of header and page together are the stricter", () => {
    const header = rightsOf({ tdmReservation: "0", tdmPolicy: "https://quay.example/a" }, "headers");
    const meta = rightsOf({ robots: "noarchive", tdmReservation: "1" }, "metas");
    const expected = {
      noarchive: true,
      noai: false,
      tdmReservation: true,
      tdmPolicy: "https://quay.example/a",
      sources: ["tdm-header", "meta-robots", "tdm-meta"],
    };
    expect(stricterRights(header, meta)).toEqual(expected);
    expect(stricterRights(meta, undefined)).toBe(meta);
  });
});

describe("a page's metas", () => {
  const articleOf = (head: string) => {
    const extraction = extract(htmlPage(pageHtml("Quay closed", story(61), head), "https://quay.example/1"));
    if (extraction.kind !== "article") throw new Error(extraction.message);
    return extraction.article;
  };

  it("tell the rights of its article", () => {
    const head = `<meta name="Robots" content="index"><meta name="robots" content="NOARCHIVE">
      <meta name="tdm-reservation" content="1"><meta name="tdm-policy" content="https://quay.example/tdm.json">`;
    expect(articleOf(head).rights).toEqual({
      noarchive: true,
      noai: false,
      tdmReservation: true,
      tdmPolicy: "https://quay.example/tdm.json",
      sources: ["meta-robots", "tdm-meta"],
    });
  });

  it("leave the field out where they say nothing", () => {
    expect(articleOf('<meta name="robots" content="index, follow">')).not.toHaveProperty("rights");
  });
});
