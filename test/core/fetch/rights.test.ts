/* What pages and servers say about being kept and mined. */
import { describe, expect, it } from "vitest";
import { extract } from "../../../src/core/extract/extract.ts";
import { combinedRights, rightsOf, robotsDirectives } from "../../../src/core/fetch/rights.ts";
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
    ["googlebot: noindex\nnoarchive", ["noarchive"]],
    ["googlebot: noindex, nosnippet\notherbot: noarchive\nnofollow", ["nofollow"]],
    ["noindex\ngooglebot: noarchive", ["noindex"]],
    ["unavailable_after: 25 Jun 2027 15:00:00 PST\nnoarchive", ["noarchive"]],
    ["unavailable_after: 2027-06-25T15:00:00Z, noarchive", ["noarchive"]],
    ["googlebot: unavailable_after: 25 Jun 2027 15:00:00 PST, noarchive", []],
    ["max-image-preview:large, max-snippet:-1, max-video-preview:-1, noarchive", ["noarchive"]],
    ["noarchiver", ["noarchiver"]],
    ["wirefold: noarchive", ["noarchive"]],
    ["googlebot: nosnippet, WireFold: noarchive", ["noarchive"]],
    ["wirefold: noindex, otherbot: noarchive", ["noindex"]],
    ["wirefold-news: noarchive", []],
    ["", []],
    [",,:,", [":"]],
  ])("of %j are %j", (value, expected) => {
    const found = [...robotsDirectives(value, "Wirefold")];
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(found.includes("noarchive")).toBe(expected.includes("noarchive"));
  });
});

describe("rights", () => {
  it("are absent where nothing is said that anybody acts on", () => {
    expect(rightsOf({}, "headers", "wirefold")).toBeUndefined();
    expect(
      rightsOf({ robots: "index, follow, max-snippet:-1", tdmReservation: "2" }, "metas", "wirefold"),
    ).toBeUndefined();
  });

  it("name what is reserved and where that is said", () => {
    const said = { robots: "noarchive, noai", tdmReservation: " 1 ", tdmPolicy: "https://quay.example/tdm" };
    expect(rightsOf(said, "headers", "wirefold")).toEqual({
      noarchive: true,
      noai: true,
      tdmReservation: true,
      tdmPolicy: "https://quay.example/tdm",
      sources: ["x-robots-tag", "tdm-header"],
    });
  });

  it("keep no policy that is no web address", () => {
    expect(
      rightsOf({ tdmReservation: "0", tdmPolicy: "javascript:alert(1)" }, "metas", "wirefold"),
    ).toMatchObject({
      tdmReservation: false,
      tdmPolicy: null,
    });
    expect(
      rightsOf({ tdmPolicy: `https://quay.example/${"a".repeat(3_000)}` }, "metas", "wirefold"),
    ).toBeUndefined();
  });

  it("of the page count before those of the header, and what forbids holds wherever it stands", () => {
    const header = rightsOf({ robots: "noai", tdmReservation: "1" }, "headers", "wirefold");
    const meta = rightsOf({ robots: "noarchive", tdmReservation: "0" }, "metas", "wirefold");
    const expected = {
      noarchive: true,
      noai: true,
      tdmReservation: false,
      tdmPolicy: null,
      sources: ["x-robots-tag", "tdm-header", "meta-robots", "tdm-meta"],
    };
    expect(combinedRights(header, meta)).toEqual(expected);
    expect(combinedRights(undefined, meta)).toBe(meta);
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

  it("are read where they speak to this robot by name, whatever it is called", () => {
    const head = '<meta name="Wirefold" content="noarchive"><meta name="otherbot" content="noai">';
    expect(articleOf(head).rights).toMatchObject({ noarchive: true, noai: false, sources: ["meta-robots"] });
    const page = htmlPage(pageHtml("Quay closed", story(61), head), "https://quay.example/1");
    const other = extract({ ...page, productToken: "OtherBot" });
    expect(other).toMatchObject({ article: { rights: { noarchive: false, noai: true } } });
  });

  it("leave the field out where they say nothing", () => {
    expect(articleOf('<meta name="robots" content="index, follow">')).not.toHaveProperty("rights");
  });
});
