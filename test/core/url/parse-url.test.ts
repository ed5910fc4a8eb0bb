import { describe, expect, it } from "vitest";
import { parseUrl } from "../../../src/core/url/parse-url.ts";

/** V8 compiles a function long before. */
const OFTEN = 50_000;

describe("a URL with an umlaut", () => {
  it("is read however often it is asked for (Node 20's URL.canParse refuses it once its caller is compiled)", () => {
    let refused = 0;
    for (let i = 0; i < OFTEN; i++)
      if (parseUrl("http://bücher.example/straße")?.pathname === undefined) refused++;
    expect(refused).toBe(0);
  });

  it.each(["", "bücher", "http://", "http://[::1"])("is none: %j", (text) => {
    expect(parseUrl(text)).toBeUndefined();
  });
});
