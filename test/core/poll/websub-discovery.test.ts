import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLinkHeader } from "../../../src/core/poll/link-header.ts";
import { readFeed } from "../../../src/core/poll/read-feed.ts";
import { discoverHubs } from "../../../src/core/poll/websub-discovery.ts";
import { items, rss } from "./documents.ts";

const FEED = "https://harbour.example/feed";

describe("a Link header", () => {
  it.each<[string, string, ReadonlyArray<readonly [string, readonly string[]]>]>([
    ["one link", "<https://hub.example/>; rel=hub", [["https://hub.example/", ["hub"]]]],
    ["a quoted relation", '<https://hub.example/>; rel="hub"', [["https://hub.example/", ["hub"]]]],
    ["several relations", '</feed>;rel="self canonical"', [["/feed", ["self", "canonical"]]]],
    [
      "several links",
      '<a>; rel="hub", <b>; rel="self"',
      [
        ["a", ["hub"]],
        ["b", ["self"]],
      ],
    ],
    [
      "commas and semicolons in an address",
      "<https://h.example/?a=1,2;b>; rel=hub",
      [["https://h.example/?a=1,2;b", ["hub"]]],
    ],
    ["a comma in a quoted parameter", '<a>; title="x, <y>; rel=self"; rel=hub', [["a", ["hub"]]]],
    ["escaped quotes", '<a>; title="say \\"rel=self\\""; rel=hub', [["a", ["hub"]]]],
    ["blanks wherever they may stand", ' < a > ; rel = "hub" ; x ', [["a", ["hub"]]]],
    ["names in capitals", '<a>; REL="Hub"', [["a", ["hub"]]]],
    ["only the first of several rel", "<a>; rel=self; rel=hub", [["a", ["self"]]]],
    ["a parameter without a value", "<a>; crossorigin; rel=preload", [["a", ["preload"]]]],
    ["no link that speaks of another document", '<a>; rel=hub; anchor="/other"', []],
    ["no link without a relation", "<a>; title=hub, <b>", []],
    ["a quote that never ends", '<a>; rel="hub', [["a", ["hub"]]]],
    [
      "what stands behind garbage",
      "garbage, <a>; rel, <c>; rel=self",
      [
        ["a", []],
        ["c", ["self"]],
      ],
    ],
    ["an address that never ends", "<https://hub.example/; rel=hub", []],
    ["nothing", "", []],
  ])("gives %s", (_name, header, links) => {
    expect(parseLinkHeader(header).map(({ target, rels }) => [target, rels])).toEqual(links);
  });

  it("never throws, and is read in time that grows with its length only", () => {
    const part = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom("<", ">", ";", ",", "rel", "=", '"', "\\", " ", "\t", "hub", "<a>; rel=hub"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        for (const { rels } of parseLinkHeader(parts.join(""))) expect(rels).not.toContain("");
      }),
      { numRuns: 2_000 },
    );
    expect(parseLinkHeader("<a>; rel=hub, ".repeat(10_000))).toHaveLength(100);
    for (const hostile of ["<", "<>", '<a>;"', "<a>; ", '<a>;x="\\', "<a>;;;;"])
      expect(parseLinkHeader(hostile.repeat(20_000)).length).toBeLessThanOrEqual(100);
  });
});

describe("the hubs of a feed", () => {
  const hintsOf = (head: string) => {
    const reading = readFeed(rss(items(1), head), FEED);
    if (reading.kind !== "feed") throw new Error(reading.message);
    return reading.hints;
  };
  const IN_DOCUMENT = '<atom:link rel="hub" href="https://old.example/"/><atom:link rel="self" href="/own"/>';

  it("are those of its headers, before those of the document", () => {
    const header = '<https://hub.example/>; rel="hub", <https://harbour.example/topic>; rel="self"';
    expect(discoverHubs(header, hintsOf(IN_DOCUMENT), FEED)).toEqual({
      hubs: ["https://hub.example/"],
      self: "https://harbour.example/topic",
    });
  });

  it("are those of the document where the headers name none", () => {
    expect(discoverHubs("</style.css>; rel=preload", hintsOf(IN_DOCUMENT), FEED)).toEqual({
      hubs: ["https://old.example/"],
      self: "https://harbour.example/own",
    });
  });

  it("may stand in the headers while the feed says its own address itself", () => {
    expect(discoverHubs("<https://hub.example/>; rel=hub", hintsOf(IN_DOCUMENT), FEED).self).toBe(
      "https://harbour.example/own",
    );
  });

  it("are all that are named, each once, at most five, as absolute web addresses", () => {
    const links = ["/hub", "https://hub.example/", "https://hub.example/", "mailto:hub@a.example"];
    const head = links.map((href) => `<atom:link rel="hub" href="${href}"/>`).join("");
    const hubs = ["https://harbour.example/hub", "https://hub.example/"];
    expect(discoverHubs(undefined, hintsOf(head), FEED)).toEqual({ hubs, self: null });
    const header = links.map((link) => `<${link}>; rel=hub`).join(", ");
    expect(discoverHubs(header, {}, FEED).hubs).toEqual(hubs);
    const many = Array.from({ length: 9 }, (_, n) => `</${n}>; rel=hub`).join(", ");
    expect(discoverHubs(many, {}, FEED).hubs).toHaveLength(5);
  });

  it("are read from a JSON Feed and an Atom feed as well", () => {
    const json = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Post",
      hubs: [
        { type: "rssCloud", url: "https://cloud.example/" },
        { type: "WebSub", url: "https://one.example/" },
        { type: "WebSub", url: "https://two.example/" },
      ],
      items: [{ id: "1", url: "https://harbour.example/1" }],
    });
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><id>p</id><link rel="hub" href="https://one.example/"/><link rel="hub" href="https://two.example/"/><entry><id>1</id><link href="/1"/></entry></feed>`;
    for (const document of [json, atom])
      expect(readFeed(document, FEED)).toMatchObject({
        hints: { hubs: ["https://one.example/", "https://two.example/"] },
      });
  });

  it("may be named by a sitemap's headers", () => {
    expect(discoverHubs("<https://hub.example/>; rel=hub", {}, FEED)).toEqual({
      hubs: ["https://hub.example/"],
      self: null,
    });
  });
});
