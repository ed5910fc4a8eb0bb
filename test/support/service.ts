/* A whole service in the test's own process, on the test's Redis under a prefix of its own. */
import { settingsWith } from "../../config/settings.ts";
import type { UrlKey } from "../../src/core/model.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import { createLog } from "../../src/io/log.ts";
import { openService, type Service } from "../../src/io/service.ts";
import { STAGES, type Stage } from "../../src/pipeline.ts";
import { type RunningWorkers, startWorkers } from "../../workers/main.ts";
import { PATIENT } from "./patient.ts";
import { testRedis } from "./redis.ts";

export interface TestService {
  readonly service: Service;
  readonly workers: RunningWorkers;
  /** Waits until each URL has its outcome; there is no time limit but the test's. */
  outcomes(urlKeys: readonly UrlKey[]): Promise<Outcome[]>;
  close(): Promise<void>;
}

const POLL_MS = 20;

const RETRY_FAST = {
  ...PATIENT,
  RETRY_BACKOFF_MS: 10,
  HOST_DELAY_MS: 0,
  HTTP_PORT: 0,
  LOG_LEVEL: "silent",
  // What is learnt depends on the order of arrival; tests that learn turn it on.
  LEARN_BOILERPLATE: "false",
} as const;

/** Settings of a service in a test; nothing is learnt, nothing written, nothing given up in a hurry. */
export const patientSettings = (overrides: Parameters<typeof settingsWith>[0]) =>
  settingsWith({ ...RETRY_FAST, ...overrides });

export async function startTestService(
  overrides: Parameters<typeof settingsWith>[0] = {},
  stages: readonly Stage[] = STAGES,
  now: () => number = Date.now,
): Promise<TestService> {
  const corner = testRedis();
  const settings = patientSettings({ REDIS_URL: corner.url, KEY_PREFIX: corner.prefix, ...overrides });
  const service = await openService(settings, { say: () => {}, now });
  const workers = await startWorkers(service, { stages, log: createLog(settings.LOG_LEVEL) });
  return {
    service,
    workers,
    async outcomes(urlKeys) {
      for (;;) {
        const found = await service.urls.outcomes(urlKeys);
        const settled = found.filter((outcome) => outcome !== undefined);
        if (settled.length === urlKeys.length) return settled;
        await new Promise((done) => setTimeout(done, POLL_MS));
      }
    },
    async close() {
      await workers.close();
      await service.close();
      await corner.close();
    },
  };
}
