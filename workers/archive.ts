/* The archive beside the fetch stage, where ARCHIVE_DIR is set. */
import type { OnExchange } from "../src/io/http/http-exchange.ts";
import type { Log } from "../src/io/log.ts";
import type { Metrics } from "../src/io/metrics.ts";
import type { Service } from "../src/io/service.ts";
import { startLoop } from "./loop.ts";
import type { RunningStage } from "./stage-worker.ts";

/** A file that is old is finished this much late at most. */
const AGE_CHECK_MS = 5_000;
const MS_PER_SECOND = 1_000;

export interface RunningArchive {
  readonly onExchange: OnExchange;
  /** To be closed after the fetch stage, so that the last pages are kept. */
  readonly running: readonly RunningStage[];
}

export async function startArchive(
  { settings, now }: Pick<Service, "settings" | "now">,
  log: Log,
  metrics: Pick<Metrics, "countArchived">,
): Promise<RunningArchive | undefined> {
  if (settings.ARCHIVE_DIR === "") return undefined;
  // Its library is loaded only where something is kept.
  const { openArchive } = await import("../src/io/archive/archive-writer.ts");
  const archive = await openArchive({
    folder: settings.ARCHIVE_DIR,
    maxFileBytes: settings.ARCHIVE_FILE_BYTES,
    maxFileAgeMs: settings.ARCHIVE_FILE_AGE_S * MS_PER_SECOND,
    userAgent: settings.USER_AGENT,
    respectsRobots: settings.RESPECT_ROBOTS === "true",
    now,
    count: (result) => metrics.countArchived(result),
    logFailure: (err) => log.error({ err }, "the archive took no answer; pages are fetched all the same"),
  });
  const aging = startLoop("archive", log, async () => {
    await archive.finishIfOld();
    return AGE_CHECK_MS;
  });
  return { onExchange: (exchange) => archive.add(exchange), running: [aging, archive] };
}
