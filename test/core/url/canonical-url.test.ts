import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl, MAX_OFFERED_URL_CHARS, MAX_URL_CHARS } from "../../../src/core/url/canonical-url.ts";
import { registrableDomain } from "../../../src/core/url/publisher.ts";
import { CASES, REFUSED } from "./canonical-url-cases.ts";

const LEAST_CASES = 150;

/** The canonical URL, or the rule that refused it in brackets. */
function canonical(offered: string): string {
  const result = canonicalUrl(offered);
  return result.kind === "url" ? result.url : `[${result.rule}]`;
}

describe("a canonical URL", () => {
  for (const [rule, cases] of Object.entries(CASES))
    describe(rule, () => {
      it.each(cases)("%s becomes %s", (offered, expected) => {
        expect(canonical(offered)).toBe(expected);
      });
    });

  it("is its own canonical URL in every case of the table", () => {
    const results = Object.values(CASES).flatMap((cases) => cases.map(([, expected]) => expected));
    expect(results.length).toBeGreaterThanOrEqual(LEAST_CASES);
    expect(results.filter((url) => canonical(url) !== url)).toEqual([]);
  });

  it.each(REFUSED)("refuses %s as %s", (offered, rule, message) => {
    expect(canonicalUrl(offered)).toMatchObject({
      kind: "refused",
      rule,
      message: expect.stringMatching(message),
    });
  });

  it("never shows a password in a message", () => {
    const offered = `http://joe:secret@news.example/${"a".repeat(MAX_OFFERED_URL_CHARS)}`;
    expect(canonicalUrl(offered)).toMatchObject({ message: expect.not.stringContaining("secret") });
  });

  it("shows neither line ends nor control characters in a message", () => {
    const result = canonicalUrl("no url\n\u001b[31mred\u202e");
    expect(result).toMatchObject({ message: expect.not.stringMatching(/[\u0000-\u001f\u202e]/) });
  });

  it("accepts a long offered URL whose canonical form is short", () => {
    const tracking = `utm_source=${"x".repeat(MAX_URL_CHARS)}`;
    expect(canonical(`https://news.example/a?${tracking}`)).toBe("https://news.example/a");
  });
});

/** Pieces that the rules look at, in any order and spelling: random text alone would never meet them. */
const piece = fc.constantFrom(
  ..."/ // . .. %2e %2E%2e ; ? & = # amp AMP print index.html index.php default.aspx story-7 a-b-c 2023".split(
    " ",
  ),
  ..."utm_source=x id=1 a[0]=2 sid=0123456789abcdef0123456789abcdef ;jsessionid=1 ;sid=1 (S(abcdefgh))".split(
    " ",
  ),
  ..."/amp/ /print/ .amp .amp.html ?amp ?amp=1 &view=print %41 %C3%A9 é 日 + ~ %ff % %25 %2541 @ : \\".split(
    " ",
  ),
  ..."source=rss c/s/ v/s/ news.example www.bbc.co.uk b=2 b a".split(" "),
  " ",
);
const host = fc.constantFrom(
  ..."news.example NEWS.Example. m.bbc.co.uk en.m.wikipedia.org www.google.com a.cdn.ampproject.org".split(
    " ",
  ),
  ..."127.1 [::1] localhost mobile.nytimes.com x.github.io xn--bcher-kva.example bücher.example co.uk".split(
    " ",
  ),
);
const craftedUrl = fc
  .tuple(
    fc.constantFrom("http", "https", "HTTPS"),
    host,
    fc.constantFrom("", ":80", ":443", ":8080"),
    fc.array(piece),
  )
  .map(([scheme, name, port, pieces]) => `${scheme}://${name}${port}/${pieces.join("")}`);
const anyUrl = fc.oneof(
  craftedUrl,
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string(),
);

const RUNS = 3_000;

describe("whatever URL is offered", () => {
  it("its canonical URL is its own canonical URL", () => {
    fc.assert(
      fc.property(anyUrl, (offered) => {
        const result = canonicalUrl(offered);
        if (result.kind === "url") expect(canonical(result.url)).toBe(result.url);
      }),
      { numRuns: RUNS },
    );
  });

  it("its canonical URL belongs to the same registrable domain, unless an AMP cache names its page", () => {
    fc.assert(
      fc.property(anyUrl, (offered) => {
        fc.pre(!/ampproject|google/i.test(offered));
        const result = canonicalUrl(offered);
        if (result.kind !== "url") return;
        const dotless = (domain: string | null): string | null => domain?.replace(/\.$/, "") ?? null;
        expect(dotless(registrableDomain(result.url))).toBe(dotless(registrableDomain(offered)));
      }),
      { numRuns: RUNS },
    );
  });

  it("its canonical URL is http or https, without credentials and fragment, and within the limit", () => {
    fc.assert(
      fc.property(anyUrl, (offered) => {
        const result = canonicalUrl(offered);
        if (result.kind !== "url") return;
        const url = new URL(result.url);
        expect(["http:", "https:"]).toContain(url.protocol);
        expect([url.username, url.password, url.hash]).toEqual(["", "", ""]);
        expect(result.url.length).toBeLessThanOrEqual(MAX_URL_CHARS);
      }),
      { numRuns: RUNS },
    );
  });
});
