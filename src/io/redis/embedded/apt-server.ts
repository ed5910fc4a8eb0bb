/*
 * Getting a Redis server on Debian or Ubuntu without root, without Docker, and without touching the
 * system: apt's own signed lists and packages are downloaded into a folder of ours and unpacked there.
 *
 *   apt-get update (own lists) → apt-get download → dpkg-deb -x → LD_LIBRARY_PATH
 *
 * What `ldd` still misses afterwards is asked for by Debian's naming rule (libfoo.so.1 → libfoo1).
 */
import { execFile } from "node:child_process";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** redis-server is a link into redis-tools in Debian; the libraries are those it needs beyond libc and OpenSSL. */
const PACKAGES = ["redis-tools", "redis-server", "libjemalloc2", "liblzf1", "libatomic1"];
/** Rounds of asking for what `ldd` misses: a library may itself need another. */
const LIBRARY_ROUNDS = 3;
const APT_TIMEOUT_MS = 120_000;

export interface UnpackedServer {
  readonly program: string;
  readonly cli: string;
  readonly libraryPath: string;
}

/** Where the programs and libraries of an unpacked server lie. */
export async function unpackedServer(root: string): Promise<UnpackedServer> {
  const triplets = await readdir(join(root, "usr/lib"), { withFileTypes: true }).catch(() => []);
  const folders = triplets
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, "usr/lib", entry.name));
  return {
    program: join(root, "usr/bin/redis-server"),
    cli: join(root, "usr/bin/redis-cli"),
    libraryPath: [...folders, join(root, "usr/lib")].join(":"),
  };
}

async function aptOptions(work: string): Promise<string[]> {
  await mkdir(join(work, "state/lists/partial"), { recursive: true });
  await mkdir(join(work, "cache/archives/partial"), { recursive: true });
  const options = [
    `Dir::State=${join(work, "state")}`,
    `Dir::Cache=${join(work, "cache")}`,
    "Debug::NoLocking=true",
  ];
  return ["-qq", ...options.flatMap((option) => ["-o", option])];
}

async function downloadAndUnpack(work: string, packages: readonly string[], root: string): Promise<void> {
  const options = await aptOptions(work);
  const debs = join(work, `debs-${packages[0] ?? "none"}`);
  await mkdir(debs, { recursive: true });
  await run("apt-get", [...options, "download", ...packages], { cwd: debs, timeout: APT_TIMEOUT_MS });
  for (const file of await readdir(debs)) {
    if (file.endsWith(".deb")) await run("dpkg-deb", ["-x", join(debs, file), root]);
  }
}

async function missingLibraries(root: string): Promise<string[]> {
  const server = await unpackedServer(root);
  const { stdout } = await run("ldd", [server.program], {
    env: { ...process.env, LD_LIBRARY_PATH: server.libraryPath },
  });
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? "");
}

/** `libssl.so.3` → `libssl3`, `libssl3t64`; `liblua5.1.so.0` → `liblua5.1-0`. */
function packageNames(library: string): string[] {
  const [stem = library, version = ""] = library.split(".so.");
  const name = `${stem}${/\d$/.test(stem) ? "-" : ""}${version}`.toLowerCase().replaceAll("_", "-");
  return [name, `${name}t64`];
}

async function addMissingLibraries(work: string, root: string): Promise<void> {
  for (let round = 0; round < LIBRARY_ROUNDS; round++) {
    const missing = await missingLibraries(root);
    if (missing.length === 0) return;
    for (const library of missing) {
      for (const name of packageNames(library)) {
        const unpacked = await downloadAndUnpack(work, [name], root).then(
          () => true,
          () => false,
        );
        if (unpacked) break;
      }
    }
  }
  const missing = await missingLibraries(root);
  if (missing.length > 0)
    throw new Error(`redis-server still misses ${missing.join(", ")} after ${LIBRARY_ROUNDS} rounds`);
}

/**
 * Downloads and unpacks redis-server into `target`; 2 to 5 s. All or nothing: an interrupted download
 * leaves no half-filled target.
 * @throws where apt-get or dpkg-deb is missing or the packages cannot be reached
 */
export async function installFromApt(target: string): Promise<void> {
  const work = `${target}.download-${process.pid}`;
  const root = join(work, "root");
  try {
    await mkdir(root, { recursive: true });
    const options = await aptOptions(work);
    await run("apt-get", [...options, "update"], { timeout: APT_TIMEOUT_MS });
    await downloadAndUnpack(work, PACKAGES, root);
    await addMissingLibraries(work, root);
    await rm(target, { recursive: true, force: true });
    await rename(root, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
