/* What the demo prints: the clusters with each member's evidence, and what was taken off each page. */
import { clusterLines } from "../src/cli/cluster-lines.ts";
import { articleIdFor, readCluster } from "../src/io/reading.ts";
import type { Service } from "../src/io/service.ts";
import type { Expected } from "./expected.ts";

type Say = (line: string) => void;

export async function printClusters(service: Service, say: Say): Promise<void> {
  for (const { clusterId } of await service.index.recentClusters({ minSize: 2 })) {
    const report = await readCluster(service, clusterId);
    if (!report) continue;
    say("");
    for (const line of clusterLines(report)) say(line);
  }
}

export async function printRemoved(service: Service, expected: readonly Expected[], say: Say): Promise<void> {
  say("\nRemoved from each page, by reason:");
  for (const each of expected) {
    if (each.kind !== "article") continue;
    const id = await articleIdFor(service, each.url);
    const article = id ? await service.articles.get(id) : undefined;
    if (!article) continue;
    const counts = Object.entries(article.removedCounts).sort(([, a], [, b]) => b - a);
    say(`  ${each.url}`);
    say(
      `    ${article.wordCount} words kept; ${counts.map(([reason, count]) => `${reason} ${count}`).join(", ")}`,
    );
  }
}
