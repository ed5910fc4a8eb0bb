import { PassThrough } from "node:stream";
import type { SingleBar } from "cli-progress";
import { expect, it } from "vitest";
import { withProgressBar } from "../../src/cli/progress-bar.ts";

const aTerminal = () => Object.assign(new PassThrough().resume(), { isTTY: true });

it("a progress bar stops drawing when the work fails, so that the process can end", async () => {
  let drawn: SingleBar | undefined;
  const failing = withProgressBar(
    { format: "{value}" },
    async (bar) => {
      drawn = bar;
      expect(bar.isActive).toBe(true);
      throw new Error("the file is gone");
    },
    aTerminal(),
  );
  await expect(failing).rejects.toThrow("the file is gone");
  expect(drawn?.isActive).toBe(false);
});
