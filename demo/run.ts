/*
 * npm run demo: the bundled site through the whole pipeline, as a user would do it. Starts an embedded
 * Redis in a folder of its own, the service, and a server that plays the outlets on loopback; enqueues
 * the site's URLs with the real command; corrects one page and enqueues it again; prints the clusters
 * and holds them against what must come out. Ends with status 0 and everything stopped.
 *
 *   npm run demo -- --stay   leaves the service up until Ctrl-C
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { settingsWith } from "../config/settings.ts";
import { onInterruption } from "../src/cli/interruption.ts";
import { createLog } from "../src/io/log.ts";
import { openService, type Service } from "../src/io/service.ts";
import { STAGES } from "../src/pipeline.ts";
import { startWorkers } from "../workers/main.ts";
import { differences } from "./check.ts";
import { EXPECTED } from "./expected.ts";
import { printClusters, printRemoved } from "./report.ts";
import { serveSite } from "./serve-site.ts";

const CLI = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));
/** The site is ours: it need not be asked as slowly as a stranger's. */
const HOST_DELAY_MS = 20;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Resolves at the first Ctrl-C or SIGTERM, whenever it comes: everything started is stopped then, too. */
const stopped = new Promise<"stopped">((done) => {
  onInterruption(() => done("stopped"));
});

/** The command a user takes, with its progress bar. URLs that give no article are expected here. */
async function enqueue(environment: Record<string, string>, args: readonly string[]): Promise<void> {
  say(`\n$ npx wirefold enqueue ${args.join(" ")}`);
  const child = spawn(process.execPath, [CLI, "enqueue", ...args], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  // A terminal interrupts the child as well; a signal to this process alone must reach it, too.
  stopped.then(() => child.kill("SIGTERM"));
  await once(child, "exit");
}

async function runSite(
  service: Service,
  environment: Record<string, string>,
  folder: string,
  correct: () => string,
): Promise<void> {
  const list = join(folder, "urls.txt");
  await writeFile(list, `${EXPECTED.map((expected) => expected.url).join("\n")}\n`);
  await enqueue(environment, ["--file", list, "--wait"]);
  const corrected = correct();
  say(`\nThe outlet corrects ${corrected}; it is fetched again:`);
  await enqueue(environment, ["--refetch", "--wait", corrected]);
  await printClusters(service, say);
  await printRemoved(service, EXPECTED, say);
}

/** Closes what was opened, the latest first. */
async function closeAll(opened: Array<() => Promise<void>>): Promise<void> {
  for (let close = opened.pop(); close; close = opened.pop()) await close();
}

/** Everything the demo needs, started; `opened` knows how to stop as much of it as there is so far. */
async function startAll(folder: string, opened: Array<() => Promise<void>>) {
  const site = await serveSite();
  opened.push(() => site.close());
  const environment = {
    DATA_DIR: folder,
    REDIS_URL: "",
    KEY_PREFIX: "wirefold",
    HTTP_PORT: "0",
    LOG_LEVEL: "warn",
    HOST_DELAY_MS: String(HOST_DELAY_MS),
    DEV_ALLOW_HOSTS: `*.example=127.0.0.1:${site.port}`,
  };
  const settings = settingsWith(environment);
  const service = await openService(settings, { say });
  opened.push(() => service.close());
  say(service.access.description);
  say(`${site.hosts.length} outlets on 127.0.0.1:${site.port}, ${EXPECTED.length} URLs`);
  const workers = await startWorkers(service, { stages: STAGES, log: createLog(settings.LOG_LEVEL) });
  opened.push(() => workers.close());
  say(`service up: ${workers.address}/health/ready`);
  return { site, service, environment };
}

/** @returns the exit status */
async function showSite(folder: string, opened: Array<() => Promise<void>>): Promise<number> {
  const { site, service, environment } = await startAll(folder, opened);
  await runSite(service, environment, folder, () => {
    const revised = EXPECTED.find((expected) => expected.kind === "article" && expected.revision);
    if (!revised) throw new Error("the demo site has no page with a correction");
    site.setVersion(revised.url, 2);
    return revised.url;
  });
  const wrong = await differences(service, EXPECTED);
  for (const line of wrong) say(`not as expected: ${line}`);
  say(
    wrong.length === 0
      ? `\nAll ${EXPECTED.length} URLs ended as they must.`
      : `\n${wrong.length} differences.`,
  );
  return wrong.length === 0 ? 0 : 1;
}

/** What a shell expects of a program that was interrupted. */
const EXIT_INTERRUPTED = 130;

async function main(stay: boolean): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "wirefold-demo-"));
  const opened: Array<() => Promise<void>> = [];
  const shown = showSite(folder, opened);
  try {
    const status = await Promise.race([shown, stopped]);
    if (status === "stopped") {
      // What is under way fails when its parts are closed; that is no news then.
      shown.catch(() => undefined);
      return EXIT_INTERRUPTED;
    }
    if (stay) {
      say("\nThe service stays up until Ctrl-C. In another terminal, for example:");
      say(`  DATA_DIR=${folder} npx wirefold clusters`);
      say(`  DATA_DIR=${folder} npx wirefold explain ${EXPECTED[1]?.url}`);
      await stopped;
    }
    return status;
  } finally {
    await closeAll(opened);
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.includes("--stay"));
// Interrupted half way, a part of the run may still wait for what was just closed.
process.exit();
