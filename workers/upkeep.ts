/* Upkeep beside the cluster stage: expired index entries go in bounded steps, rates are written down. */
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
