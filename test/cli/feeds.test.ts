import { beforeEach, describe, expect, it } from "vitest";
import { feedAddress } from "../../src/cli/feeds-add.ts";
import { items, rss } from "../core/poll/documents.ts";
import {
  FEED,
  feeds,
  fetched,
  followed,
  printed,
  queues,
  run,
  SITE,
  scheduled,
  world,
} from "./feeds-command.ts";

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

  describe("asks the site's robots.txt for its sitemaps", () => {
    const NEWS = `${SITE}sitemap-news.xml`;
    const robots = (...sitemaps: readonly string[]): string =>
      ["User-agent: *", "Disallow: /private", ...sitemaps.map((url) => `Sitemap: ${url}`)].join("\n");
    const newsSitemap = `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${SITE}1</loc><news:news><news:title>One</news:title></news:news></url></urlset>`;
    const archive = `<urlset><url><loc>${SITE}old</loc></url></urlset>`;
    const named = '<html><link rel="alternate" type="application/rss+xml" href="/feed.xml"></html>';

    it("and follows the one of news where its page names no feed, before guessing at paths", async () => {
      world.set(SITE, "<html>Welcome</html>");
      world.set(`${SITE}robots.txt`, robots(`${SITE}archive.xml`, NEWS));
      world.set(NEWS, newsSitemap);
      world.set(`${SITE}archive.xml`, archive);
      world.set(`${SITE}feed`, rss(items(1)));
      expect(await run("add", SITE)).toBe(`added ${NEWS} (news-sitemap, 1 entries)\n`);
      expect(await followed()).toEqual([NEWS]);
    });

    it("and tells of it where its page names a feed, and follows it as well with --all", async () => {
      world.set(SITE, named);
      world.set(FEED, rss(items(3)));
      world.set(`${SITE}robots.txt`, robots(NEWS));
      world.set(NEWS, newsSitemap);
      expect(await run("add", SITE)).toContain(`also named there: ${NEWS}`);
      expect(await followed()).toEqual([FEED]);
      await run("add", "--all", SITE);
      expect(await followed()).toEqual([FEED, NEWS]);
    });

    it("and takes another sitemap last of all", async () => {
      world.set(SITE, "<html>Welcome</html>");
      world.set(`${SITE}robots.txt`, robots(`${SITE}archive.xml`));
      world.set(`${SITE}archive.xml`, archive);
      await run("add", SITE);
      expect(await followed()).toEqual([`${SITE}archive.xml`]);
    });

    it("and reads a bounded number of what it names", async () => {
      world.set(SITE, "<html>Welcome</html>");
      const news = Array.from({ length: 90 }, (_, n) => `${SITE}news-${n}.xml`);
      const others = Array.from({ length: 90 }, (_, n) => `${SITE}part-${n}.xml`);
      world.set(`${SITE}robots.txt`, robots(...news, ...others));
      await expect(run("add", SITE)).rejects.toThrow("1 of 1 addresses gave no feed");
      expect(printed).toContain("nor is one named in its robots.txt or found under a usual path");
      // The page, its robots.txt, four news sitemaps, twelve usual paths, two other sitemaps.
      expect(fetched).toHaveLength(2 + 4 + 12 + 2);
    });
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
    await feeds.settle(FEED, { failures: 3, lastError: "answered HTTP\u0007 503" });
    const list = await run("list");
    expect(list).toContain("failing");
    expect(list).toContain("Har\\u001b[2Jbour\\u202e");
    expect(list).toContain(`failing: ${FEED}\n  3 failures in a row: answered HTTP\\u0007 503`);
    expect(list).toContain("15 min");
    expect(list).toContain("1 feed: 1 failing");
    expect(/[\u0007\u001b\u202e]/.test(list)).toBe(false);
  });

  it("shows one state only, or JSON lines", async () => {
    const bounds = { intervalMs: 900_000, minIntervalMs: 1, maxIntervalMs: 900_000 };
    await feeds.add({ url: FEED, ...bounds });
    await feeds.add({ url: SITE, ...bounds });
    await run("pause", FEED);
    const lines = (await run("list", "--json", "--state", "paused")).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).url)).toEqual([FEED]);
    expect(await run("list", "--state", "failing")).toBe("none of 2 feeds is failing\n");
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

  it("does not have all feeds polled in one moment that are resumed together", async () => {
    for (let number = 0; number < 40; number++)
      await feeds.add({
        ...{ url: `https://paper-${number}.example/`, state: "paused", intervalMs: 900_000 },
        ...{ minIntervalMs: 60_000, maxIntervalMs: 900_000 },
      });
    await run("resume", "--all");
    const polls = (await queues.poll.getJobSchedulers()).map(({ next }) => Math.floor((next ?? 0) / 500));
    expect(new Set(polls).size).toBeGreaterThan(4);
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

describe("wirefold feeds set", () => {
  const bounds = { intervalMs: 900_000, minIntervalMs: 120_000, maxIntervalMs: 21_600_000 };
  const nextPollInMs = async () => {
    const [scheduler] = await queues.poll.getJobSchedulers();
    return (scheduler?.next ?? 0) - Date.now();
  };

  it("changes how often a feed is read, from its next poll on", async () => {
    await feeds.add({ url: FEED, ...bounds });
    await run("set", FEED, "--min-interval", "1h");
    expect(await feeds.get(FEED)).toMatchObject({ minIntervalMs: 3_600_000, intervalMs: 3_600_000 });
    expect(await nextPollInMs()).toBeGreaterThan(3_000_000);
    await run("set", FEED, "--min-interval", "1m", "--max-interval", "5m");
    const changed = { minIntervalMs: 60_000, maxIntervalMs: 300_000, intervalMs: 300_000 };
    expect(await feeds.get(FEED)).toMatchObject(changed);
    expect(await nextPollInMs()).toBeLessThan(400_000);
  });

  it("refuses bounds that do not go with those the feed has", async () => {
    await feeds.add({ url: FEED, ...bounds });
    await expect(run("set", FEED, "--max-interval", "1m")).rejects.toThrow(
      "--min-interval (120000 ms) is above --max-interval (60000 ms)",
    );
    expect(await feeds.get(FEED)).toMatchObject(bounds);
  });

  it("wakes no paused feed", async () => {
    await feeds.add({ url: FEED, ...bounds, state: "paused" });
    await run("set", FEED, "--min-interval", "1h");
    expect(await scheduled()).toBe(0);
  });
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

describe("an address", () => {
  it.each([
    ["harbour.example", "https://harbour.example/"],
    [" http://harbour.example/a#b ", "http://harbour.example/a"],
    ["HTTPS://Harbour.example/Feed", "https://harbour.example/Feed"],
    ["mailto:a@b.example", undefined],
    ["file:///etc/passwd", undefined],
    ["http://quay/feed", "http://quay/feed"],
    // A word is no address: a list of anything would be taken for a list of feeds.
    ["harbour", undefined],
    ["", undefined],
  ])("%s is %s", (text, url) => {
    expect(feedAddress(text)).toBe(url);
  });
});
