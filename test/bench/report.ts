/*
 * The header every bench prints: a figure without its machine, date, commit and versions says nothing.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";

const BYTES_PER_GIGABYTE = 1e9;

function git(...args: string[]): string {
  try {
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return ""; // a packed source tree without a repository
  }
}

function commitLine(): string {
  const commit = git("rev-parse", "--short=10", "HEAD") || "unknown";
  const changed = git("status", "--porcelain", "--untracked-files=no") !== "";
  return changed ? `${commit} with local changes` : commit;
}

function versionOf(name: string): string {
  const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return `${name} ${version}`;
}

/**
 * @param title the bench and what it was asked for, in one line
 * @param packages names of packages whose versions matter to the figures
 */
export function printHeader(title: string, packages: readonly string[] = []): void {
  const [first] = cpus();
  const memory = Math.round(totalmem() / BYTES_PER_GIGABYTE);
  const versions = [`Node ${process.versions.node}`, ...packages.map(versionOf)];
  print(title);
  print(
    `  machine   ${first?.model.trim() ?? "unknown"}, ${availableParallelism()} cores used, ${memory} GB`,
  );
  print(`  date      ${new Date().toISOString()}`);
  print(`  commit    ${commitLine()}`);
  print(`  versions  ${versions.join(", ")}`);
}

export function print(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** Columns padded to their widest cell; numbers to the right. */
export function printTable(
  head: readonly string[],
  rows: ReadonlyArray<ReadonlyArray<string | number>>,
): void {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_title, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const isNumeric = head.map((_title, column) => typeof rows[0]?.[column] === "number");
  for (const row of cells) {
    const padded = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return isNumeric[column] ? cell.padStart(width) : cell.padEnd(width);
    });
    print(`  ${padded.join("  ").trimEnd()}`);
  }
}

/** Rounded to `digits` decimals, as a number. */
export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
