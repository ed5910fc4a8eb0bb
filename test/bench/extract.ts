/*
 * npm run bench:extract — wirefold against Readability on linkedom, over the same pages in one run.
 * CPU time of this process (user and system), so that other work on the machine counts little.
 */
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { extract } from "../../src/core/extract/extract.ts";
import {
  averageScore,
  hasEvaluationData,
  loadPages,
  SET_NAMES,
  scoreText,
} from "../quality/score-extraction.ts";

type Extractor = (html: string, url: string) => string;

const MICROSECONDS_PER_MS = 1000;
/** Pages of each set extracted before the clock starts: a service runs on compiled code. */
const WARM_UP_PAGES = 80;

const wirefold: Extractor = (html, url) => {
  const result = extract({ kind: "html", content: html, url });
  return result.kind === "article" ? result.article.text : "";
};

/** Readability throws on some of linkedom's documents; such a page counts as one without text. */
const readability: Extractor = (html) => {
  const { document } = parseHTML(html);
  try {
    return new Readability(document).parse()?.textContent ?? "";
  } catch {
    return "";
  }
};

function versionOf(name: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), "utf8"),
  );
  return manifest !== null && typeof manifest === "object" && "version" in manifest
    ? String(manifest.version)
    : "?";
}

function measure(name: string, extractor: Extractor): number {
  let totalMs = 0;
  let pageCount = 0;
  for (const page of SET_NAMES.flatMap((set) => loadPages(set).slice(0, WARM_UP_PAGES))) {
    extractor(page.html, page.url);
  }
  for (const set of SET_NAMES) {
    let setMs = 0;
    const pages = loadPages(set);
    const scores = pages.map((page) => {
      const before = process.cpuUsage();
      const text = extractor(page.html, page.url);
      const used = process.cpuUsage(before);
      setMs += (used.user + used.system) / MICROSECONDS_PER_MS;
      return scoreText(set, text, page.body);
    });
    totalMs += setMs;
    pageCount += pages.length;
    const f1 = averageScore(scores).f1.toFixed(4);
    console.log(
      `${name.padEnd(36)} ${set.padEnd(7)} F1 ${f1}  ${(setMs / pages.length).toFixed(2)} CPU ms per page`,
    );
  }
  return totalMs / pageCount;
}

function main(): void {
  if (!hasEvaluationData()) {
    console.log("skipped: no evaluation data");
    return;
  }
  console.log(`node ${process.version}`);
  const own = measure(`wirefold (htmlparser2 ${versionOf("htmlparser2")})`, wirefold);
  const peer = measure(
    `Readability ${versionOf("@mozilla/readability")} + linkedom ${versionOf("linkedom")}`,
    readability,
  );
  console.log(`wirefold takes ${(own / peer).toFixed(3)} of the CPU time of Readability + linkedom`);
}

main();
