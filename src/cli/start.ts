/* wirefold start: runs the workers in the foreground until SIGTERM or SIGINT, drains, ends. */
import closeWithGrace from "close-with-grace";
import type { Command } from "commander";
import { createLog } from "../io/log.ts";
import { isStage, STAGES, type Stage } from "../pipeline.ts";
import { INTERRUPTIONS, onInterruption } from "./interruption.ts";
import { CommandError, loadSettings, openWith, shown, UsageError } from "./terminal.ts";

function parseStages(value: string): Stage[] {
  const words = value.split(",").map((word) => word.trim());
  const stages = words.filter(isStage);
  const unknown = words.find((word) => !isStage(word));
  if (unknown !== undefined)
    throw new UsageError(`--stages takes ${STAGES.join(", ")}; "${shown(unknown)}" is none of them`);
  return [...new Set(stages)];
}

async function start(options: { stages: string }): Promise<void> {
  const stages = parseStages(options.stages);
  const settings = loadSettings();
  const log = createLog(settings.LOG_LEVEL);
  const opened: Array<{ close(): Promise<void> }> = [];
  const closeAll = async (): Promise<void> => {
    while (opened.length > 0) await opened.pop()?.close();
  };
  // Listened to from the first: a signal may come while the parts are still starting.
  const delay = settings.SHUTDOWN_TIMEOUT_MS;
  const logger = { error: (message: string) => log.error(message) };
  const grace = closeWithGrace({ delay, logger, skip: [...INTERRUPTIONS] }, async ({ err }) => {
    if (err) log.fatal({ err }, "unexpected error: stopping");
    await closeAll();
    log.info("stopped");
  });
  const stopListening = onInterruption((signal) => {
    log.info({ signal }, "stopping: running jobs end first");
    grace.close();
  });
  try {
    const service = await openWith(settings, (message) => log.info(message));
    opened.push(service);
    // The composition root is imported here alone, so that looking at clusters never loads the workers.
    const { startWorkers } = await import("../../workers/main.ts");
    const running = await startWorkers(service, { stages, log }).catch((error: Error) => {
      throw new CommandError(`wirefold did not start: ${error.message}`);
    });
    opened.push(running);
    log.info({ redis: service.access.description, stages, http: running.address }, "wirefold started");
  } catch (error) {
    // It takes a process that has nothing left to do for a service that ended well, with status 0.
    grace.uninstall();
    stopListening();
    await closeAll();
    throw error;
  }
}

export function registerStart(program: Command): void {
  program
    .command("start")
    .description("run the service in the foreground")
    .option("--stages <stages>", "only these stages, separated by commas", STAGES.join(","))
    .action(start);
}
