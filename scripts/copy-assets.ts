/** Copies into dist what tsc does not emit: Lua scripts and Redis' configuration. */
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ASSET_ENDINGS = [".lua", ".conf"];
const TREES = ["src", "demo", "config"];

function copyAssets(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copyAssets(path);
    else if (ASSET_ENDINGS.some((ending) => entry.name.endsWith(ending))) cpSync(path, join("dist", path));
  }
}

for (const tree of TREES) copyAssets(tree);
