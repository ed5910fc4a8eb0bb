/* What goes wrong on the way in: each thing has a named outcome and a message with the thing, the limit and the value. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../src/core/outcome.ts";
import { pageHtml, story } from "../support/articles.ts";
import { startTestService, type TestService } from "../support/service.ts";
import { serveTestSite, type TestPage, type TestSite } from "../support/site.ts";

const MEBI = 1_048_576;

describe("bad input", () => {
  let site: TestSite;
  let running: TestService;

  beforeAll(async () => {
    site = await serveTestSite();
    // `closed.example` leads to a port where nobody listens.
    const allowHosts = `closed.example=127.0.0.1:1,${site.allowHosts}`;
    running = await startTestService({
      DEV_ALLOW_HOSTS: allowHosts,
      JOB_ATTEMPTS: 2,
      RESPECT_ROBOTS: "false",
    });
  });
  afterAll(async () => {
    await running.close();
    await site.close();
  });

  async function outcomeOf(url: string): Promise<Outcome> {
    const [answer] = await running.service.intake.offerUrls([{ url, source: "enqueue" }]);
    if (!answer?.urlKey) throw new Error(`${url} was not queued: ${JSON.stringify(answer)}`);
    const [outcome] = await running.outcomes([answer.urlKey]);
    if (!outcome) throw new Error(`${url} has no outcome`);
    return outcome;
  }

  it.each([
    { rule: "malformed-url", url: "not a url" },
    { rule: "unknown-scheme", url: "ftp://paper.example/story" },
    { rule: "credentials-in-url", url: "http://user:secret@paper.example/story" },
    { rule: "url-too-long", url: `http://paper.example/${"a".repeat(10_000)}` },
  ])("refuses a URL when it is offered: $rule", async ({ url, rule }) => {
    const [answer] = await running.service.intake.offerUrls([{ url, source: "enqueue" }]);
    expect(answer).toMatchObject({ offer: { kind: "refused", rule } });
  });

  const html = (body: string | Buffer, more: Partial<TestPage> = {}): TestPage => ({ body, ...more });
  const cases: ReadonlyArray<[name: string, page: TestPage, outcome: Partial<Outcome>]> = [
    ["a 404", html("gone fishing", { status: 404 }), { kind: "failed", error: "http-status" }],
    ["a 410", html("", { status: 410 }), { kind: "gone" }],
    ["a 429 that never ends", html("", { status: 429 }), { kind: "failed", error: "http-status" }],
    ["a 500 that never ends", html("", { status: 500 }), { kind: "failed", error: "http-status" }],
    [
      "a PDF",
      html("%PDF-1.7", { headers: { "content-type": "application/pdf" } }),
      { kind: "refused", rule: "unsupported-content-type" },
    ],
    ["an empty page", html(""), { kind: "no-article-text" }],
    ["a page without an article", html(pageHtml("Front page", [])), { kind: "no-article-text" }],
    ["a page of three words", html(pageHtml("Short", ["Only three words"])), { kind: "no-article-text" }],
    [
      "30 MB of HTML",
      html(`<p>${"x".repeat(30 * MEBI)}</p>`),
      { kind: "refused", rule: "response-too-large" },
    ],
  ];
  it.each(cases)("ends %s with its name and a message of one line", async (name, page, expected) => {
    // A host each: one that answers 429 is asked more slowly afterwards.
    const url = `http://${name.replace(/\W+/g, "-").toLowerCase()}.example/`;
    site.set(url, page);
    const outcome = await outcomeOf(url);
    expect(outcome).toMatchObject(expected);
    expect("message" in outcome && outcome.message).toMatch(/^[^\n]{10,500}$/);
  });

  it("ends an unreachable host after its tries, with the host in the message", async () => {
    const outcome = await outcomeOf("http://closed.example/story");
    expect(outcome).toMatchObject({ kind: "failed", error: "connect" });
    expect("message" in outcome && outcome.message).toContain("closed.example");
  });

  it("ends a body shorter than it said as truncated", async () => {
    site.set("http://paper.example/cut", (response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": "5000" });
      response.write("<p>only the beginning");
      response.destroy();
    });
    expect(await outcomeOf("http://paper.example/cut")).toMatchObject({ kind: "failed" });
  });

  it("reads a page in broken UTF-8 all the same", async () => {
    const page = Buffer.concat([
      Buffer.from(pageHtml("Broken", story(901))),
      Buffer.from([0xff, 0xfe, 0xc3, 0x28]),
    ]);
    site.set("http://paper.example/broken", html(page));
    expect(await outcomeOf("http://paper.example/broken")).toMatchObject({ kind: "clustered" });
  });

  it("never connects to a private address, however it is spelled", async () => {
    for (const url of [
      "http://127.0.0.1/",
      "http://[::1]/",
      "http://2130706433/",
      "http://169.254.169.254/latest",
    ])
      expect(await outcomeOf(url), url).toMatchObject({ kind: "refused", rule: "address-not-allowed" });
  });

  it("gives the same answer the second time, and loses nothing else meanwhile", async () => {
    const before = await outcomeOf("http://closed.example/story");
    site.set("http://paper.example/good", html(pageHtml("Good", story(902))));
    expect(await outcomeOf("http://paper.example/good")).toMatchObject({ kind: "clustered" });
    expect(await outcomeOf("http://closed.example/story")).toEqual(before);
  });
});
