import { describe, expect, it } from "vitest";
import { clusterTable } from "../../src/cli/clusters-table.ts";
import { restMs } from "../../src/cli/enqueue-outcomes.ts";
import { credentialsApart } from "../../src/cli/redis-cli.ts";
import type { ClusterId } from "../../src/core/model.ts";

const ID = "0123456789abcdef0123456789abcdef" as ClusterId;
const ROW = {
  cluster: { clusterId: ID, memberCount: 3, publisherCount: 1, earliest: "2026-11-19T08:00:00Z" },
  lastActivity: "2026-11-20T11:55:45Z",
  title: "A title that is a good deal longer than any column of a narrow terminal has room for",
};

describe("the table of clusters", () => {
  it.each([60, 80, 100, 120, 140, 200])("fits %d columns with the id whole", (width) => {
    const drawn = clusterTable([ROW], width);
    expect(drawn).toContain(ID);
    expect(Math.max(...drawn.split("\n").map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  it("takes two lines a cluster at 80 columns", () => {
    expect(clusterTable([ROW, ROW], 80).split("\n")).toHaveLength(4);
  });

  it("is whole where the output is no terminal", () => {
    expect(clusterTable([ROW], undefined)).toContain("earliest");
  });
});

it("rests longer between rounds the more URLs are pending, at most 2 s", () => {
  expect([1, 1_000, 5_000, 100_000].map(restMs)).toEqual([200, 200, 1_000, 2_000]);
});

it("keeps user and password off redis-cli's command line", () => {
  expect(credentialsApart("redis://me:p%40ss@redis.example:6380/2")).toEqual({
    address: "redis://redis.example:6380/2",
    user: "me",
    password: "p@ss",
  });
});
