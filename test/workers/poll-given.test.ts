import { describe, expect, it } from "vitest";
import type { FeedEntry } from "../../src/core/poll/feed-model.ts";
import type { LocalDocument, OfferedUrl } from "../../src/io/intake.ts";
import { givenBy, offerFromFeed } from "../../workers/poll-given.ts";
import { entryWith } from "../core/poll/documents.ts";

const UNDECIDED = { publisher: null, language: null, priority: null, fullText: false };
const sentence = "The ferry came home at noon with the crew. ";
const ENTRY = entryWith({
  guid: "1",
  link: "https://harbour.example/1",
  title: "Ferry home",
  published: { value: "2023-11-27", source: "feed" },
  content: sentence.repeat(20),
});

describe("what a feed's follower decided", () => {
  it("is nothing unless it was said", () => {
    expect(givenBy(UNDECIDED, ENTRY)).toEqual({});
  });

  it("is given to the article: publisher and language", () => {
    expect(givenBy({ ...UNDECIDED, publisher: "Harbour Post", language: "en" }, ENTRY)).toEqual({
      given: { publisher: "Harbour Post", language: "en", by: "feed" },
    });
  });

  it("spares the page where the entry carries the text", () => {
    expect(givenBy({ ...UNDECIDED, fullText: true }, ENTRY)).toMatchObject({
      given: { title: "Ferry home", datePublished: "2023-11-27", by: "feed" },
      document: expect.stringContaining("The ferry came home"),
    });
  });

  it.each<[string, Partial<FeedEntry>]>([
    ["is short", { content: sentence.repeat(5) }],
    ["was cut", { content: `${sentence.repeat(20)}…` }],
    ["is missing", { content: null }],
    ["has no title", { title: null }],
  ])("has the page fetched all the same where the entry's text %s", (_, fields) => {
    expect(givenBy({ ...UNDECIDED, fullText: true }, { ...ENTRY, ...fields }).document).toBeUndefined();
  });
});

describe("offering the entries of a feed", () => {
  it("answers each in their order, whichever way it goes", async () => {
    const pages: OfferedUrl[] = [];
    const documents: LocalDocument[] = [];
    const offer = (url: string, document?: string) => ({
      url: `https://harbour.example/${url}`,
      source: "https://harbour.example/feed",
      announced: { feed: "https://harbour.example/feed" },
      ...(document === undefined ? {} : { document }),
    });
    const intake = {
      async offerUrls(offered: readonly OfferedUrl[]) {
        pages.push(...offered);
        return offered.map(() => ({ offer: { kind: "queued" } as const }));
      },
      async offerDocument(document: LocalDocument) {
        documents.push(document);
        return { offer: { kind: "already-known" } as const };
      },
    };
    const answers = await offerFromFeed(intake, [offer("1"), offer("2", "<p>ü</p>"), offer("3")]);
    expect(answers.map(({ kind }) => kind)).toEqual(["queued", "already-known", "queued"]);
    expect(pages.map(({ url }) => url)).toEqual(["https://harbour.example/1", "https://harbour.example/3"]);
    expect(documents).toMatchObject([
      { kind: "html", url: "https://harbour.example/2", source: "https://harbour.example/feed" },
    ]);
    expect(documents[0]?.body.toString("utf8")).toBe("<p>ü</p>");
  });
});
