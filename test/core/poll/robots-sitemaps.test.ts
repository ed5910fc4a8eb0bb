import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sitemapsOfRobots } from "../../../src/core/poll/robots-sitemaps.ts";

const ROBOTS = "https://news.harbour.example/robots.txt";

describe("the sitemaps that a robots.txt names", () => {
  it("are told apart by whether their path speaks of news", () => {
    const robots = [
      "User-agent: *",
      "Disallow: /private",
      "Sitemap: https://news.harbour.example/sitemap.xml",
      "  sitemap :https://news.harbour.example/sitemap-news.xml  # two days",
      "SITEMAP: https://cdn.example/out/?type=googleNews",
      "Sitemap: /relative/news.xml",
    ].join("\r\n");
    expect(sitemapsOfRobots(robots, ROBOTS)).toEqual({
      news: [
        "https://news.harbour.example/sitemap-news.xml",
        "https://cdn.example/out/?type=googleNews",
        "https://news.harbour.example/relative/news.xml",
      ],
      others: ["https://news.harbour.example/sitemap.xml"],
    });
  });

  it.each([
    ["a comment", "# Sitemap: https://a.example/news.xml"],
    ["another line that mentions one", "Disallow: /sitemap: https://a.example/news.xml"],
    ["an empty line", "Sitemap:\nAllow: /"],
    ["what is no web address", "Sitemap: ftp://a.example/news.xml\nSitemap: javascript:news()"],
    ["a page in its place", "<html><body>News sitemap: none</body></html>"],
  ])("are not %s", (_what, robots) => {
    expect(sitemapsOfRobots(robots, ROBOTS)).toEqual({ news: [], others: [] });
  });

  it("are named once each, and a hundred at most", () => {
    const lines = Array.from({ length: 1_000 }, (_, n) => `Sitemap: /${n % 200}.xml`).join("\n");
    expect(sitemapsOfRobots(lines, ROBOTS).others).toHaveLength(100);
  });

  it("are web addresses whatever stands in the file", () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom("Sitemap:", "\n", " ", "https://", "/news", "\t", "#"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const { news, others } = sitemapsOfRobots(parts.join(""), ROBOTS);
        return [...news, ...others].every((url) => /^https?:\/\//.test(url));
      }),
      { numRuns: 1_000 },
    );
    const blanks = `Sitemap:${" ".repeat(400_000)}`;
    expect(sitemapsOfRobots(blanks, ROBOTS).others).toEqual([]);
  });
});
