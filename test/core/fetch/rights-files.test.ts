/* What a host's tdmrep.json and ai.txt say about one of its pages. All files here are invented. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combinedRights, rightsOf } from "../../../src/core/fetch/rights.ts";
import {
  hostStatements,
  keptRightsFile,
  type RightsFileName,
  rightsFileFreshMs,
  rightsFileUrl,
} from "../../../src/core/fetch/rights-files.ts";
import { tdmRuleFor, tdmRulesOf } from "../../../src/core/fetch/tdm-file.ts";

const kept = (name: RightsFileName, text: string): string => keptRightsFile(name, Buffer.from(text));
const reserved = (location: string): string => JSON.stringify([{ location, "tdm-reservation": 1 }]);
const page = (path: string): string => `https://quay.example${path}`;

describe("a rule of tdmrep.json", () => {
  it.each([
    ["/", "/", true],
    ["/", "/2024/storm?page=2", true],
    ["/news", "/newsroom/1", true],
    ["/news/", "/news", false],
    ["/News/", "/news/1", false],
    ["news/", "/news/1", true],
    ["/a/*.html", "/a/b/c.html?x=1", true],
    ["/a/*.html$", "/a/b/c.html?x=1", false],
    ["/a/*.html$", "/a/b/c.html", true],
    ["/a/*.html$", "/a/.html.html", true],
    ["/*a*b*c$", "/abc", true],
    ["/*a*b*c$", "/acb", false],
    ["/*bc*c$", "/abc", false],
    ["/exact$", "/exact", true],
    ["/exact$", "/exactly", false],
    ["*.pdf", "/x/y.pdf", true],
    ["/foo-%24", "/foo-$", false],
    ["/%7Eanna/", "/~anna/1", true],
    ["/st%c3%a4dte/", "/städte/1", true],
    ["/städte/", "/st%C3%A4dte/1", true],
    ["//other.example/", "/1", false],
    ["", "/1", true],
  ])("%j and the path %j: %s", (location, path, fits) => {
    expect(tdmRuleFor(tdmRulesOf(reserved(location)), page(path)) !== undefined).toBe(fits);
  });

  it("counts where it is the first that fits", () => {
    const text = JSON.stringify([
      { location: "/open/", "tdm-reservation": 0 },
      { location: "/", "tdm-reservation": 1, "tdm-policy": "https://quay.example/terms" },
    ]);
    expect(tdmRuleFor(tdmRulesOf(text), page("/open/1"))).toMatchObject({ reservation: "0" });
    expect(tdmRuleFor(tdmRulesOf(text), page("/1"))).toEqual({
      location: "/",
      reservation: "1",
      policy: "https://quay.example/terms",
    });
  });

  it.each([
    ["no JSON", "User-agent: *"],
    ["a web page", "<!doctype html><title>Not found</title>"],
    ["cut in the middle", '[{"location": "/", "tdm-rese'],
    ["a list of something else", '[1, null, "x", {"location": 7, "tdm-reservation": 1}, {"location": "/"}]'],
    ["empty", ""],
  ])("is not found where the file is %s", (_what, text) => {
    expect(kept("tdm", text)).toBe("");
  });

  it("may stand without brackets, behind a byte order mark, and say its number as text", () => {
    const text = '\uFEFF{"location": "/", "tdm-reservation": "1"}';
    expect(tdmRuleFor(tdmRulesOf(text), page("/1"))).toMatchObject({ reservation: "1" });
  });
});

describe("files of any bytes", () => {
  it("never throw, and are kept in a form that can be read", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.webPath(), (bytes, path) => {
        const files = { tdm: keptRightsFile("tdm", bytes), ai: keptRightsFile("ai", bytes) };
        hostStatements(files, page(`/${path}`), "wirefold");
      }),
    );
  });

  it("with rules of any text never throw, and a rule that is a page's path holds for it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.webPath(), (location, path) => {
        const { pathname } = new URL(page(`/${path}`));
        fc.pre(!/[*$]/.test(pathname));
        tdmRuleFor(tdmRulesOf(reserved(location)), page(pathname));
        expect(tdmRuleFor(tdmRulesOf(reserved(pathname)), page(pathname))).toBeDefined();
      }),
    );
  });
});

describe("ai.txt", () => {
  const isKept = (text: string, path: string): boolean =>
    hostStatements({ tdm: "", ai: kept("ai", text) }, page(path), "wirefold")?.robots === "noai";

  it.each([
    ["everything", "User-Agent: *\nDisallow: /", "/2024/storm", true],
    ["everything, as a wildcard", "# Spawning AI\nUser-Agent: *\nDisallow: *\n", "/2024/storm", true],
    ["texts by their type", "User-Agent: *\nDisallow: *.txt\nDisallow: *.html", "/2024/storm", true],
    ["texts by their type, the front page", "User-Agent: *\nDisallow: *.html", "/", true],
    ["pictures only", "User-Agent: *\nDisallow: *.jpg\nDisallow: *.png", "/2024/storm", false],
    ["one section", "User-Agent: *\nDisallow: /members/", "/2024/storm", false],
    ["that section", "User-Agent: *\nDisallow: /members/", "/members/1", true],
    ["this robot by name", "User-Agent: wirefold\nDisallow: /", "/2024/storm", true],
    ["other robots by name", "User-Agent: GPTBot\nDisallow: /", "/2024/storm", false],
    ["nothing", "User-Agent: *\nAllow: /", "/2024/storm", false],
    ["a web page", "<!doctype html><title>Disallow: everything</title>", "/2024/storm", false],
    ["a letter to assistants", "# The Quay\n\n> We print news.\n\n- [Home](/)", "/2024/storm", false],
  ])("that names %s", (_what, text, path, isForbidden) => {
    expect(isKept(text, path)).toBe(isForbidden);
  });
});

describe("rights said in several places", () => {
  const tdm = (reservation: number, policy?: string): string =>
    kept("tdm", JSON.stringify([{ location: "/", "tdm-reservation": reservation, "tdm-policy": policy }]));
  const ofHost = (files: string) =>
    hostStatements({ tdm: files, ai: kept("ai", "User-agent: *\nDisallow: /") }, page("/1"), "wirefold");

  it("name the host's files where these alone speak", () => {
    expect(rightsOf({ ofHost: ofHost(tdm(1, "https://quay.example/terms")) }, "headers", "wirefold")).toEqual(
      {
        noarchive: false,
        noai: true,
        tdmReservation: true,
        tdmPolicy: "https://quay.example/terms",
        sources: ["ai-txt", "tdm-file"],
      },
    );
  });

  it("are absent where the host has no such files", () => {
    expect(hostStatements({ tdm: "", ai: "" }, page("/1"), "wirefold")).toBeUndefined();
    expect(rightsOf({ ofHost: undefined }, "headers", "wirefold")).toBeUndefined();
  });

  it("count in the order page, headers, file; terms stay with the reservation they were said with", () => {
    const file = ofHost(tdm(1, "https://quay.example/terms"));
    const headers = rightsOf({ ofHost: file, tdmReservation: "0" }, "headers", "wirefold");
    expect(headers).toMatchObject({ noai: true, tdmReservation: false, tdmPolicy: null });
    const metas = rightsOf(
      { tdmReservation: "1", tdmPolicy: "https://quay.example/other" },
      "metas",
      "wirefold",
    );
    expect(combinedRights(headers, metas)).toEqual({
      noarchive: false,
      noai: true,
      tdmReservation: true,
      tdmPolicy: "https://quay.example/other",
      sources: ["ai-txt", "tdm-file", "tdm-header", "tdm-meta"],
    });
  });

  it("keep the host's terms where a header repeats its reservation without them", () => {
    const file = ofHost(tdm(1, "https://quay.example/terms"));
    expect(rightsOf({ ofHost: file, tdmReservation: "1" }, "headers", "wirefold")).toMatchObject({
      tdmReservation: true,
      tdmPolicy: "https://quay.example/terms",
    });
  });
});

describe("a rights file", () => {
  it("stands on the page's own host", () => {
    expect(rightsFileUrl("tdm", "https://quay.example:8443/a?b")).toBe(
      "https://quay.example:8443/.well-known/tdmrep.json",
    );
    expect(rightsFileUrl("ai", "http://quay.example/a")).toBe("http://quay.example/ai.txt");
  });

  it("is believed for a day where nothing else is said, for an hour at least", () => {
    const HOUR_MS = 3_600_000;
    expect([undefined, 0, 2 * HOUR_MS, 90 * HOUR_MS].map(rightsFileFreshMs)).toEqual([
      24 * HOUR_MS,
      HOUR_MS,
      2 * HOUR_MS,
      24 * HOUR_MS,
    ]);
  });
});
