/* The benchmark's internet: any number of hosts with one page of usual size, and a stopwatch per host. */
import { gzipSync } from "node:zlib";
import * as good from "../../support/world/answers.ts";
import { startWorld, type World } from "../../support/world/world.ts";
import type { FromWorld, ToWorld, WorldReport } from "./messages.ts";

/** Median size of a news page with its furniture, as in the project's page sets. */
const PAGE_BYTES = 150_000;
const FILLER_PARAGRAPHS = 400;

/** Markup with words that differ, so that compression works as it does on real pages: to about a fifth. */
function pageText(): string {
  let seed = 1;
  const word = (): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed.toString(36);
  };
  const paragraph = (at: number): string =>
    `<p class="story-text-${at % 7}">${Array.from({ length: 40 }, word).join(" ")}</p>\n`;
  const text = Array.from({ length: FILLER_PARAGRAPHS }, (_, at) => paragraph(at)).join("");
  return `<!doctype html><title>Storm</title>${text}`.slice(0, PAGE_BYTES);
}

const page = good.answer(gzipSync(pageText()), { headers: { "Content-Encoding": "gzip" } });
const noRobots = good.answer("", { status: 404 });

function reportOf(world: World, hostDelayMs: number): WorldReport {
  const lastAt = new Map<string, number>();
  const gaps: number[] = [];
  for (const { host, at } of world.requests) {
    const before = lastAt.get(host);
    if (before !== undefined) gaps.push(at - before);
    lastAt.set(host, at);
  }
  gaps.sort((a, b) => a - b);
  return {
    requests: world.requests.length,
    violations: gaps.filter((gap) => gap < hostDelayMs).length,
    shortestGapMs: gaps[0] ?? Number.NaN,
    medianGapMs: gaps[gaps.length >> 1] ?? Number.NaN,
  };
}

const say = (message: FromWorld): void => {
  process.send?.(message);
};

const world = await startWorld(
  () => (request, wire) => (request.path === "/robots.txt" ? noRobots : page)(request, wire),
);
process.on("message", (message: ToWorld) => {
  say({ kind: "report", report: reportOf(world, message.hostDelayMs) });
});
process.on("disconnect", () => process.exit());
say({ kind: "listening", port: world.port });
