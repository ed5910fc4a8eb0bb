/* What the service counts, for Prometheus. Base units in names; never a URL or a host as a label. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Stage } from "../pipeline.ts";

/** A stage's job takes between half a millisecond (cluster) and the fetch limit of 20 s. */
const JOB_SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60];

export interface Metrics {
  readonly registry: Registry;
  countJob(stage: Stage, result: string, seconds: number): void;
  setWaiting(stage: Stage, jobs: number): void;
  setBacklogBytes(bytes: number): void;
  setIntakePaused(paused: boolean): void;
  countEvent(type: string): void;
  countArchived(result: string): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { jobs, seconds, events, archived } = countersOf(registry);
  const { waiting, backlog, paused } = gaugesOf(registry);
  return {
    registry,
    countJob(stage, result, duration) {
      jobs.inc({ stage, result });
      seconds.observe({ stage }, duration);
    },
    setWaiting: (stage, count) => waiting.set({ stage }, count),
    setBacklogBytes: (bytes) => backlog.set(bytes),
    setIntakePaused: (isPaused) => paused.set(isPaused ? 1 : 0),
    countEvent: (type) => events.inc({ type }),
    countArchived: (result) => archived.inc({ result }),
  };
}

/** What happened since the process began. */
function countersOf(registry: Registry) {
  const registers = [registry];
  const jobs = new Counter({
    name: "wirefold_jobs_total",
    help: "Jobs ended, by stage and result (an outcome's kind, or `advanced`, `retried`, `postponed`).",
    labelNames: ["stage", "result"],
    registers,
  });
  const seconds = new Histogram({
    name: "wirefold_job_duration_seconds",
    help: "Time of one job in its stage.",
    labelNames: ["stage"],
    buckets: JOB_SECONDS,
    registers,
  });
  const events = new Counter({
    name: "wirefold_events_total",
    help: "Events read from the outbox, by type.",
    labelNames: ["type"],
    registers,
  });
  const archived = new Counter({
    name: "wirefold_archived_total",
    help: "Answers for the archive, by result: written, withheld (noarchive), failed.",
    labelNames: ["result"],
    registers,
  });
  return { jobs, seconds, events, archived };
}

/** How things stand now. */
function gaugesOf(registry: Registry) {
  const registers = [registry];
  const waiting = new Gauge({
    name: "wirefold_jobs_waiting",
    help: "Jobs waiting in a stage's queue.",
    labelNames: ["stage"],
    registers,
  });
  const backlog = new Gauge({
    name: "wirefold_extract_backlog_bytes",
    help: "Compressed pages that wait for extraction.",
    registers,
  });
  const paused = new Gauge({
    name: "wirefold_intake_paused",
    help: "1 while fetching is paused because of the extract backlog or Redis memory.",
    registers,
  });
  return { waiting, backlog, paused };
}
