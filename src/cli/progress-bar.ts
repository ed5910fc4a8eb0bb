/* A bar on standard error while a command works; nothing where that is no terminal. */
import { type Options, SingleBar } from "cli-progress";

export interface BarOptions extends Pick<Options, "format" | "formatValue"> {
  /** Left out where only the work finds it out: `setTotal`. */
  readonly total?: number;
  /** First values of what the format names besides the bar's own. */
  readonly payload?: object;
}

/** Draws until the work has ended, however it ends: a bar that draws on keeps the process alive. */
export async function withProgressBar<T>(
  { total = 0, payload = {}, ...shape }: BarOptions,
  work: (bar: SingleBar) => Promise<T>,
  stream: NodeJS.WritableStream = process.stderr,
): Promise<T> {
  const bar = new SingleBar({ ...shape, stream, noTTYOutput: false, clearOnComplete: true });
  bar.start(total, 0, payload);
  try {
    return await work(bar);
  } finally {
    bar.stop();
  }
}
