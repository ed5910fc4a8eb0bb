/** Empties the build's folder: what a renamed or removed source left there would run and be published. */
import { rmSync } from "node:fs";

rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
