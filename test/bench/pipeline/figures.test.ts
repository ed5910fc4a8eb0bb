/* The bench's own arithmetic: a figure that is computed wrongly is worse than none. */
import { describe, expect, it } from "vitest";
import { pairScores } from "./pair-scores.ts";
import { stageTimesOf } from "./stage-times.ts";

describe("pair scores", () => {
  it("are full where every story is one cluster", () => {
    const pages = ["a", "a", "b", "c", "c", "c"].map((name) => ({
      storyId: name.charCodeAt(0),
      clusterId: name,
    }));
    expect(pairScores(pages)).toEqual({
      truePairs: 4,
      foundPairs: 4,
      rightPairs: 4,
      precision: 1,
      recall: 1,
    });
  });

  it("lose recall for a story in two clusters, and precision for two stories in one", () => {
    const pages = [
      { storyId: 1, clusterId: "x" },
      { storyId: 1, clusterId: "x" },
      { storyId: 1, clusterId: "y" },
      { storyId: 2, clusterId: "y" },
    ];
    expect(pairScores(pages)).toEqual({
      truePairs: 3,
      foundPairs: 2,
      rightPairs: 1,
      precision: 1 / 2,
      recall: 1 / 3,
    });
  });

  it("count a page without a cluster as missed, never as found", () => {
    const lost = { storyId: 1, clusterId: undefined };
    expect(pairScores([lost, lost])).toMatchObject({ truePairs: 1, foundPairs: 0, recall: 0 });
  });
});

describe("stage times", () => {
  it("are read from the text of /metrics", () => {
    const metrics = `# TYPE wirefold_job_duration_seconds histogram
wirefold_job_duration_seconds_bucket{le="0.5",stage="fetch"} 7
wirefold_job_duration_seconds_sum{stage="fetch"} 2.5
wirefold_job_duration_seconds_count{stage="fetch"} 8
wirefold_job_duration_seconds_sum{stage="extract"} 0.25
wirefold_job_duration_seconds_count{stage="extract"} 7
`;
    expect(stageTimesOf(metrics)).toEqual([
      { stage: "fetch", jobs: 8, seconds: 2.5 },
      { stage: "extract", jobs: 7, seconds: 0.25 },
    ]);
  });
});
