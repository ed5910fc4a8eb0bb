import { describe, expect, it } from "vitest";
import {
  countPublishers,
  type RankedArticle,
  representativeRank,
} from "../../../src/core/cluster/representative.ts";
import type { ArticleId } from "../../../src/core/model.ts";

const ranked = (id: string, over: Partial<RankedArticle> = {}): RankedArticle => ({
  articleId: id.padStart(32, "0") as ArticleId,
  publisher: "daily.example",
  datePublished: "2026-01-05T10:00:00Z",
  tokenCount: 400,
  ...over,
});
const first = (
  articles: RankedArticle[],
  ...order: Parameters<typeof representativeRank>[1][]
): string | undefined =>
  articles
    .map((article) => ({
      id: article.articleId.replace(/^0+/, ""),
      rank: representativeRank(article, ...order),
    }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .at(0)?.id;

describe("the representative of a cluster", () => {
  it.each([
    [
      "the agency's own page, though shorter and later",
      { publisher: "apnews.com", tokenCount: 10, datePublished: "2026-02-01" },
    ],
    ["the text with most words", { tokenCount: 401, datePublished: null }],
    ["the earliest of equally long ones", { datePublished: "2026-01-05T09:59:59Z" }],
    ["the earliest also across offsets", { datePublished: "2026-01-05T18:59:00+09:00" }],
    ["a plain date, as its first second", { datePublished: "2026-01-05" }],
  ])("is %s", (_, over) => {
    expect(first([ranked("a"), ranked("b", over), ranked("c")])).toBe("b");
  });

  it("is the least id where nothing else tells", () => {
    expect(first([ranked("c"), ranked("a"), ranked("b")])).toBe("a");
  });

  it("has a known date before an unknown one", () => {
    expect(
      first([ranked("a", { datePublished: null }), ranked("b"), ranked("c", { datePublished: "soon" })]),
    ).toBe("b");
  });

  it.each([
    ["an instant", "2026-01-05T10:00:07Z", "20260105100007"],
    ["the last second of the year elsewhere", "2025-12-31T23:59:59-01:00", "20260101005959"],
    ["a plain date", "2026-01-05", "20260105000000"],
    ["a year of three digits", "0987-06-05T04:03:02Z", "09870605040302"],
    ["a year before the first", "0000-01-01T00:00:00+01:00", "99999999999999"],
    ["a year of five digits", "9999-12-31T23:59:59-01:00", "99999999999999"],
    ["no date", "soon", "99999999999999"],
  ])("tells %s in 14 digits", (_, datePublished, digits) => {
    expect(representativeRank(ranked("a", { datePublished }), ["earliest"])).toBe(
      `${digits}:${"a".padStart(32, "0")}`,
    );
  });

  it("follows another order of criteria", () => {
    const articles = [
      ranked("a", { publisher: "reuters.com" }),
      ranked("b", { datePublished: "2026-01-01" }),
    ];
    expect(first(articles)).toBe("a");
    expect(first(articles, ["earliest", "agency"])).toBe("b");
  });
});

it("counts publishers by domain, and those without one not at all", () => {
  expect(countPublishers(["a.example", null, "b.example", "a.example", null])).toBe(2);
});
