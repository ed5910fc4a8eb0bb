import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

/*
 * Every regular expression of the core takes linear time on any input. Two proofs, neither of which looks at a clock:
 *
 *   no `*`, `+` or `{n,}`   the steps from one position are bounded by a constant: nothing to check
 *   else                    recheck finds no text on which its automaton, or the steps of its own matcher, grow faster
 *                           (Davis et al. and Weideman et al. on ambiguity; recheck, `checker: auto`)
 *
 * Literals are read from the sources by the TypeScript compiler; expressions made from word lists are recorded while
 * the modules load.
 */

const CORE = join(import.meta.dirname, "../../src/core");
/** Expressions made at run time, with what bounds them. */
const MADE_AT_RUN_TIME: ReadonlyMap<string, string> = new Map([
  ["fetch/charset-sniffing.ts", "one class of letters"],
]);
/** Expressions that recheck suspects wrongly, with the reason. */
const EXCUSED: ReadonlyMap<string, string> = new Map([
  ["/\\/+$/", "read from the operator's own setting WEBSUB_CALLBACK_URL"],
]);

interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

const FILES = readdirSync(CORE, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .sort();

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(CORE, path), "utf8"), ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function literals(path: string): Expression[] {
  const found: Expression[] = [];
  visit(parse(path), (node) => {
    if (!ts.isRegularExpressionLiteral(node)) return;
    const end = node.text.lastIndexOf("/");
    found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), where: path });
  });
  return found;
}

/** Files in which `new RegExp` stands within a function: it is not made while the module loads. */
function makersAtRunTime(): string[] {
  return FILES.filter((path) => {
    let isMaker = false;
    visit(parse(path), (node) => {
      if (!ts.isNewExpression(node) || node.expression.getText() !== "RegExp") return;
      isMaker ||= ts.findAncestor(node, ts.isFunctionLike) !== undefined;
    });
    return isMaker;
  });
}

/** Lines of a stack: the message, the constructor, who called it. */
const CALLER_LINE = 2;

/** The expressions that the core's modules make from strings while they load. */
async function madeWhileLoading(): Promise<Expression[]> {
  const made: Expression[] = [];
  const Original = RegExp;
  class Recorded extends Original {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      const caller = new Error().stack?.split("\n")[CALLER_LINE] ?? "";
      if (caller.includes("/src/core/"))
        made.push({ source: this.source, flags: this.flags, where: caller.trim() });
    }
  }
  vi.resetModules();
  vi.stubGlobal("RegExp", Recorded);
  try {
    for (const path of FILES) await import(join(CORE, path));
  } finally {
    vi.unstubAllGlobals();
  }
  return made;
}

const ESCAPE_OR_CLASS = /\\.|\[(?:\\.|[^\]\\])*\]/gs;
const UNBOUNDED = /[*+]|\{\d+,\}/;

function isUnbounded({ source }: Expression): boolean {
  return UNBOUNDED.test(source.replace(ESCAPE_OR_CLASS, "x"));
}

/** What recheck knows against an expression; undefined where it is linear. */
function suspicion({ source, flags }: Expression): string | undefined {
  // A sticky expression is tried at one position only.
  const pattern = flags.includes("y") ? `^(?:${source})` : source;
  const found = checkSync(pattern, flags.replace("y", ""), {
    // Limits are steps, not milliseconds: the same answer on every machine.
    ...{ timeout: null, attackTimeout: null, incubationTimeout: null, randomSeed: 0 },
    ...{ attackLimit: 30_000_000, maxAttackStringSize: 30_000 },
  });
  if (found.status === "safe") return undefined;
  return found.status === "vulnerable" ? found.complexity.summary : `not judged: ${found.error.kind}`;
}

describe("the core's regular expressions", () => {
  let made: Expression[] = [];

  beforeAll(async () => {
    vi.stubEnv("RECHECK_SYNC_BACKEND", "pure");
    made = await madeWhileLoading();
  });
  afterAll(() => vi.unstubAllEnvs());

  it("are found, whether written or made", () => {
    expect(FILES.flatMap(literals).length).toBeGreaterThan(200);
    expect(made.map(({ where }) => where).join("\n")).toContain("photo-credit.ts");
    expect(makersAtRunTime()).toEqual([...MADE_AT_RUN_TIME.keys()]);
  });

  it.each([
    ["\\s+$", ""],
    ["<[a-z][^>]*>", "i"],
    ["^(a|a)*$", ""],
    ["(?<!a)\\s*\\bdpa$", ""],
  ])("are judged by a checker that finds /%s/%s", (source, flags) => {
    expect(isUnbounded({ source, flags, where: "" })).toBe(true);
    expect(suspicion({ source, flags, where: "" })).toBeDefined();
  });

  it("take linear time on any input", () => {
    const unique = new Map(
      [...FILES.flatMap(literals), ...made].map((one) => [`/${one.source}/${one.flags}`, one] as const),
    );
    const suspected = [...unique]
      .filter(([, expression]) => isUnbounded(expression))
      .map(([text, expression]) => ({ text, where: expression.where, found: suspicion(expression) }))
      .filter(({ found }) => found !== undefined);
    expect(suspected.filter(({ text }) => !EXCUSED.has(text))).toEqual([]);
    expect(suspected.map(({ text }) => text)).toEqual(expect.arrayContaining([...EXCUSED.keys()]));
  });
});
