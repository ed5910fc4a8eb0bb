/* The house's rules, checked: imports point upstream only, and the core is pure. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const TREES = ["config", "src", "workers", "demo"];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  /** A path in the repository, or a package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const STATIC_IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm;
const DYNAMIC_IMPORT = /\bimport\("([^"]+)"\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found = [
    ...[...text.matchAll(STATIC_IMPORT)].map((m) => ({ typeOnly: m[1] !== undefined, target: m[2] ?? "" })),
    ...[...text.matchAll(DYNAMIC_IMPORT)].map((m) => ({ typeOnly: false, target: m[1] ?? "" })),
  ];
  return found.map(({ typeOnly, target }) => ({
    from: file,
    to: target.startsWith(".") ? normalize(join(dirname(file), target)) : target,
    typeOnly,
  }));
}

const FILES = TREES.flatMap(sourceFiles);
const IMPORTS = FILES.flatMap(importsOf);
const isInRepository = (path: string): boolean => TREES.some((tree) => path.startsWith(`${tree}/`));

/** What each part of the house may import of the others. */
const ALLOWED: ReadonlyArray<{ readonly part: string; readonly may: readonly string[] }> = [
  { part: "src/core/", may: ["src/core/"] },
  { part: "src/io/", may: ["src/core/", "src/io/", "src/pipeline.ts"] },
  { part: "src/api/", may: ["src/core/", "src/io/", "src/api/", "src/pipeline.ts"] },
  { part: "src/cli/", may: ["src/core/", "src/io/", "src/cli/", "src/pipeline.ts", "config/"] },
  { part: "src/pipeline.ts", may: ["src/core/"] },
  { part: "workers/", may: ["src/core/", "src/io/", "src/api/", "src/pipeline.ts", "workers/"] },
  { part: "config/", may: ["config/"] },
  { part: "demo/", may: ["src/", "workers/", "config/", "demo/"] },
];

/** The one way from the command line to the workers: loaded only when they are to run. */
const ENTRY_POINTS = new Set(["src/cli/start.ts -> workers/main.ts"]);

function isAllowed({ from, to, typeOnly }: Import): boolean {
  if (!isInRepository(to) || ENTRY_POINTS.has(`${from} -> ${to}`)) return true;
  // The type of the settings is known everywhere; their values are read at entry points only.
  if (typeOnly && to === "config/settings.ts" && !from.startsWith("src/core/")) return true;
  const rule = ALLOWED.find(({ part }) => from.startsWith(part));
  return rule?.may.some((part) => to.startsWith(part)) ?? false;
}

/** In flow order: a stage's folder may import those before it. `url` is shared by all. */
const CORE_ORDER = ["url", "poll", "fetch", "extract", "fingerprint", "cluster"];
const coreFolder = (path: string): string | undefined => /^src\/core\/([^/]+)\//.exec(path)?.[1];

/** Packages that reach out of the process, and Node's modules that do. */
const IMPURE =
  /^(bullmq|ioredis|undici|pino|fastify|prom-client|piscina|commander|node:(?!crypto$|buffer$|string_decoder$).*)$/;
const IMPURE_CALLS =
  /\b(Date\.now\(|new Date\(\)|Math\.random\(|process\.|console\.|performance\.now\(|setTimeout\()/;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");

describe("the layout", () => {
  it("finds the files it speaks of", () => {
    expect(FILES.length).toBeGreaterThan(50);
    expect(IMPORTS.filter(({ to }) => isInRepository(to)).length).toBeGreaterThan(100);
  });

  it("lets imports point upstream only", () => {
    const wrong = IMPORTS.filter((each) => !isAllowed(each)).map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual([]);
  });

  it("lets a stage of the core import earlier stages only", () => {
    const wrong = IMPORTS.filter(({ from, to }) => {
      const [own, other] = [coreFolder(from), coreFolder(to)];
      return own !== undefined && other !== undefined && CORE_ORDER.indexOf(other) > CORE_ORDER.indexOf(own);
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it("keeps the core free of I/O, clocks, randomness, environment and loggers", () => {
    const core = FILES.filter((file) => file.startsWith("src/core/"));
    const impureImports = IMPORTS.filter(
      ({ from, to, typeOnly }) => core.includes(from) && !typeOnly && IMPURE.test(to),
    );
    const impureCalls = core.filter((file) =>
      IMPURE_CALLS.test(withoutComments(readFileSync(join(ROOT, file), "utf8"))),
    );
    expect(impureImports.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
    expect(impureCalls).toEqual([]);
  });

  it("reads the environment in settings and at entry points only", () => {
    const entryPoints = /^(config\/settings|src\/cli\/|demo\/run|src\/io\/redis\/embedded\/)/;
    const readers = FILES.filter((file) => readFileSync(join(ROOT, file), "utf8").includes("process.env"));
    expect(readers.filter((file) => !entryPoints.test(file))).toEqual([]);
  });

  it("has no barrels", () => {
    expect(FILES.filter((file) => /\/index\.ts$/.test(file))).toEqual([]);
  });

  it("asks no URL.canParse, which refuses umlauts in Node 20 once its caller is compiled", () => {
    const asking = FILES.filter((file) =>
      withoutComments(readFileSync(join(ROOT, file), "utf8")).includes("URL.canParse"),
    );
    expect(asking).toEqual([]);
  });

  it("gives up no type", () => {
    const given = FILES.filter((file) =>
      /(: any\b|<any>|\bas any\b|as unknown as)/.test(
        withoutComments(readFileSync(join(ROOT, file), "utf8")),
      ),
    );
    expect(given).toEqual([]);
  });
});
