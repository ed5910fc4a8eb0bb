/* Lists of feeds: imported, exported, broken; and what a follower decided about a feed, which they carry. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { parseOpml } from "feedsmith";
import { describe, expect, it } from "vitest";
import { readOpml, writeOpml } from "../../src/cli/feeds-opml.ts";
import { settingsFrom } from "../../src/cli/feeds-settings.ts";
import { durationText, parseDuration } from "../../src/cli/terminal.ts";
import { items, rss } from "../core/poll/documents.ts";
import { FEED, feeds, folder, followed, printed, run, SITE, scheduled, world } from "./feeds-command.ts";

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
    const reading = readOpml(written);
    const urls = reading.kind === "opml" ? reading.feeds.map(({ url }) => url) : [];
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
    expect(report).toMatch(/listed more than once\s+│ 1/);
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
    ["a page", "<html><body>", "is no OPML: its root is <html>"],
    ["a feed", rss(items(1)), "is no OPML: its root is <rss>"],
    ["an empty document", "<!-- nothing -->", "is no OPML: it has no element"],
    [
      "an OPML without feeds",
      '<opml version="2.0"><head><title>x</title></head><body></body></opml>',
      "names no feed",
    ],
  ])("refuses %s with the reason", async (_name, text, reason) => {
    await expect(run("import", await fileWith("bad.opml", text))).rejects.toThrow(reason);
  });

  const outline = (number: number, more = ""): string =>
    `<outline type="rss" text="Feed ${number}" xmlUrl="https://feed-${number}.example/"${more}/>`;
  const urls = (count: number): string[] =>
    Array.from({ length: count }, (_, number) => `https://feed-${number}.example/`);

  it.each([
    [
      "in the middle of an outline",
      `${outline(0)}${outline(1)}<outline type="rss" text="Feed" xmlUrl="https://fe`,
    ],
    ["behind an outline", `<outline text="Folder">${outline(0)}${outline(1)}`],
  ])("takes what came of a list that breaks off %s, and says so", async (_where, body) => {
    const path = await fileWith("cut.opml", `<?xml version="1.0"?><opml version="2.0"><body>${body}`);
    await expect(run("import", path)).rejects.toThrow(
      "the document breaks off before its end; feeds that were whole before that, and taken: 2",
    );
    expect(printed).toMatch(/added\s+│ 2/);
    expect((await followed()).sort()).toEqual(urls(2));
  });

  it("takes a list nested 100,000 deep", async () => {
    const opml = `<opml><body>${'<outline text="x">'.repeat(100_000)}${outline(0)}${"</outline>".repeat(100_000)}</body></opml>`;
    await run("import", await fileWith("deep.opml", opml));
    expect(await followed()).toEqual(urls(1));
  });

  it("takes a list in capitals, with addresses whose ampersands are not escaped", async () => {
    const opml = `<OPML><BODY><OUTLINE TEXT=Feed XMLURL='https://a.example/?x=1&y=2'></OUTLINE></BODY></OPML>`;
    await run("import", await fileWith("capitals.opml", opml));
    expect(await followed()).toEqual(["https://a.example/?x=1&y=2"]);
  });

  it.each([
    ["declared and written as ISO-8859-1", "iso-8859-1", "latin1"],
    ["declared as UTF-8 but written as ISO-8859-1", "utf-8", "latin1"],
    ["with a byte order mark", "utf-8", "utf16le"],
  ] as const)("reads a list %s", async (_how, declared, written) => {
    const opml = `<?xml version="1.0" encoding="${declared}"?><opml><body><outline text="Fähre über Köln" xmlUrl="https://a.example/"/></body></opml>`;
    const path = join(folder, "encoded.opml");
    await writeFile(path, Buffer.from(written === "utf16le" ? `\ufeff${opml}` : opml, written));
    await run("import", path);
    expect(await feeds.list()).toMatchObject([{ title: "Fähre über Köln" }]);
  });

  it("keeps the good rest of a list, and counts what it left out", async () => {
    const opml = `<opml><body>${outline(0)}<outline text="x" xmlUrl="ftp://a.example/"/>${outline(1)}${outline(0)}<outline text="y" xmlUrl=""/></body></opml>`;
    await expect(run("import", await fileWith("mixed.opml", opml))).rejects.toThrow(
      "not every line was an address",
    );
    expect(printed).toContain("refused, no http or https address: ftp://a.example/");
    for (const [word, count] of [
      ["added", 2],
      ["listed more than once", 1],
      ["refused", 2],
    ])
      expect(printed).toMatch(new RegExp(`${word}\\s+│ ${count}`));
  });

  it("goes on where an import was cut short", async () => {
    const path = await fileWith("again.opml", `<opml><body>${outline(0)}${outline(1)}</body></opml>`);
    await feeds.add({
      ...{ url: "https://feed-0.example/", intervalMs: 900_000, minIntervalMs: 1_000 },
      maxIntervalMs: 900_000,
    });
    expect(await scheduled()).toBe(0);
    await run("import", path);
    expect(await scheduled()).toBe(2);
  });

  it("refuses a file that is not there", async () => {
    await expect(run("import", join(folder, "none.opml"))).rejects.toThrow("cannot read");
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

  it("survives an export and an import, with its intervals and its pause", async () => {
    world.set(FEED, rss(items(1)));
    await run("add", FEED, ...OPTIONS, "--full-text", "--min-interval", "90s", "--max-interval", "2d");
    await run("pause", FEED);
    const file = join(folder, "settings.opml");
    await run("export", file);
    await run("remove", FEED);
    await run("import", file);
    const bounds = { minIntervalMs: 90_000, maxIntervalMs: 172_800_000 };
    const paused = { state: "paused", stateReason: "paused by hand" };
    expect(await feeds.get(FEED)).toMatchObject({ ...DECIDED, ...bounds, ...paused });
    expect(await scheduled()).toBe(0);
  });

  it("survives an export and an import, whatever it is", () => {
    const seconds = fc.integer({ min: 1, max: 999_999 });
    const feed = fc.record({
      url: fc.webUrl({ withQueryParameters: true }).map((url) => new globalThis.URL(url).href),
      title: fc.option(fc.string({ unit: "grapheme", minLength: 1 }).map((title) => title.trim() || "x")),
      publisher: fc
        .string({ unit: "binary", maxLength: 60 })
        .map((name) => settingsFrom({ publisher: name }).publisher ?? null),
      language: fc.constantFrom(null, "en", "pt-BR", "zh-Hant-TW"),
      priority: fc.constantFrom(null, "fresh" as const, "backlog" as const),
      fullText: fc.boolean(),
      minIntervalMs: seconds.map((value) => value * 1_000),
      maxIntervalMs: seconds.map((value) => value * 1_000),
      state: fc.constantFrom("active" as const, "paused" as const, "ended" as const),
      stateReason: fc.constantFrom(null, "paused by hand", "15 failures, last: <\"&' 503>"),
    });
    fc.assert(
      fc.property(fc.array(feed, { minLength: 1, maxLength: 4 }), (list) => {
        const written = writeOpml(list, 0);
        const undecided = { publisher: null, language: null, priority: null, fullText: false };
        const read = readOpml(written);
        if (read.kind !== "opml") throw new Error(read.message);
        expect([read.cutOff, read.problems]).toEqual([null, []]);
        const back = read.feeds.map(({ settings, state = "active", stateReason = null, ...rest }) => ({
          ...rest,
          ...undecided,
          ...settings,
          ...{ state, stateReason },
        }));
        const expected = list.map(({ title, stateReason, ...rest }) => ({
          ...rest,
          title: title ?? rest.url,
          stateReason: rest.state === "active" ? null : stateReason,
        }));
        expect(back).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("cannot be exported where there is none", async () => {
    await expect(run("export")).rejects.toThrow("there are no feeds to export");
  });

  it("stands in attributes of a namespace, so that other readers pass it over", async () => {
    world.set(FEED, rss(items(1)));
    await run("add", FEED, ...OPTIONS);
    const written = (await run("export")).trim();
    expect(written).toMatch(/<opml xmlns:wirefold="urn:[^"]+" version="2.0">/);
    expect(written).toContain('wirefold:publisher="Harbour Post"');
    const renamed = written.replaceAll(" wirefold:", " w:").replace("xmlns:wirefold", "xmlns:w");
    expect(readOpml(renamed)).toMatchObject({ feeds: [{ settings: { publisher: "Harbour Post" } }] });
    const foreign = written.replace(/urn:[^"]+/, "urn:other");
    expect(readOpml(foreign)).toMatchObject({ feeds: [{ settings: {} }] });
  });

  it.each([1, 59, 60, 61, 3_600, 5_400, 86_400, 999_999])(
    "an interval of %i seconds is written as it is read",
    (seconds) => {
      expect(parseDuration("it", durationText(seconds * 1_000))).toBe(seconds * 1_000);
    },
  );

  it("may be said of a whole list, and a feed's own word in it stands above", async () => {
    const file = join(folder, "mixed.opml");
    const outline = (path: string, more: string) =>
      `<outline text="x" xmlUrl="https://a.example/${path}" ${more}/>`;
    await writeFile(
      file,
      `<opml xmlns:wirefold="urn:wirefold:feed-settings:1"><body>${outline("1", 'wirefold:publisher="One" wirefold:priority="urgent" wirefold:minInterval="soon" language="xx"')}${outline("2", "")}</body></opml>`,
    );
    const report = await run("import", file, "--publisher", "All", "--language", "en");
    expect(report).toContain("passed over, of https://a.example/1: --priority must be one of fresh, backlog");
    expect(report).toContain("passed over, of https://a.example/1: wirefold:minInterval must be a number");
    expect(await feeds.list()).toMatchObject([
      { publisher: "One", language: "en", priority: null },
      { publisher: "All", language: "en", priority: null },
    ]);
  });
});
