/*
 * Many lines under way at once, answers in the order of the lines, bounded memory:
 *
 *   lines ──▶ room? ──▶ answer(line) ──▶ ... ──▶ its turn ──▶ write ──▶ room for more
 *
 * A line takes room from when it is read until its answer is written. So a slow line holds up reading, not
 * memory, and so does a slow reader of the output.
 */

import { KIBI } from "../core/units.ts";
import { type Line, MAX_LINE_BYTES } from "./json-lines.ts";

/** Bytes of lines under way at once; one line that is longer goes alone. */
export const ROOM_BYTES = MAX_LINE_BYTES / 2;
/** What a line under way takes besides its own bytes: so that short lines are bounded in number, to 128. */
export const LINE_OVERHEAD_BYTES = 256 * KIBI;

/** A number of bytes that one caller takes from and others give back to. */
class Room {
  private used = 0;
  private onFreed: (() => void) | undefined;

  constructor(private readonly capacity: number) {}

  /** Waits until there is room; something larger than the whole room waits until it is empty. */
  async take(bytes: number): Promise<void> {
    while (this.used > 0 && this.used + bytes > this.capacity) {
      await new Promise<void>((resolve) => {
        this.onFreed = resolve;
      });
    }
    this.used += bytes;
  }

  giveBack(bytes: number): void {
    this.used -= bytes;
    this.onFreed?.();
  }
}

const weightOf = (line: Line): number => LINE_OVERHEAD_BYTES + (line.kind === "line" ? line.bytes.length : 0);

export interface OrderedAnswers<Answer> {
  /** Begins at once for every line that has room. Must not reject: its turn to be heard may come late. */
  readonly answer: (line: Line) => Promise<Answer>;
  /** Called in the order of the lines, one at a time. */
  readonly write: (answer: Answer) => Promise<void>;
  /** Asked before each line: true ends the reading. */
  readonly isDone: () => boolean;
}

/**
 * Reads lines until they end, and resolves when the last answer is written.
 * @throws what `write` rejects with first; nothing is written after that
 */
export async function answerInOrder<Answer>(
  lines: AsyncIterable<Line>,
  options: OrderedAnswers<Answer>,
): Promise<void> {
  const room = new Room(ROOM_BYTES);
  let written = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;
  const write = async (answered: Promise<Answer>): Promise<void> => {
    try {
      const answer = await answered;
      if (!failure) await options.write(answer);
    } catch (error) {
      // Kept for the caller: thrown here, between two lines, it would end the process.
      failure ??= { error };
    }
  };
  for await (const line of lines) {
    if (failure || options.isDone()) break;
    const weight = weightOf(line);
    await room.take(weight);
    const answered = options.answer(line);
    written = written.then(() => write(answered)).then(() => room.giveBack(weight));
  }
  await written;
  if (failure) throw failure.error;
}
