import { describe, expect, it } from "vitest";
import { shownUrl } from "../../../src/core/url/shown-url.ts";

const LONG = "x".repeat(200);

describe("a URL in a message", () => {
  it.each([
    ["a password", "http://joe:secret@quay.example/1", '"http://…@quay.example/1"'],
    ["a password that holds an @", "http://joe:se@cret@quay.example/1", '"http://…@quay.example/1"'],
    ["a password longer than a line", `http://joe:${LONG}@quay.example/1`, '"http://…@quay.example/1"'],
  ])("shows nothing of %s", (_what, url, shown) => {
    expect(shownUrl(url)).toBe(shown);
  });

  it("keeps an @ that belongs to the page", () => {
    expect(shownUrl("http://quay.example/@desk?to=a@b.example")).toBe(
      '"http://quay.example/@desk?to=a@b.example"',
    );
  });

  it("stands on one line and is cut behind 120 characters", () => {
    expect(shownUrl("http://quay.example/a\nb\u202e")).toBe('"http://quay.example/a\ufffdb\ufffd"');
    expect(shownUrl(`http://quay.example/${LONG}`)).toBe(`"http://quay.example/${LONG.slice(0, 100)}…"`);
  });
});
