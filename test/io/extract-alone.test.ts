import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createExtractAlone } from "../../src/io/extract-alone.ts";

const childFile = fileURLToPath(new URL("../fixtures/threads/scripted-child.mjs", import.meta.url));
const rest = { keepRemoved: false, withFingerprint: true } as const;

function readScripted(content: string) {
  return createExtractAlone({ timeoutMs: 200, childFile })({ page: { kind: "text", content }, ...rest });
}

describe("extraction in a process of its own", () => {
  it("tells of a page that kills its process, and lives", async () => {
    expect(await readScripted("die")).toEqual({
      kind: "crash",
      message: "extraction alone ended its process (SIGKILL)",
    });
  });

  it("ends a page that never ends, and says after which time", async () => {
    const impatient = createExtractAlone({ timeoutMs: 200, startLimitMs: 300, childFile });
    expect(await impatient({ page: { kind: "text", content: "loop" }, ...rest })).toEqual({
      kind: "timeout",
      message: "extraction alone took longer than 500 ms",
    });
  });

  it("tells of a file that cannot be loaded", async () => {
    const alone = createExtractAlone({ timeoutMs: 200, childFile: `${childFile}.gone` });
    expect(await alone({ page: { kind: "text", content: "" }, ...rest })).toEqual({
      kind: "crash",
      message: "extraction alone ended its process (exit 1)",
    });
  });

  it("gives article and fingerprint of a stored page, as a thread does", async () => {
    const words = "The ferry to Norvale left the quay an hour late on Monday because of fog over the bay.";
    const html = `<article><h1>Ferry late</h1>${`<p>${words}</p>`.repeat(3)}</article>`;
    const answer = await createExtractAlone({ timeoutMs: 5_000 })({
      page: { kind: "html", gzipped: gzipSync(html), contentType: "text/html; charset=utf-8" },
      ...rest,
    });
    expect(answer).toMatchObject({ kind: "done", result: { extraction: { kind: "article" } } });
    const bytes = answer.kind === "done" ? answer.result.fingerprint : undefined;
    expect(bytes).toBeInstanceOf(Uint8Array);
  });
});
