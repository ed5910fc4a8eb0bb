/* A service that ends by itself ends the wait of whoever started it, and says why. */
import { expect, it } from "vitest";
import { EXIT_USAGE } from "../../src/cli/terminal.ts";
import { endService, startService, untilServed } from "../support/command.ts";

const CANNOT_START = { HOST_DELAY_MS: "soon" };

it("a service that cannot start fails who waits for its work, with its message", async () => {
  const service = startService(CANNOT_START);
  await expect(untilServed(service, async () => false)).rejects.toThrow(/ended with [1-9].*HOST_DELAY_MS/s);
  await expect(service.up).rejects.toThrow("HOST_DELAY_MS");
});

it("a service that has ended by itself is ended at once", async () => {
  const service = startService(CANNOT_START);
  await service.up.catch(() => undefined);
  expect(await endService(service, "SIGTERM")).toEqual([EXIT_USAGE, null]);
});
