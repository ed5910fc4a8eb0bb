import { describe, expect, it } from "vitest";
import { articleIdOf, contentHashOf, localUrn, revisionIdOf, urlKey } from "../../../src/core/url/ids.ts";

describe("ids", () => {
  // Golden values: stored data is found by them. They change only with a new version of the rules.
  it("never change for the same input", () => {
    const url = "https://news.example/storm-7";
    const hash = contentHashOf("Storm", "It rained.");
    expect({
      urlKey: urlKey(url),
      articleId: articleIdOf(url),
      hash,
      revision: revisionIdOf(articleIdOf(url), hash),
      urn: localUrn(null, "It rained."),
    }).toMatchInlineSnapshot(`
      {
        "articleId": "622f7d86cf880d3ed3559531da74fe38",
        "hash": "42b42afb211811e31b3d698f073fa48f",
        "revision": "49538f7f8f9fdf10",
        "urlKey": "cf986c5a6afe268479baef6492256738",
        "urn": "urn:sha256:a1dd85a94e6f842bff8cf14cb2c4f51498ac8c1c40cc81cd6eab5ee0d78608a2",
      }
    `);
  });

  it("tell a title from a text that starts with the same words", () => {
    expect(contentHashOf("Storm", "It rained.")).not.toBe(contentHashOf("Storm It", " rained."));
    expect(contentHashOf("1:a", "b")).not.toBe(contentHashOf("1", ":ab"));
  });

  it("take a missing title for an empty one", () => {
    expect(contentHashOf(null, "It rained.")).toBe(contentHashOf("", "It rained."));
  });

  it("differ between a URL's key and its article", () => {
    expect(urlKey("https://news.example/")).not.toBe(articleIdOf("https://news.example/"));
  });
});
