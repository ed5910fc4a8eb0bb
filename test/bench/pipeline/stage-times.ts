/* Job counts and seconds of each stage, from the text that the service's /metrics gives. */

export interface StageTime {
  readonly stage: string;
  readonly jobs: number;
  readonly seconds: number;
}

/** `name{stage="fetch"} 12.5` → fetch, 12.5, for every line of this name. */
function byStage(metrics: string, name: string): Map<string, number> {
  const lines = metrics.matchAll(new RegExp(`^${name}\\{stage="(\\w+)"\\} (\\S+)$`, "gm"));
  return new Map([...lines].map(([, stage = "", value = "0"]) => [stage, Number(value)]));
}

/** @param metrics in Prometheus' text format */
export function stageTimesOf(metrics: string): StageTime[] {
  const jobs = byStage(metrics, "wirefold_job_duration_seconds_count");
  const seconds = byStage(metrics, "wirefold_job_duration_seconds_sum");
  return [...jobs].map(([stage, count]) => ({ stage, jobs: count, seconds: seconds.get(stage) ?? 0 }));
}

export async function readStageTimes(address: string): Promise<StageTime[]> {
  const response = await fetch(`${address}/metrics`);
  return stageTimesOf(await response.text());
}
