/* What a feed said of a page stands in where the page says nothing, and nowhere else. */
import { describe, expect, it } from "vitest";
import { type AnnouncedFields, withAnnounced } from "../../../src/core/extract/metadata/announced.ts";
import { feedDate } from "../../../src/core/poll/feed-date.ts";
import { extractedArticle } from "../../support/articles.ts";

const FETCHED_AT = Date.UTC(2023, 10, 28, 12);
const PAGE = { url: "https://www.quay-times.example/ferry", fetchedAt: FETCHED_AT };
const SILENT = extractedArticle({
  title: null,
  authors: [],
  datePublished: null,
  publisherName: "Quay Times",
});
const ANNOUNCED: AnnouncedFields = {
  title: "Ferry home at noon",
  authors: ["Mara Ilves"],
  published: "2023-11-28T09:30:00Z",
};

describe("a page that says nothing", () => {
  it("has title, people and date from its feed, each with its source", () => {
    const article = withAnnounced(SILENT, ANNOUNCED, PAGE);
    expect(article).toMatchObject({
      title: "Ferry home at noon",
      authors: ["Mara Ilves"],
      datePublished: { value: "2023-11-28T09:30:00Z", source: "feed" },
      sources: { title: "feed", authors: "feed" },
    });
    expect(article.text).toBe(SILENT.text);
  });

  it("has no date from a feed that dates it after the fetch", () => {
    const dated = (published: string) => withAnnounced(SILENT, { published }, PAGE).datePublished?.value;
    expect(dated("2023-11-28T13:00:00Z")).toBeUndefined();
    expect(dated("2023-11-30")).toBeUndefined();
    expect(dated("2023-11-28")).toBe("2023-11-28");
  });

  it("has the date as the feed's reader wrote it down, whatever the feed's spelling", () => {
    for (const written of ["Tue, 28 Nov 2023 04:10:00 +0900", "2023-11-27T19:10:00Z", "28 Nov 2023"]) {
      const published = feedDate(written)?.value ?? "";
      expect(withAnnounced(SILENT, { published }, PAGE).datePublished).toEqual({
        value: published,
        source: "feed",
      });
    }
  });

  it("has a feed's agency as its credit, and its house and desks as nobody", () => {
    const authors = ["Reuters", "Quay Times", "quay-times.example", "desk@quay-times.example"];
    const article = withAnnounced(SILENT, { authors }, PAGE);
    expect(article).toMatchObject({ authors: [], creditText: "Reuters", sources: { creditText: "feed" } });
    expect(article.sources).not.toHaveProperty("authors");
  });

  it("has nothing from a feed that said nothing", () => {
    expect(withAnnounced(SILENT, {}, PAGE)).toBe(SILENT);
  });
});

describe("a page that speaks for itself", () => {
  it("keeps its own words, whatever its feed said", () => {
    const own = extractedArticle({ creditText: "AFP", sources: { title: "json-ld", authors: "json-ld" } });
    const others = { ...ANNOUNCED, authors: ["Reuters", "Someone Else"] };
    expect(withAnnounced(own, others, PAGE)).toBe(own);
  });
});
