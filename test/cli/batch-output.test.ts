import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createLineWriter } from "../../src/cli/batch-output.ts";
import { CommandError } from "../../src/cli/terminal.ts";

const systemError = (code: string, message: string): Error => Object.assign(new Error(message), { code });

/** Takes `lines` lines, then fails with this error. */
function breakingStream(lines: number, error: Error): Writable {
  let taken = 0;
  return new Writable({
    write(_chunk, _encoding, done) {
      taken++;
      done(taken > lines ? error : null);
    },
  });
}

describe("line writer", () => {
  it("counts lines and failures, and keeps the first failure's message", async () => {
    const written: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done();
      },
    });
    const writer = createLineWriter(stream, () => undefined);
    await writer.write({ id: "a", outcome: "article" });
    await writer.write({ id: "b", outcome: "failed", message: "line 2 is wrong" });
    await writer.write({ id: null, outcome: "failed", message: "line 3 is wrong" });
    writer.end();
    expect(written).toHaveLength(3);
    expect(written[0]).toBe('{"id":"a","outcome":"article"}\n');
    expect(writer.summary).toEqual({ lines: 3, failed: 2, firstFailure: "line 2 is wrong" });
  });

  it("waits until the stream has taken a line", async () => {
    let takeIt: (() => void) | undefined;
    const stream = new Writable({
      write(_chunk, _encoding, done) {
        takeIt = done;
      },
    });
    const writer = createLineWriter(stream, () => undefined);
    let isWritten = false;
    const written = writer.write({}).then(() => {
      isWritten = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isWritten).toBe(false);
    takeIt?.();
    await written;
    expect(isWritten).toBe(true);
  });

  it("ends quietly when the reader leaves, and says so once", async () => {
    let closed = 0;
    const stream = breakingStream(1, systemError("EPIPE", "write EPIPE"));
    const writer = createLineWriter(stream, () => {
      closed++;
    });
    for (let line = 0; line < 4; line++) await writer.write({ line });
    expect(writer.isClosed).toBe(true);
    expect(closed).toBe(1);
    expect(() => writer.end()).not.toThrow();
  });

  it("says why the output cannot be written, such as a full disk", async () => {
    const stream = breakingStream(1, systemError("ENOSPC", "ENOSPC: no space left on device"));
    const writer = createLineWriter(stream, () => undefined);
    await writer.write({});
    await writer.write({});
    expect(() => writer.end()).toThrow(
      new CommandError("the output cannot be written: ENOSPC: no space left on device"),
    );
  });
});
