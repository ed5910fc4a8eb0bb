/* Upkeep beside the stages: expired index entries go in bounded steps, lost leases return, rates are written. */
import type { Log } from "../src/io/log.ts";
import type { Service } from "../src/io/service.ts";
import { startLoop } from "./loop.ts";
import type { RunningStage } from "./stage-worker.ts";

/** One step takes a few milliseconds of Redis. */
const SWEEP_STEP = 100;
const BUSY_REST_MS = 50;
const IDLE_REST_MS = 30_000;

export function startUpkeep(service: Service, log: Log): RunningStage {
  return startLoop("expiry", log, async () => {
    const swept = await service.index.sweepExpired(service.now(), SWEEP_STEP);
    return swept > 0 ? BUSY_REST_MS : IDLE_REST_MS;
  });
}

const FLUSH_INTERVAL_MS = 1_000;

export function startRates(service: Service, log: Log): RunningStage {
  return startLoop("rates", log, async () => {
    await service.rates.flush();
    return FLUSH_INTERVAL_MS;
  });
}

const LEASE_CHECK_MS = 5_000;

/** URLs that a dispatcher popped just before it died go back to their hosts. */
export function startLeases(service: Service, log: Log): RunningStage {
  return startLoop("leases", log, async () => {
    await service.frontier.requeueExpiredLeases();
    return LEASE_CHECK_MS;
  });
}

/** Pages expire after days; looking costs one round trip a waiting page. */
const RECONCILE_INTERVAL_MS = 3_600_000;

/** Takes pages that expired unread off the extract backlog, or they would hold intake back for ever. */
export function startReconciling(service: Service, log: Log): RunningStage {
  return startLoop("backlog", log, async () => {
    const expired = await service.pages.reconcile();
    if (expired > 0) log.warn({ expired }, "pages expired before they were extracted");
    return RECONCILE_INTERVAL_MS;
  });
}
