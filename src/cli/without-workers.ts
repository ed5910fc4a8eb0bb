/* Whoever waits for outcomes is told at once where nobody is there to bring them about. */
import type { Service } from "../io/service.ts";
import type { Stage } from "../pipeline.ts";
import { printError } from "./terminal.ts";

/**
 * @param stages any of them would bring what is waited for a step further
 * @param limit the longest wait, as the user wrote it
 */
export async function warnWithoutWorkers(
  { queues }: Service,
  stages: readonly Stage[],
  limit: string,
): Promise<void> {
  const workers = await Promise.all(stages.map((stage) => queues[stage].getWorkersCount()));
  if (workers.every((count) => count === 0))
    printError(`no worker is connected: start one with \`wirefold start\`; waiting up to ${limit}`);
}
