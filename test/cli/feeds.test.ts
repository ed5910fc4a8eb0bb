import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { parseOpml } from "feedsmith";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { settingsWith } from "../../config/settings.ts";
import { registerFeeds } from "../../src/cli/feeds.ts";
import { feedAddress } from "../../src/cli/feeds-add.ts";
import { feedsOfOpml } from "../../src/cli/feeds-opml.ts";
import type { FetchResult } from "../../src/io/http/fetch-result.ts";
import { closeQueues, createQueues, type StageQueues } from "../../src/io/queues.ts";
import { createFeedStore, type FeedStore } from "../../src/io/redis/feed-store.ts";
import { items, rss } from "../core/poll/documents.ts";
import { testRedis } from "../support/redis.ts";

const corner = testRedis();
let folder = "";
let corners = 0;
let feeds: FeedStore;
let queues: StageQueues;
/** Documents of the test's world, by URL. */
let world: Map<string, string>;
let printed = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirefold-feeds-"));
});
beforeEach(() => {
  const settings = settingsWith({ KEY_PREFIX: `${corner.prefix}-${corners++}` });
  feeds = createFeedStore({ redis: corner.redis, prefix: settings.KEY_PREFIX, now: Date.now });
  queues = createQueues(corner.redis, settings);
  world = new Map();
  printed = "";
  const collect = (text: string | Uint8Array): boolean => {
    printed += String(text);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(collect);
  vi.spyOn(process.stderr, "write").mockImplementation(collect);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeQueues(queues);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for await (const keys of corner.redis.scanStream({ match: `*${corner.prefix}-*` }))
    if ((keys as string[]).length > 0) await corner.redis.unlink(...(keys as string[]));
  await corner.close();
});

function answer(url: string): FetchResult {
  const document = world.get(url);
  if (document === undefined)
    return { kind: "failed", error: "http-status", message: `${url} answered HTTP 404`, permanent: true };
  return {
    kind: "page",
    finalUrl: url,
    redirects: [],
    status: 200,
    contentType: undefined,
    body: Buffer.from(document),
    wireBytes: document.length,
    etag: undefined,
    lastModified: undefined,
    cacheControl: undefined,
    robotsTag: undefined,
    tdmReservation: undefined,
    tdmPolicy: undefined,
  };
}

/** Runs `wirefold feeds …`; rejects as the command line would end with a status other than 0. */
async function run(...words: readonly string[]): Promise<string> {
  const program = new Command().exitOverride();
  registerFeeds(program, async () => ({
    settings: settingsWith({}),
    feeds,
    queues,
    fetchFeed: async (url) => answer(url),
    now: Date.now,
    close: async () => {},
  }));
  printed = "";
  await program.parseAsync(["node", "wirefold", "feeds", ...words]);
  return printed;
}
const followed = async (): Promise<string[]> => (await feeds.list()).map(({ url }) => url);
const scheduled = (): Promise<number> => queues.poll.getJobSchedulersCount();

const SITE = "https://harbour.example/";
const FEED = "https://harbour.example/feed.xml";

describe("wirefold feeds add", () => {
  it("follows a feed, and has it polled at once", async () => {
    world.set(FEED, rss(items(3)));
    expect(await run("add", FEED)).toBe(`added ${FEED} ("Harbour Post", rss, 3 entries)\n`);
    expect(await feeds.get(FEED)).toMatchObject({ title: "Harbour Post", intervalMs: 900_000 });
    expect(await queues.poll.getJobCounts("waiting")).toEqual({ waiting: 1 });
    expect(await run("add", FEED)).toBe(`already followed: ${FEED}\n`);
    expect(await scheduled()).toBe(1);
  });

  it("finds the feed that a site names, and shows its others", async () => {
    const link = (path: string) => `<link rel="alternate" type="application/rss+xml" href="${path}">`;
    world.set(SITE, `<html>${link("/broken")}${link("/feed.xml")}${link("/sport.xml")}</html>`);
    world.set(FEED, rss(items(3)));
    world.set(`${SITE}sport.xml`, rss(items(2)));
    expect(await run("add", "harbour.example")).toContain(
      "also named there: https://harbour.example/sport.xml",
    );
    expect(await followed()).toEqual([FEED]);
    await run("add", "--all", SITE);
    expect(await followed()).toEqual([FEED, `${SITE}sport.xml`]);
  });

  it("tries common paths where a site names no feed", async () => {
    world.set(SITE, "<html><body>Welcome</body></html>");
    world.set(`${SITE}rss.xml`, rss(items(1)));
    await run("add", SITE);
    expect(await followed()).toEqual([`${SITE}rss.xml`]);
  });

  it("says for each address why it gave no feed, and follows the others", async () => {
    world.set(FEED, rss(items(1)));
    world.set("https://c.example/", "<html></html>");
    await expect(
      run("add", "ftp://a.example/", "https://b.example/", "https://c.example/", FEED),
    ).rejects.toThrow("3 of 4 addresses gave no feed");
    expect(printed).toContain('"ftp://a.example/" is no http or https address');
    expect(printed).toContain("https://b.example/ answered HTTP 404");
    expect(printed).toContain("https://c.example/ is a page that names no feed");
    expect(await followed()).toEqual([FEED]);
  });

  it("keeps the bounds it is given, and refuses impossible ones", async () => {
    world.set(FEED, rss(items(1)));
    await expect(run("add", FEED, "--min-interval", "2h", "--max-interval", "1h")).rejects.toThrow(
      "--min-interval (7200000 ms) is above --max-interval (3600000 ms)",
    );
    await run("add", FEED, "--min-interval", "1h", "--max-interval", "2h");
    expect(await feeds.get(FEED)).toMatchObject({
      minIntervalMs: 3_600_000,
      maxIntervalMs: 7_200_000,
      intervalMs: 3_600_000,
    });
  });
});

describe("wirefold feeds list", () => {
  it("shows state, problem and what came, without control characters of strangers", async () => {
    const bounds = { intervalMs: 900_000, minIntervalMs: 1, maxIntervalMs: 900_000 };
    await feeds.add({ url: FEED, title: "Har\u001b[2Jbour\u202e", ...bounds });
    await feeds.settle(FEED, { failures: 3, lastError: "answered HTTP\u0007 503", newEntries: 12 });
    const list = await run("list");
    expect(list).toContain("failing");
    expect(list).toContain("Har\\u001b[2Jbour\\u202e");
    expect(list).toContain("3×: answered HTTP\\u0007 503");
    expect(list).toContain("15 min");
    expect(list).toContain("1 feeds, 1 failing");
    expect(/[\u0007\u001b\u202e]/.test(list)).toBe(false);
  });

  it("shows one state only, or JSON lines", async () => {
    const bounds = { intervalMs: 900_000, minIntervalMs: 1, maxIntervalMs: 900_000 };
    await feeds.add({ url: FEED, ...bounds });
    await feeds.add({ url: SITE, ...bounds });
    await run("pause", FEED);
    const lines = (await run("list", "--json", "--state", "paused")).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).url)).toEqual([FEED]);
    await expect(run("list", "--state", "asleep")).rejects.toThrow('it is "asleep"');
  });
});

describe("wirefold feeds pause, resume and remove", () => {
  beforeEach(async () => {
    world.set(FEED, rss(items(1)));
    await run("add", FEED);
  });

  it("ends the polls of a paused feed and begins them again", async () => {
    await run("pause", FEED);
    expect(await feeds.get(FEED)).toMatchObject({ state: "paused", stateReason: "paused by hand" });
    expect(await scheduled()).toBe(0);
    await run("resume", "--all");
    expect(await feeds.get(FEED)).toMatchObject({ state: "active", stateReason: null });
    expect(await scheduled()).toBe(1);
  });

  it("wakes an ended feed only where it is named", async () => {
    await feeds.setState(FEED, "ended", "answered HTTP 410 Gone");
    await run("resume", "--all");
    expect((await feeds.get(FEED))?.state).toBe("ended");
    await run("resume", FEED);
    expect((await feeds.get(FEED))?.state).toBe("active");
  });

  it("forgets a removed feed and its schedule", async () => {
    await run("remove", FEED);
    expect(await followed()).toEqual([]);
    expect(await scheduled()).toBe(0);
  });

  it.each(["remove", "pause", "resume"])(
    "fails where %s names a feed that is not followed",
    async (command) => {
      await expect(run(command, "https://unknown.example/")).rejects.toThrow("1 of 1 feeds are not followed");
      expect(printed).toContain("not followed: https://unknown.example/");
    },
  );
});

describe("wirefold feeds check", () => {
  it("shows what is in a feed and changes nothing", async () => {
    world.set(FEED, rss(items(7)));
    const shown = await run("check", FEED);
    expect(shown).toContain("rss, 7 entries; not followed");
    expect(shown).toContain("no date  Ferry 0 delayed  https://harbour.example/ferry/0");
    expect(shown).toContain("… and 2 more");
    expect(await followed()).toEqual([]);
  });
});

describe("wirefold feeds import and export", () => {
  const fileWith = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  it("brings back what it wrote", async () => {
    const bounds = { intervalMs: 900_000, minIntervalMs: 1, maxIntervalMs: 900_000 };
    await feeds.add({ url: `${FEED}?a=1&b=<2>`, title: 'Post & "Mail" <b>\u0007', ...bounds });
    await feeds.add({ url: SITE, title: null, ...bounds });
    const path = join(folder, "out.opml");
    await run("export", path);
    const written = await readFile(path, "utf8");
    const titles = parseOpml(written).body?.outlines?.map(({ title }) => title);
    expect(titles?.sort()).toEqual(['Post & "Mail" <b>', SITE]);
    const urls = feedsOfOpml(written).map(({ url }) => url);
    expect(urls.sort()).toEqual([SITE, `${FEED}?a=1&b=<2>`]);
    await run("remove", `${FEED}?a=1&b=<2>`, SITE);
    expect(await run("import", path)).toMatch(/added\s+│ 2/);
  });

  it("follows every feed of nested folders, in the file's order, and each once", async () => {
    const outline = (n: number) =>
      `<outline type="rss" text="Feed ${n}" xmlUrl="https://feed-${n}.example/"/>`;
    const opml = `<opml version="2.0"><head/><body>${outline(1)}<outline text="News"><outline text="Inner">${outline(2)}</outline>${outline(3)}</outline>${outline(1)}</body></opml>`;
    const path = await fileWith("nested.opml", opml);
    const report = await run("import", path);
    expect(report).toMatch(/added\s+│ 3/);
    expect(report).toMatch(/already followed\s+│ 1/);
    expect(new Set(await followed())).toEqual(new Set([1, 2, 3].map((n) => `https://feed-${n}.example/`)));
    expect(await scheduled()).toBe(3);
  });

  it("takes a list with one address a line, and says which lines are none", async () => {
    const path = await fileWith(
      "list.txt",
      "# mine\nhttps://a.example/feed\n\nb.example/rss\nftp://c.example/\n",
    );
    await expect(run("import", path)).rejects.toThrow("not every line was an address");
    expect(printed).toContain("refused, no http or https address: ftp://c.example/");
    expect(await followed()).toHaveLength(2);
  });

  it.each([
    ["no OPML", "<html><body>", "is no OPML"],
    [
      "an OPML without feeds",
      '<opml version="2.0"><head><title>x</title></head><body></body></opml>',
      "names no feed",
    ],
    [
      "an OPML nested 100,000 deep",
      `<opml version="2.0"><body>${'<outline text="x">'.repeat(100_000)}${"</outline>".repeat(100_000)}</body></opml>`,
      "is no OPML",
    ],
  ])("refuses %s with the reason", async (_name, text, reason) => {
    await expect(run("import", await fileWith("bad.opml", text))).rejects.toThrow(reason);
  });

  it("refuses a file that is not there", async () => {
    await expect(run("import", join(folder, "none.opml"))).rejects.toThrow("cannot read");
  });
});

describe("an address", () => {
  it.each([
    ["harbour.example", "https://harbour.example/"],
    [" http://harbour.example/a#b ", "http://harbour.example/a"],
    ["HTTPS://Harbour.example/Feed", "https://harbour.example/Feed"],
    ["mailto:a@b.example", undefined],
    ["file:///etc/passwd", undefined],
    ["", undefined],
  ])("%s is %s", (text, url) => {
    expect(feedAddress(text)).toBe(url);
  });
});

describe("what is decided about a feed's articles", () => {
  const DECIDED = { publisher: "Harbour Post", language: "pt-BR", priority: "backlog", fullText: true };
  const OPTIONS = ["--publisher", " Harbour  Post ", "--language", "pt-br", "--priority", "backlog"];

  it("is kept with the feed, and shown", async () => {
    world.set(FEED, rss(items(1)));
    await run("add", FEED, ...OPTIONS, "--full-text");
    expect(await feeds.get(FEED)).toMatchObject(DECIDED);
    expect(JSON.parse(await run("list", "--json"))).toMatchObject(DECIDED);
  });

  it("may be changed later, and taken back", async () => {
    world.set(FEED, rss(items(1)));
    await run("add", FEED);
    expect(await feeds.get(FEED)).toMatchObject({
      publisher: null,
      language: null,
      priority: null,
      fullText: false,
    });
    await run("set", FEED, ...OPTIONS, "--full-text");
    expect(await feeds.get(FEED)).toMatchObject(DECIDED);
    await run("set", FEED, "--publisher", "", "--no-full-text");
    expect(await feeds.get(FEED)).toMatchObject({ ...DECIDED, publisher: null, fullText: false });
    await expect(run("set", FEED)).rejects.toThrow("give --publisher");
    await expect(run("set", "https://other.example/feed", "--publisher", "x")).rejects.toThrow(
      "1 of 1 feeds are not followed",
    );
  });

  it.each([
    ["--language", "not a language", "BCP 47"],
    ["--priority", "urgent", "fresh, backlog"],
    ["--publisher", "x".repeat(101), "at most 100 characters"],
  ])("is refused where it makes no sense: %s %s", async (option, value, message) => {
    await expect(run("add", FEED, option, value)).rejects.toThrow(message);
  });

  it("survives an export and an import", async () => {
    world.set(FEED, rss(items(1)));
    await run("add", FEED, ...OPTIONS, "--full-text");
    const file = join(folder, "settings.opml");
    await run("export", file);
    await run("remove", FEED);
    await run("import", file);
    expect(await feeds.get(FEED)).toMatchObject(DECIDED);
  });

  it("may be said of a whole list, and a feed's own word in it stands above", async () => {
    const file = join(folder, "mixed.opml");
    const outline = (path: string, more: string) =>
      `<outline text="x" xmlUrl="https://a.example/${path}" ${more}/>`;
    await writeFile(
      file,
      `<opml version="2.0"><body>${outline("1", 'wirefoldPublisher="One" wirefoldPriority="urgent" language="xx"')}${outline("2", "")}</body></opml>`,
    );
    await run("import", file, "--publisher", "All", "--language", "en");
    expect(await feeds.list()).toMatchObject([
      { publisher: "One", language: "en", priority: null },
      { publisher: "All", language: "en", priority: null },
    ]);
  });
});
