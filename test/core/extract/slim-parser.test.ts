/* The slim parser tells what htmlparser2's own does, but that it only counts the attributes that are not read. */
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { shapesOf } from "../../../src/core/extract/tree/name-shapes.ts";
import { SlimParser } from "../../../src/core/extract/tree/slim-parser.ts";

const NAMES = ["class", "id", "datetime"];

type Event = readonly [kind: string, ...said: string[]];

/** Events for the attributes of NAMES, tags and texts, with where they begin; attributes of other names are counted. */
function eventsOf(html: string, isSlim: boolean): { events: Event[]; others: number } {
  const events: Event[] = [];
  let others = 0;
  const note = (...said: Event) => events.push([...said, String(parser.startIndex)]);
  const handler = {
    onopentagname: (tag: string) => note("open", tag),
    onattribute: (name: string, value: string) => {
      if (NAMES.includes(name)) note("attribute", name, value);
      else others++;
    },
    ontext: (text: string) => note("text", text),
    onclosetag: (tag: string) => note("close", tag),
  };
  const parser: Parser = isSlim
    ? new SlimParser(handler, shapesOf(NAMES), () => {
        others++;
      })
    : new Parser(handler, { decodeEntities: true });
  parser.write(html);
  parser.end();
  return { events, others };
}

const PIECES = [
  ...["<p", "<a", "<br", "<svg", "<title>", "<script", ">", "/>", "</p>", "</a>", "<!--", "-->", "text"],
  ...[
    "<",
    "</",
    "</p",
    "</br>",
    "</svg>",
    "</title>",
    "</SCRIPT ",
    "<textarea>",
    "</textarea",
    "<plaintext>",
  ],
  ...[
    "<style>",
    "</style>",
    "<!-->",
    "<!--->",
    "--!>",
    "--",
    "<![CDATA[",
    "]]>",
    "<!doctype html>",
    "<?php",
    "/",
  ],
  ...[" class", " CLASS", " id", " data-id", " datetime", " srcset", " alt", " onclick", " x", "\n", " "],
  ...[
    '="a b"',
    "='c'",
    "=d",
    '="&amp;e"',
    "=&eacute;",
    '=""',
    "=",
    '"',
    "'",
    "&lt;",
    "&amp",
    "&#1",
    "ÀB",
    "é",
  ],
];

/** Ends whatever tag is open. */
const TAIL = ` "'>"'>`;

describe("the slim parser", () => {
  it.each([
    '<p CLASS="a" alt="&amp;" id=b>x</p>',
    '<img srcset="a 1x, b 2x" class=c hidden><p datetime>',
    '<a onclick="f(&quot;x&quot;)" data-class="n" id="&eacute;&amp;"/>y',
    "<p clasp='z' class='k' class='l' is=m id",
  ])("reads %s as the whole one does", (html) => {
    expect(eventsOf(html, true)).toEqual(eventsOf(html, false));
  });

  it("reads any page as the whole one does", () => {
    const page = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(page, (html) => {
        expect(eventsOf(html + TAIL, true)).toEqual(eventsOf(html + TAIL, false));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["text", "a &am", ["a &am"]],
    ["text that ends with a sign", "a <", ["a ", "<"]],
    ["a title", "<title>a </ti", ["a </ti"]],
    ["a script", "<script>a </scrip", ["a </scrip"]],
    ["a comment", "a<!-- b --", ["a"]],
    ["a declaration", "a<!doctype", ["a"]],
    ["a tag's name", "a<img", ["a"]],
    ["an attribute", "a<p class='b", ["a"]],
    ["an end tag", "a</p ", ["a"]],
  ])("reads a page cut within %s", (_where, html, texts) => {
    const { events } = eventsOf(html, true);
    expect(events.filter(([kind]) => kind === "text").map(([, text]) => text)).toEqual(texts);
  });
});
