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
