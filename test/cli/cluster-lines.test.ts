import { describe, expect, it } from "vitest";
import { createAligner } from "../../src/cli/aligned-texts.ts";
import { alignMembers, clusterLines } from "../../src/cli/cluster-lines.ts";
import type { ArticleId, ClusterId, ContentHash, Evidence } from "../../src/core/model.ts";
import type { ClusterReport, MemberReport } from "../../src/io/reading.ts";
import type { Revision, StoredArticle } from "../../src/io/redis/article-store.ts";
import { extractedArticle, story } from "../support/articles.ts";

const WIDTH = 80;
const idOf = (digit: string): ArticleId => digit.repeat(32) as ArticleId;
const [FIRST, COPY, GONE] = [idOf("a"), idOf("b"), idOf("c")];
const TEXTS = new Map([
  [FIRST, story(61).join("\n")],
  [COPY, story(61).slice(0, 3).join("\n")],
]);

const EVIDENCE: Evidence = {
  relation: "copy",
  rule: "mutual",
  hamming: 2,
  containment: 1,
  cover: 0.75,
  sharedShingles: 120,
  numberOverlap: null,
  shorter: "a",
};

function stored(articleId: ArticleId): StoredArticle {
  const {
    text: _text,
    removed: _removed,
    ...extracted
  } = extractedArticle({ title: `Article ${articleId[0]}` });
  return {
    ...extracted,
    articleId,
    contentHash: articleId as string as ContentHash,
    publisher: "quay.example",
    canonicalUrl: `https://quay.example/${articleId[0]}`,
  } as StoredArticle;
}

function member(articleId: ArticleId, joinedTo: ArticleId | null): MemberReport {
  const article = TEXTS.has(articleId) ? stored(articleId) : undefined;
  return {
    articleId,
    publisher: "quay.example",
    datePublished: null,
    joinedTo,
    evidence: joinedTo === null ? null : EVIDENCE,
    role: joinedTo === null ? "representative" : "copy",
    article,
  };
}

const REPORT: ClusterReport = {
  clusterId: FIRST as string as ClusterId,
  memberCount: 3,
  publisherCount: 1,
  representative: FIRST,
  earliest: null,
  latest: null,
  firstAt: 0,
  lastAt: 0,
  version: 3,
  members: [member(FIRST, null), member(COPY, FIRST), member(GONE, FIRST)],
};

const REVISION: Revision = { contentHash: "c" as ContentHash, fetchedAt: 0, title: null, wordCount: 100 };
const articles = {
  get: async (id: ArticleId) => (TEXTS.has(id) ? stored(id) : undefined),
  text: async (id: ArticleId) => TEXTS.get(id),
  revisions: async () => [REVISION],
};

describe("a cluster in a terminal", () => {
  it("says of each member why it belongs: the rule in words, then the numbers", () => {
    const lines = clusterLines(REPORT, WIDTH);
    expect(lines).toContain("  first of its cluster");
    expect(lines).toContain("  copy (rule mutual): most of the two texts, taken together, is shared");
    expect(lines.join(" ")).toContain(
      "100 % of the shorter text stands in the longer, 75.0 % of the longer in",
    );
    expect(lines.join(" ")).not.toContain("passage");
  });

  it("says how many members it does not list", () => {
    const lines = clusterLines({ ...REPORT, memberCount: 4_003 }, WIDTH);
    expect(lines.at(-1)).toBe("not listed: 4,000 more");
    expect(clusterLines(REPORT, WIDTH).join()).not.toContain("not listed");
  });

  it("fits the terminal but for ids and addresses", async () => {
    const lines = clusterLines(await alignMembers(REPORT, createAligner({ articles })), WIDTH);
    const long = lines.filter((line) => line.length > WIDTH && !line.includes("https://"));
    expect(long).toEqual([]);
  });

  it("shows the passages of each member with the one it joined, and says whose text has expired", async () => {
    const report = await alignMembers(REPORT, createAligner({ articles }));
    expect(report.members.map(({ alignment }) => alignment?.kind)).toEqual([
      undefined,
      "aligned",
      "text-expired",
    ]);
    const lines = clusterLines(report, WIDTH);
    expect(lines.join("\n")).toMatch(/\n {2}1 passage: (\d+) of its \1 words, of the other's \d+\n/);
    expect(lines).toContain("  no passages: the text of cccccccc has expired");
  });

  it("says that rule and numbers are of an earlier text where an article was revised since", async () => {
    const revisedArticles = {
      ...articles,
      revisions: async (id: ArticleId) => (id === FIRST ? [REVISION, REVISION] : [REVISION]),
    };
    const [unrevised, revised] = await Promise.all(
      [articles, revisedArticles].map(async (some) =>
        clusterLines(await alignMembers(REPORT, createAligner({ articles: some }))),
      ),
    );
    const note =
      "  passages of the newest texts (revised: aaaaaaaa); rule and numbers are of those compared then";
    expect(revised?.filter((line) => line === note)).toHaveLength(1);
    expect(unrevised?.join()).not.toContain("revised");
  });

  it("leaves out pairs that are shown before", async () => {
    const report = await alignMembers(REPORT, createAligner({ articles }), (a) => a === COPY);
    expect(report.members.map(({ alignment }) => alignment?.kind)).toEqual([
      undefined,
      undefined,
      "text-expired",
    ]);
  });
});
