import { describe, expect, it } from "vitest";
import { articleUrl, registrableDomain, samePublisher } from "../../../src/core/url/publisher.ts";

describe("the publisher of a URL", () => {
  it.each([
    ["https://news.bbc.co.uk/1", "bbc.co.uk"],
    ["https://www.news.example/1", "news.example"],
    ["https://alice.blogspot.com/1", "alice.blogspot.com"],
    ["http://localhost/1", "localhost"],
    ["http://192.0.2.1/1", "192.0.2.1"],
    ["http://[2001:db8::1]/1", "2001:db8::1"],
    ["https://co.uk/1", null],
    ["no url", null],
  ])("%s is %s", (url, domain) => {
    expect(registrableDomain(url)).toBe(domain);
  });

  it("is one for all hosts of a registrable domain and two for two blogs of one blog host", () => {
    expect(samePublisher("https://m.news.example/a", "http://www.news.example/b")).toBe(true);
    expect(samePublisher("https://alice.blogspot.com/a", "https://bob.blogspot.com/a")).toBe(false);
  });

  it("is nobody's where there is no registrable domain, so that nothing is shared", () => {
    expect(samePublisher("https://co.uk/a", "https://co.uk/a")).toBe(false);
  });
});

describe("the URL that names an article", () => {
  const served = "https://www.news.example/storm-7?utm_source=rss";
  it.each([
    ["the served one where the page names none", null, "https://www.news.example/storm-7"],
    ["what the page says within its publisher", "https://news.example/storm", "https://news.example/storm"],
    ["a relative link, resolved", "/storm?a=1#x", "https://www.news.example/storm?a=1"],
    [
      "the served one where the page names another publisher",
      "https://other.example/storm",
      "https://www.news.example/storm-7",
    ],
    [
      "the served one where the page names the front page",
      "https://www.news.example/",
      "https://www.news.example/storm-7",
    ],
    [
      "the served one where the page names no web page",
      "javascript:void(0)",
      "https://www.news.example/storm-7",
    ],
    ["the served one where the page names nonsense", "https://", "https://www.news.example/storm-7"],
  ])("is %s", (_, pageCanonical, expected) => {
    expect(articleUrl(served, pageCanonical)).toBe(expected);
  });
});
