/* The cluster stage: what becomes of jobs whose fingerprint was made by another version of the program. */
import { describe, expect, it } from "vitest";
import { encodeFingerprint } from "../../src/core/fingerprint/codec.ts";
import { FINGERPRINT_VERSION, fingerprint } from "../../src/core/fingerprint/fingerprint.ts";
import type { ArticleRevision, ClusterId } from "../../src/core/model.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import { articleIdOf, contentHashOf, urlKey } from "../../src/core/url/ids.ts";
import { createClusterStage } from "../../workers/cluster.ts";
import { settled } from "../../workers/settle.ts";
import { createMemoryIndexUnderTest } from "../contract/cluster-index-memory.ts";
import { story } from "../support/articles.ts";

const URL = "https://quay.example/ferry";
const LOCAL = `urn:sha256:${"0".repeat(64)}`;
const TEXT = story(5).join("\n");
const ID = articleIdOf(URL);
const FORMER_VERSION = FINGERPRINT_VERSION - 1;

function payloadOf(version: number, url = URL) {
  const bytes = Buffer.from(encodeFingerprint(fingerprint(TEXT)));
  bytes.writeUInt8(version, 0);
  return {
    urlKey: urlKey(URL),
    url,
    articleId: ID,
    contentHash: contentHashOf("Ferry", TEXT),
    publisher: null,
    datePublished: null,
    fingerprint: bytes.toString("base64"),
  };
}

/** A stage on an index in memory, with or without the article's text. */
async function stageWith(text: string | undefined) {
  const { index } = await createMemoryIndexUnderTest();
  const placed: ArticleRevision[] = [];
  const outcomes: Outcome[] = [];
  const fetchedAgain: string[] = [];
  const stage = createClusterStage({
    concurrency: 1,
    index: {
      ...index,
      place: async (article) => {
        placed.push(article);
        return { kind: "founded", clusterId: article.articleId as string as ClusterId };
      },
    },
    articles: { text: async () => text },
    settleUrl: async (_, __, outcome) => {
      outcomes.push(outcome);
      return settled(outcome);
    },
    fetchAgain: async (_, url) => {
      fetchedAgain.push(url);
    },
  });
  return { stage, placed, outcomes, fetchedAgain };
}

describe("the cluster stage", () => {
  it.each([
    ["of this version", FINGERPRINT_VERSION, undefined],
    ["of a former version, made anew from the text", FORMER_VERSION, TEXT],
    ["of a later version, made anew from the text", FINGERPRINT_VERSION + 1, TEXT],
  ])("places an article by a fingerprint %s", async (_, version, text) => {
    const { stage, placed, outcomes } = await stageWith(text);
    await stage.work(payloadOf(version));
    expect(placed).toEqual([expect.objectContaining({ articleId: ID, fingerprint: fingerprint(TEXT) })]);
    expect(outcomes).toMatchObject([{ kind: "clustered", articleId: ID }]);
  });

  it("fetches a page again whose fingerprint is of another version and whose text has expired", async () => {
    const { stage, placed, outcomes, fetchedAgain } = await stageWith(undefined);
    expect(await stage.work(payloadOf(FORMER_VERSION))).toMatchObject({ kind: "advanced" });
    expect([placed, outcomes, fetchedAgain]).toEqual([[], [], [URL]]);
  });

  it("says of a local document of that kind what to do", async () => {
    const { stage, fetchedAgain } = await stageWith(undefined);
    expect(await stage.work(payloadOf(FORMER_VERSION, LOCAL))).toMatchObject({
      kind: "settled",
      outcome: { kind: "failed", message: expect.stringContaining("enqueue the document again") },
    });
    expect(fetchedAgain).toEqual([]);
  });
});
