/* Tags and entities of texts, and what a hostile text may cost. */
import { describe, expect, it } from "vitest";
import { untag } from "../../../src/core/extract/blocks/untag.ts";

/** Paragraphs of a text without its tags. */
function paragraphsOf(content: string): string[] {
  return untag(content)
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
