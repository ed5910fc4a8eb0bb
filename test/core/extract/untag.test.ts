/* Tags and entities of texts, and what a hostile text may cost. */
import { describe, expect, it } from "vitest";
import { untag } from "../../../src/core/extract/blocks/untag.ts";
import { extract } from "../../../src/core/extract/extract.ts";
import { MAX_BYLINE_CHARACTERS, MAX_BYLINES, MAX_DEPTH } from "../../../src/core/extract/limits.ts";

function textOf(content: string) {
  const untagged = untag(content);
  if (untagged.kind === "refused") throw new Error(untagged.message);
  return untagged;
}

/** Paragraphs of a text without its tags. */
function paragraphsOf(content: string): string[] {
  return textOf(content)
    .text.split(/\n{2,}/)
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

describe("<br>", () => {
  it.each([
    ["behind a space", "<p>One <b>two</b> <br>three</p>", ["One two three"]],
    ["behind a tag", "<p>One <b>two</b><br>three</p>", ["One two three"]],
    ["before a space", "<p>One<br> three</p>", ["One three"]],
    ["twice, with a space between", "<p>One<br> <br>three</p>", ["One", "three"]],
    ["twice, behind a space", "<p>One <br><br>three</p>", ["One", "three"]],
    ["once in each of two paragraphs", "<p>One<br></p><p><br>three</p>", ["One", "three"]],
  ])("%s parts paragraphs only where it is doubled", (_, content, expected) => {
    expect(paragraphsOf(content)).toEqual(expected);
  });
});

describe("an element without text of its own", () => {
  it.each([
    ["video", "<p>One</p><video></video><p>two</p><video src=b><p>rest</p>"],
    ["video in a paragraph", "<p>One <video></video></p><p>two <video src=b> rest</p>"],
    ["object", "<p>One</p><object data=b><p>two</p><object></object><p>rest</p>"],
    ["audio", "<p>One</p><audio src=a>two<p>rest</p><audio src=b>no</audio>"],
    ["noscript", "<p>One</p><noscript>no</noscript>two<noscript><p>rest</p>"],
    ["iframe", "<p>One</p><iframe src=a><p>two</p><iframe src=b></iframe>rest"],
    ["video that a slash closes", "<p>One</p><video src=a /><p>two</p><video>no</video><p>rest</p>"],
    ["video that closes too late", "<p>One</p><video src=a><p>two</p><p>rest</p></video>"],
    ["audio within a video", "<p>One <video><audio></video>two <audio></audio>rest</p>"],
    ["script", "<p>One</p><script>no</script><p>two</p><script src=b><p>rest</p>"],
  ])("that nothing closes hides no text: %s", (_, content) => {
    const words = paragraphsOf(content).join(" ");
    expect(words).toBe("One two rest");
  });

  it.each([
    ["video", "<p>One <video src=a>no</video>two</p>"],
    ["nested", "<p>One <noscript>no <iframe src=a>no</iframe> no</noscript>two</p>"],
    ["object within one", "<p>One <object><object>no</object></object>two</p>"],
    ["script that writes tags", '<p>One <script>w("<p>no</p><!-- <script> <video>")</script>two</p>'],
    ["style in capitals", "<p>One <STYLE>p { color: red }</STYLE >two</p>"],
    ["comment", "<p>One <!-- <b no --> <!-- <script> </video> -->two</p>"],
  ])("that is closed goes with what it holds: %s", (_, content) => {
    expect(paragraphsOf(content)).toEqual(["One two"]);
  });

  it("stays as written where its name is closed nowhere", () => {
    expect(paragraphsOf("<p>The <video> tag plays films.</p>")).toEqual(["The <video> tag plays films."]);
  });
});

describe("a comment that nothing closes", () => {
  it("is text, as is all behind it", () => {
    expect(paragraphsOf("<p>One <!-- two</p><p>rest</p>")).toEqual(["One <!-- two", "rest"]);
    expect(paragraphsOf("<p>One <!-- no --> <!-- two</p><p>rest</p>")).toEqual(["One <!-- two", "rest"]);
  });
});

describe("a byline", () => {
  it("within another is part of it", () => {
    const content =
      '<div class="byline">By <div><span class="author">Jonna Tvedt</span></div> in Varnby</div>';
    expect(textOf(content).bylines).toEqual(["By Jonna Tvedt in Varnby"]);
  });

  it("is kept once, however deep they nest", () => {
    const depth = 100;
    const content = `${'<div class="byline">x'.repeat(depth)}${"</div>".repeat(depth)}`;
    expect(textOf(content).bylines).toEqual([Array(depth).fill("x").join(" ")]);
  });

  it("that holds the article is none", () => {
    const content = `<div class="author-page author">${"<p>One two three.</p>".repeat(MAX_BYLINE_CHARACTERS)}</div>`;
    expect(textOf(content).bylines).toEqual([]);
  });

  it("is read as often as a page may have one", () => {
    const content = "<byline>By Jonna Tvedt</byline>".repeat(MAX_BYLINES * 2);
    expect(textOf(content).bylines).toHaveLength(MAX_BYLINES);
  });
});

describe("elements that nest", () => {
  const nested = (tag: string, depth: number) =>
    `${`<${tag}>`.repeat(depth)}One two${`</${tag}>`.repeat(depth)}`;

  it.each(["b", "div", "q"])("as deep as browsers allow are read: <%s>", (tag) => {
    expect(paragraphsOf(nested(tag, MAX_DEPTH))).toEqual(["One two"]);
  });

  it.each(["p", "li"])("only because nothing closes them are no depth: <%s>", (tag) => {
    const content = `<${tag}>One two`.repeat(MAX_DEPTH * 2);
    expect(paragraphsOf(content)).toHaveLength(MAX_DEPTH * 2);
  });

  it.each(["b", "q", "span"])("are no depth within a line: <%s>", (tag) => {
    expect(paragraphsOf(nested(tag, 80_000))).toEqual(["One two"]);
  });

  it.each(["div", "byline", "person"])("deeper are refused by name: <%s>", (tag) => {
    expect(extract({ kind: "text", content: nested(tag, 80_000) })).toEqual({
      kind: "refused",
      rule: "page-depth",
      message: `more than ${MAX_DEPTH} elements are open at once`,
    });
  });
});
