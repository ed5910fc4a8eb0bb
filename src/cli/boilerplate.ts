/* wirefold boilerplate: what was learnt of a host's pages; off, on, forgotten. */
import type { Command } from "commander";
import { furnitureHost } from "../core/extract/learned/furniture-host.ts";
import type { BoilerplateStore, HostBoilerplate } from "../io/redis/boilerplate-store.ts";
import { clipped, counted, print, shown, table, UsageError, withService } from "./terminal.ts";

const SAMPLE_WIDTH = 70;

interface BoilerplateOptions {
  readonly json?: boolean;
  readonly clear?: boolean;
  readonly off?: boolean;
  readonly on?: boolean;
}

/** @param name a host as people write it, or the URL of one of its pages */
function hostNamed(name: string): string {
  const host = furnitureHost(name.includes("://") ? name : `http://${name}/`);
  if (host === undefined)
    throw new UsageError(`host must be such as news.example, or a page's URL; it is "${shown(name)}"`);
  return host;
}

function boilerplateLines(host: string, found: HostBoilerplate, isLearning: boolean): string[] {
  const furniture = found.blocks.filter((block) => block.isFurniture).length;
  const state = found.isOff ? ", switched off" : "";
  const lines = [
    `${shown(host)}: ${furniture} of ${found.blocks.length} blocks that came more than once are furniture; ${counted(found.pages, "page")} voted${state}`,
  ];
  if (found.version !== undefined) lines.push(`version ${found.version}`);
  if (!isLearning) lines.push("LEARN_BOILERPLATE is false: nothing is learnt or taken off");
  const rows = found.blocks.map(({ key, sample, votes, isFurniture }) => [
    key.slice(0, key.indexOf(":")),
    votes,
    isFurniture ? "furniture" : "counted",
    clipped(sample, SAMPLE_WIDTH),
  ]);
  if (rows.length > 0) lines.push(table(["edge", "stories", "state", "begins"], rows));
  return lines;
}

async function applyOptions(
  store: BoilerplateStore,
  host: string,
  options: BoilerplateOptions,
): Promise<void> {
  if (options.clear) await store.clear(host);
  if (options.off) await store.setOff(host, true);
  if (options.on) await store.setOff(host, false);
}

async function boilerplate(name: string, options: BoilerplateOptions): Promise<void> {
  const host = hostNamed(name);
  if (options.off && options.on) throw new UsageError("give either --off or --on");
  await withService(async ({ boilerplate: store, settings }) => {
    await applyOptions(store, host, options);
    const found = await store.read(host);
    if (options.json) return print(JSON.stringify({ host, ...found }));
    for (const line of boilerplateLines(host, found, settings.LEARN_BOILERPLATE === "true")) print(line);
  });
}

export function registerBoilerplate(program: Command): void {
  program
    .command("boilerplate")
    .description("what recurs at the edges of a host's pages, and is taken off as its furniture")
    .argument("<host>", "a host, or the URL of one of its pages")
    .option("--json", "as JSON")
    .option("--clear", "forget what was learnt of the host")
    .option("--off", "leave the host's pages as they are, and learn nothing from them")
    .option("--on", "take furniture off the host's pages again")
    .action(boilerplate);
}
