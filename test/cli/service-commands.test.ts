/* The commands a user keeps using, as built, beside a running service. */
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageHtml, story } from "../support/articles.ts";
import { CLI, jsonLines, runCommand } from "../support/command.ts";
import { startTestService, type TestService } from "../support/service.ts";
import { serveTestSite, type TestSite } from "../support/site.ts";

const ORIGINAL = "http://agency.example/story";
const COPY = "http://courier.example/copy";
const OTHER = "http://courier.example/other";
const EVIL = "http://courier.example/evil";

describe("the commands beside a running service", () => {
  let site: TestSite;
  let running: TestService;
  let folder: string;
  let environment: Record<string, string>;

  const wirefold = (...args: string[]) => runCommand(args, { environment });
  const withInput = (input: string, ...args: string[]) => runCommand(args, { environment, input });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wirefold-commands-"));
    site = await serveTestSite();
    site.set(ORIGINAL, { body: pageHtml("The original account", story(51)) });
    site.set(COPY, { body: pageHtml("A copied account", story(51).slice(0, 8)) });
    site.set(OTHER, { body: pageHtml("Another account", story(52)) });
    site.set(EVIL, { body: pageHtml("Red &#27;[31malert&#7;&#8238;", story(53)) });
    running = await startTestService({ DEV_ALLOW_HOSTS: site.allowHosts });
    const { REDIS_URL, KEY_PREFIX, DEV_ALLOW_HOSTS } = running.service.settings;
    environment = { REDIS_URL, KEY_PREFIX, DEV_ALLOW_HOSTS, DATA_DIR: folder };
  });
  afterAll(async () => {
    await running.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("enqueue waits for outcomes, from arguments, a file and standard input", async () => {
    const list = join(folder, "urls.txt");
    await writeFile(list, `# two of one host\n${COPY}\n\n${OTHER}\n`);
    const run = await withInput(`${EVIL}\n`, "enqueue", ORIGINAL, "-", "--file", list, "--wait");
    expect(run.stdout).toMatch(/queued\s*│ 4/);
    expect(run.stdout).toMatch(/clustered\s*│ 4/);
    expect(run.status).toBe(0);
  });

  it("enqueue names what it refused and ends with status 1, yet queues the rest", async () => {
    const run = await wirefold("enqueue", "nonsense", "ftp://a.example/", ORIGINAL);
    expect(run.stdout).toMatch(/already-known\s*│ 1/);
    expect(run.stderr).toContain("refused nonsense: not an absolute URL");
    expect(run.stderr).toContain('scheme "ftp:"');
    expect(run.status).toBe(1);
  });

  it("enqueue takes a local text and a local page", async () => {
    const [text, page] = [join(folder, "a.txt"), join(folder, "a.html")];
    await writeFile(text, story(51).join("\n\n"));
    await writeFile(page, pageHtml("Local page", story(54)));
    const one = await wirefold(
      "enqueue",
      "--text",
      text,
      "--title",
      "Typed in",
      "--publisher",
      "desk.example",
      "--wait",
    );
    expect(one.stdout).toMatch(/clustered\s*│ 1/);
    const two = await wirefold(
      "enqueue",
      "--html",
      page,
      "--url",
      "http://desk.example/5",
      "--wait",
      "--json",
    );
    expect(jsonLines(two.stdout)).toMatchObject([{ outcome: { kind: "clustered" } }]);
  });

  it("clusters lists the story with its copies, and cluster says why each belongs", async () => {
    const found = jsonLines((await wirefold("clusters", "--json", "--since", "1h")).stdout);
    expect(found).toMatchObject([{ memberCount: 3 }]);
    const id = String(found[0]?.clusterId);
    const shown = await wirefold("cluster", id);
    expect(shown.stdout).toContain("3 members, 3 publishers");
    expect(shown.stdout).toMatch(/^ {2}(copy|excerpt) \(rule [a-z-]+\): [a-z]/m);
    expect(shown.stdout).toMatch(/^ {2}[\d.]+ % of the shorter text stands in the longer/m);
    expect(jsonLines((await wirefold("cluster", id, "--json")).stdout)).toMatchObject([{ clusterId: id }]);
  });

  it("cluster --text shows the passages of each member with the one it joined", async () => {
    const [found] = jsonLines((await wirefold("clusters", "--json", "--since", "1h")).stdout);
    const id = String(found?.clusterId);
    const shown = await wirefold("cluster", id, "--text");
    expect(shown.stdout).toMatch(/^ {2}1 passage: \d+ of its \d+ words, of the other's \d+$/m);
    expect(shown.stdout).toContain(`    ${story(51)[0]?.slice(0, 60)}`);
    const [report] = jsonLines((await wirefold("cluster", id, "--text", "--json")).stdout);
    const members = report?.members as Array<{ joinedTo: string | null; alignment?: { kind: string } }>;
    expect(members.map(({ joinedTo, alignment }) => [joinedTo === null, alignment?.kind])).toEqual([
      [true, undefined],
      [false, "aligned"],
      [false, "aligned"],
    ]);
  });

  it("explain --text shows each pair's passages once", async () => {
    const { stdout } = await wirefold("explain", COPY, "--text");
    const pairs = stdout.match(/^compared with /gm)?.length ?? 0;
    expect(pairs).toBeGreaterThan(0);
    expect(stdout.match(/^ {2}1 passage: /gm)?.length).toBeGreaterThanOrEqual(pairs);
    const [report] = jsonLines((await wirefold("explain", COPY, "--text", "--json")).stdout);
    expect(report).toMatchObject({ evidence: [{ alignment: { kind: "aligned" } }] });
    expect((await wirefold("explain", COPY)).stdout).not.toContain("passage:");
  });

  it("explain says of a text that it is too short to compare, and which limit it is under", async () => {
    const brief = "Ferries to Lower Quay were suspended after a mast fell.";
    site.set("http://desk.example/brief", { body: pageHtml("Brief", [brief]) });
    await wirefold("enqueue", "http://desk.example/brief", "--wait");
    const { stdout } = await wirefold("explain", "http://desk.example/brief");
    expect(stdout).toMatch(
      /stands alone: the text is too short to compare: \d+ distinct runs of four words, at least 10 are needed/,
    );
    const [report] = jsonLines((await wirefold("explain", "http://desk.example/brief", "--json")).stdout);
    expect(report).toMatchObject({
      notCompared: "too-short",
      message: expect.stringContaining("at least 10"),
    });
  });

  it("article finds by URL and by id, with its text", async () => {
    const byUrl = jsonLines((await wirefold("article", ORIGINAL, "--json")).stdout)[0] as {
      article: { articleId: string };
    };
    const byId = await wirefold("article", byUrl.article.articleId, "--text");
    expect(byId.stdout).toContain("The original account");
    expect(byId.stdout).toContain(story(51)[0]);
  });

  it("explain tells every step and what the article is a copy of", async () => {
    const run = await wirefold("explain", COPY);
    for (const word of [
      "offered",
      "fetch",
      "extract",
      "cluster",
      "outcome        clustered",
      "compared with",
    ])
      expect(run.stdout).toContain(word);
    expect((await wirefold("explain", OTHER)).stdout).toContain("stands alone");
    expect((await wirefold("explain", "http://never.example/")).status).toBe(1);
  });

  it("sends no control character of a page to the terminal", async () => {
    const { stdout } = await wirefold("explain", EVIL);
    expect(stdout).toContain("Red");
    expect(
      [...stdout].filter((character) => character !== "\n" && (character < " " || character === "\u202e")),
    ).toEqual([]);
  });

  it("status shows queues and memory", async () => {
    const [status] = jsonLines((await wirefold("status", "--json")).stdout);
    expect(status).toMatchObject({ backlogBytes: 0, frontier: { fresh: 0 } });
  });

  it.each([
    { args: ["clusters", "--min-size", "x"], message: "--min-size must be a whole number from 2" },
    { args: ["clusters", "--since", "soon"], message: "--since must be a number with s, m, h or d" },
    { args: ["enqueue"], message: "give URLs, --file, - for standard input, --text or --html" },
    { args: ["clusters", "--min-size", "1"], message: "from 2 to 1,000,000 (an article that stands alone" },
    { args: ["enqueue", "--html", "x.html"], message: "--html needs --url" },
    { args: ["enqueue", "--text", "a", "--html", "b"], message: "either --text or --html" },
    { args: ["enqueue", ORIGINAL, "--title", "T"], message: "--title describes a local document" },
    { args: ["enqueue", ORIGINAL, "--json"], message: "--json prints outcomes: it needs --wait" },
    { args: ["explain", "not-a-url"], message: 'not an absolute URL: "not-a-url"' },
    { args: ["start", "--stages", "fetch,brew"], message: '"brew" is none of them' },
    { args: ["cluster"], message: "missing required argument" },
    { args: ["unheard-of"], message: "unknown command" },
  ])("$args ends with status 2 and says what was wrong", async ({ args, message }) => {
    const run = await wirefold(...args);
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(2);
  });

  it("a setting out of its range ends with status 2 before anything starts", async () => {
    const run = await runCommand(["status"], { environment: { ...environment, HTTP_PORT: "99999" } });
    expect(run.stderr).toContain("HTTP_PORT must be a whole number from 0 to 65535");
    expect(run.status).toBe(2);
  });

  it("a Redis that does not answer ends with status 1 and its address", async () => {
    const run = await runCommand(["status"], {
      environment: { ...environment, REDIS_URL: "redis://127.0.0.1:1" },
    });
    expect(run.stderr).toContain("no usable Redis at redis://127.0.0.1:1");
    expect(run.status).toBe(1);
  });

  it("start ends with status 1 where no Redis answers, and says so in one line", async () => {
    const run = await runCommand(["start"], {
      environment: { ...environment, REDIS_URL: "redis://127.0.0.1:1" },
    });
    expect(run.stderr).toMatch(/^no usable Redis at redis:\/\/127\.0\.0\.1:1: .*\n$/);
    expect(run.status).toBe(1);
  });

  it("start ends with status 1 where its port is taken, and says so in one line", async () => {
    const { port } = new URL(running.workers.address);
    const run = await runCommand(["start"], { environment: { ...environment, HTTP_PORT: port } });
    expect(run.stderr).toMatch(/^wirefold did not start: .*EADDRINUSE.*\n$/);
    expect(run.status).toBe(1);
  });

  it("enqueue --file of a folder says so in one line", async () => {
    const run = await wirefold("enqueue", "--file", folder);
    expect(run.stderr).toBe(`cannot read ${folder}: it is a folder\n`);
    expect(run.status).toBe(1);
  });

  it.each([
    { option: "--date", value: "2023-02-30", message: "--date must be a day that exists" },
    { option: "--date", value: "2023-02-03T10:00:00", message: "RFC 3339 instant with its offset" },
    { option: "--publisher", value: "The Desk", message: "--publisher must be a registrable domain" },
    { option: "--publisher", value: "www.desk.example", message: "registrable domain is desk.example" },
    { option: "--publisher", value: "co.uk", message: 'it is "co.uk"' },
  ])("enqueue refuses $option $value", async ({ option, value, message }) => {
    const text = join(folder, "refused.txt");
    await writeFile(text, story(55).join("\n\n"));
    const run = await wirefold("enqueue", "--text", text, option, value);
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(2);
  });

  it("enqueue --wait ends with status 1 where a page has no article", async () => {
    site.set("http://desk.example/empty", { body: "<p>Short.</p>" });
    const run = await wirefold("enqueue", "http://desk.example/empty", "--wait");
    expect(run.stdout).toMatch(/no-article-text\s*│ 1/);
    expect(run.stderr).not.toContain("no worker is connected");
    expect(run.status).toBe(1);
  });

  it("enqueue --wait says that no worker is connected", async () => {
    const alone = { ...environment, KEY_PREFIX: `${environment.KEY_PREFIX}-alone` };
    const run = await runCommand(["enqueue", ORIGINAL, "--wait", "--wait-limit", "1s"], {
      environment: alone,
    });
    expect(run.stderr).toContain("no worker is connected: start one with `wirefold start`; waiting up to 1s");
    expect(run.stdout).toMatch(/no outcome yet\s*│ 1/);
    expect(run.status).toBe(1);
  });

  it("a reader that leaves is no error", async () => {
    const child = spawn(process.execPath, [CLI, "explain", COPY], {
      env: { ...process.env, ...environment },
    });
    child.stdout.destroy();
    let complaints = "";
    child.stderr.on("data", (text) => {
      complaints += String(text);
    });
    const status = await new Promise((resolve) => child.once("close", resolve));
    expect({ status, complaints }).toEqual({ status: 0, complaints: "" });
  });

  it("redis-cli fails where Redis answers with an error", async () => {
    expect((await wirefold("redis-cli", "PING")).stdout).toBe("PONG\n");
    expect((await wirefold("redis-cli", "NOSUCH")).status).toBe(1);
  });

  it.each([
    { signal: "SIGINT", status: 130 },
    { signal: "SIGTERM", status: 143 },
  ] as const)(
    "$signal leaves the embedded Redis and ends with status $status",
    async ({ signal, status }) => {
      const DATA_DIR = join(folder, signal);
      const child = spawn(process.execPath, [CLI, "enqueue", ORIGINAL, "--wait"], {
        env: { ...process.env, ...environment, REDIS_URL: "", DATA_DIR },
      });
      child.stdout.resume();
      // It waits for workers, and there are none: the moment to interrupt it.
      let said = "";
      let told = false;
      child.stderr.on("data", (text) => {
        said += String(text);
        if (told || !said.includes("no worker is connected")) return;
        told = true;
        child.kill(signal);
        // As npm does, which hands on what reached the process already. Two different signals sent at once may
        // come in either order.
        child.kill(signal);
      });
      expect(await new Promise((resolve) => child.once("close", resolve))).toBe(status);
      expect(await readdir(join(DATA_DIR, "redis", "users"))).toEqual([]);
      expect(await readdir(join(DATA_DIR, "redis"))).not.toContain("port");
    },
  );
});
