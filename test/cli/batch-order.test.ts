import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerInOrder, LINE_OVERHEAD_BYTES, ROOM_BYTES } from "../../src/cli/batch-order.ts";
import type { Line } from "../../src/cli/json-lines.ts";

const MOST_SHORT_LINES = ROOM_BYTES / LINE_OVERHEAD_BYTES;

const lineOf = (number: number, byteCount = 0): Line => ({
  kind: "line",
  number,
  bytes: Buffer.alloc(byteCount),
});

async function* linesOf(count: number, byteCount = 0): AsyncGenerator<Line> {
  for (let number = 1; number <= count; number++) yield lineOf(number, byteCount);
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** Counts how many lines are between read and written. */
function meter() {
  const seen = { underWay: 0, most: 0, written: [] as object[] };
  return {
    seen,
    begin: () => {
      seen.underWay++;
      seen.most = Math.max(seen.most, seen.underWay);
    },
    write: async (answer: object) => {
      seen.underWay--;
      seen.written.push(answer);
    },
  };
}

describe("answers in order", () => {
  it("writes in the order of the lines, whichever answer is ready first", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 5 }), { maxLength: 40 }), async (delays) => {
        const { seen, write } = meter();
        await answerInOrder(linesOf(delays.length), {
          answer: async ({ number }) => {
            await turns(delays[number - 1] ?? 0);
            return { number };
          },
          write,
          isDone: () => false,
        });
        expect(seen.written).toEqual(delays.map((_, index) => ({ number: index + 1 })));
      }),
    );
  });

  it("works on many short lines at once, but on no more than there is room for", async () => {
    const { seen, begin, write } = meter();
    await answerInOrder(linesOf(1_000), {
      answer: async () => {
        begin();
        await turns(3);
        return {};
      },
      write,
      isDone: () => false,
    });
    expect(seen.written).toHaveLength(1_000);
    expect(seen.most).toBe(MOST_SHORT_LINES);
  });

  it("reads no further while one line is slow, however fast the others are", async () => {
    const { seen, begin, write } = meter();
    let release: (() => void) | undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const done = answerInOrder(linesOf(1_000), {
      answer: async ({ number }) => {
        begin();
        if (number === 1) await slow;
        return {};
      },
      write,
      isDone: () => false,
    });
    await turns(2_000);
    expect(seen).toMatchObject({ underWay: MOST_SHORT_LINES, written: [] });
    release?.();
    await done;
    expect(seen.written).toHaveLength(1_000);
  });

  it("lets a line that is larger than the whole room go alone", async () => {
    const { seen, begin, write } = meter();
    await answerInOrder(linesOf(3, ROOM_BYTES), {
      answer: async () => {
        begin();
        await turns(2);
        return {};
      },
      write,
      isDone: () => false,
    });
    expect(seen).toMatchObject({ most: 1, written: [{}, {}, {}] });
  });

  it("reads no further once the reader of the output has left", async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<Line> {
      for (;;) yield lineOf(++read);
    }
    let written = 0;
    await answerInOrder(endless(), {
      answer: async () => ({}),
      write: async () => {
        written++;
      },
      isDone: () => written >= 2,
    });
    expect(read).toBeLessThanOrEqual(MOST_SHORT_LINES + 3);
  });

  it("ends with the error of the first answer that cannot be written, and reads no further", async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<Line> {
      for (;;) yield lineOf(++read);
    }
    const done = answerInOrder(endless(), {
      answer: async () => {
        await turns(1);
        return {};
      },
      write: () => Promise.reject(new Error("no space left")),
      isDone: () => false,
    });
    await expect(done).rejects.toThrow("no space left");
    const readUntilThen = read;
    await turns(10);
    expect(read).toBe(readUntilThen);
  });
});
