/** Prints the settings table into the README, between its two markers. `--check` only compares. */
import { readFileSync, writeFileSync } from "node:fs";
import { settingsTable } from "../config/settings.ts";

const README = new URL("../README.md", import.meta.url);
const MARKED = /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/;

const before = readFileSync(README, "utf8");
if (!MARKED.test(before)) throw new Error("README.md has lost the two markers of the settings table");
const after = before.replace(
  MARKED,
  (_all, open: string, close: string) => `${open}${settingsTable()}\n${close}`,
);
if (process.argv.includes("--check")) {
  if (before !== after) {
    console.error("README.md's settings table is not what config/catalogue.ts says: npm run docs:settings");
    process.exitCode = 1;
  }
} else writeFileSync(README, after);
