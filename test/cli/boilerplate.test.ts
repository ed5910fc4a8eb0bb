/* `wirefold boilerplate` and `wirefold extract --learn`, as built. */
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blockKey } from "../../src/core/extract/learned/furniture.ts";
import { articleIdOf } from "../../src/core/url/ids.ts";
import { createBoilerplateStore } from "../../src/io/redis/boilerplate-store.ts";
import { pageHtml, story } from "../support/articles.ts";
import { jsonLines, runCommand } from "../support/command.ts";
import { testRedis } from "../support/redis.ts";

const NOTE = "The Quay Times is printed on paper from the mills of Orlow since 1911.";

describe("wirefold extract --learn", () => {
  const page = (host: string, number: number, ...ending: readonly string[]) => ({
    id: `${host}-${number}`,
    url: `https://${host}/${number}`,
    html: pageHtml(`Account ${number}`, [...story(number), ...ending]),
  });
  const learning = Array.from({ length: 8 }, (_, number) => page("quay.example", number, NOTE));
  const input = [
    ...learning,
    page("other.example", 20, NOTE),
    { id: "none" },
    { id: "text", text: story(21).join("\n\n") },
  ]
    .map((line) => JSON.stringify(line))
    .join("\n");

  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wirefold-learning-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("takes a host's furniture off all its pages, the first ones too, and leaves other hosts alone", async () => {
    const run = await runCommand(["extract", "--learn", "--removed"], {
      input,
      environment: { TMPDIR: folder },
    });
    const answers = jsonLines(run.stdout);
    expect(answers.map(({ id }) => id)).toEqual([
      ...learning.map(({ id }) => id),
      "other.example-20",
      "none",
      "text",
    ]);
    for (const [number, answer] of answers.slice(0, learning.length).entries())
      expect(answer).toMatchObject({
        text: story(number).join("\n"),
        furnitureVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
        removed: expect.arrayContaining([
          { step: "learned-boilerplate", reason: "learned-tail", text: NOTE },
        ]),
      });
    expect(answers.at(-3)).toMatchObject({ text: expect.stringContaining(NOTE) });
    expect(answers.at(-3)).not.toHaveProperty("furnitureVersion");
    expect(answers.at(-2)).toMatchObject({ id: "none", outcome: "failed" });
    expect(answers.at(-1)).toMatchObject({ outcome: "article", text: story(21).join("\n") });
    expect(run.status).toBe(1);
  });

  it("leaves no temporary file behind", () => {
    expect(readdirSync(folder)).toEqual([]);
  });

  it("gives the same bytes with one thread and with three", async () => {
    const runs = ["1", "3"].map((jobs) => runCommand(["extract", "--learn", "--jobs", jobs], { input }));
    const [one, three] = await Promise.all(runs);
    expect(one?.stdout).toBe(three?.stdout);
  });

  it("learns nothing without being told to", async () => {
    const answers = jsonLines((await runCommand(["extract"], { input })).stdout);
    expect(answers[7]).toMatchObject({ text: expect.stringContaining(NOTE) });
    expect(answers[7]).not.toHaveProperty("furnitureVersion");
  });

  it("says what is wrong where no temporary file can be made", async () => {
    const run = await runCommand(["extract", "--learn"], {
      input,
      environment: { TMPDIR: join(folder, "missing") },
    });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(
      /^--learn keeps the answers in a temporary file, which cannot be written: ENOENT/,
    );
  });
});

describe("wirefold boilerplate", () => {
  const server = testRedis();
  const environment = { REDIS_URL: server.url, KEY_PREFIX: server.prefix };
  const wirefold = (...args: readonly string[]) => runCommand(["boilerplate", ...args], { environment });
  const EVIL = "Red \u001b[31malert\u0007";

  beforeAll(async () => {
    const rules = { minPages: 5, windowPages: 100 };
    const store = createBoilerplateStore({ redis: server.redis, prefix: server.prefix, rules });
    for (let page = 0; page < 8; page++) {
      const samples = page < 3 ? [NOTE, EVIL] : [NOTE];
      const candidates = samples.map((sample) => ({ key: blockKey("tail", sample), sample }));
      await store.learn("quay.example", articleIdOf(`${page}`), { candidates, storyHashes: [page] });
    }
  });
  afterAll(() => server.close());

  it("lists the blocks of a host with edge, stories and how they begin", async () => {
    const run = await wirefold("quay.example");
    expect(run.stdout).toContain("1 of 2 blocks that came more than once are furniture; 8 pages voted");
    expect(run.stdout).toMatch(/tail\s*│ 5\s*│ furniture\s*│ The Quay Times is printed/);
    expect(run.stdout).toMatch(/tail\s*│ 2\s*│ counted\s*│ Red \\u001b\[31malert\\u0007/);
    expect(run.status).toBe(0);
  });

  it("takes a page's URL for its host, and gives JSON", async () => {
    const [found] = jsonLines((await wirefold("https://www.quay.example/a?b", "--json")).stdout);
    expect(found).toMatchObject({
      host: "quay.example",
      isOff: false,
      pages: 8,
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
      blocks: [
        { key: blockKey("tail", NOTE), sample: NOTE, votes: 5, isFurniture: true },
        { sample: EVIL, votes: 2, isFurniture: false },
      ],
    });
  });

  it("switches a host off and on again, and forgets it", async () => {
    expect((await wirefold("quay.example", "--off")).stdout).toContain("switched off");
    expect((await wirefold("quay.example")).stdout).toContain("switched off");
    expect((await wirefold("quay.example", "--on")).stdout).not.toContain("switched off");
    expect(jsonLines((await wirefold("quay.example", "--clear", "--json")).stdout)).toMatchObject([
      { pages: 0, blocks: [] },
    ]);
  });

  it("knows nothing of a host that was never seen", async () => {
    const run = await wirefold("never.example");
    expect(run.stdout).toBe(
      "never.example: 0 of 0 blocks that came more than once are furniture; 0 pages voted\n",
    );
    expect(run.status).toBe(0);
  });

  it.each([
    [["not a host"], 'host must be such as news.example, or a page\'s URL; it is "not a host"'],
    [["quay.example", "--off", "--on"], "give either --off or --on"],
    [[], "missing required argument"],
  ])("ends %j with status 2 and says what was wrong", async (args, message) => {
    expect(await wirefold(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  });
});
