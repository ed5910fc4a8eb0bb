/* Holds what came out of the pipeline against expected.ts. Used by the demo and by the end-to-end test. */
import { type ArticleReport, readUrl, type UrlReport } from "../src/io/reading.ts";
import type { Service } from "../src/io/service.ts";
import type { Expected, ExpectedArticle } from "./expected.ts";

const folded = (text: string): string => text.replace(/\s+/g, " ");

/** @returns one sentence for each thing that is not as it must be; none where all is well */
export async function differences(service: Service, expected: readonly Expected[]): Promise<string[]> {
  const reports = await Promise.all(expected.map((each) => readUrl(service, each.url)));
  const wrong = await Promise.all(
    expected.map((each, i) => {
      const report = reports[i];
      if (!report) return [`${each.url} is unknown`];
      return each.kind === "article"
        ? articleDifferences(service, each, report)
        : otherDifferences(each, report);
    }),
  );
  return [...wrong.flat(), ...clusterDifferences(expected, reports)];
}

function otherDifferences(expected: Exclude<Expected, ExpectedArticle>, { record }: UrlReport): string[] {
  const { outcome } = record;
  const allowed: readonly string[] =
    expected.kind === "same-article" ? ["clustered", "duplicate-url", "not-modified"] : [expected.outcome];
  if (!outcome || !allowed.includes(outcome.kind))
    return [`${expected.url} ended ${outcome?.kind ?? "nowhere"}, not ${allowed.join(" or ")}`];
  if (expected.kind !== "no-article" || expected.rule === undefined) return [];
  const rule = outcome.kind === "refused" ? outcome.rule : "no rule";
  return rule === expected.rule ? [] : [`${expected.url} was refused by ${rule}, not ${expected.rule}`];
}

async function articleDifferences(
  service: Service,
  expected: ExpectedArticle,
  report: UrlReport,
): Promise<string[]> {
  const { article } = report;
  if (!article) return [`${expected.url} gave no article: ${report.record.outcome?.kind ?? "no outcome"}`];
  const removed = await service.articles.removed(article.article.articleId);
  const wrong = [...textDifferences(expected, article), ...fieldDifferences(expected, article)];
  const must = expected.removed;
  if (
    must &&
    !removed.some((block) => block.reason === must.reason && folded(block.text).includes(must.text))
  )
    wrong.push(`no block with "${must.text}" was removed as ${must.reason}`);
  return wrong.map((line) => `${expected.url}: ${line}`);
}

/** After the correction the newer version's sentences count; what it does not mention holds for both. */
function textDifferences(expected: ExpectedArticle, { text = "" }: ArticleReport): string[] {
  const shown = folded(text);
  const without = [...expected.without, ...(expected.revision?.without ?? []), ...expected.furniture];
  const must = (expected.revision?.with ?? expected.with).filter(
    (sentence) => !shown.includes(folded(sentence)),
  );
  const mustNot = without.filter((words) => shown.includes(folded(words)));
  return [
    ...must.map((sentence) => `the text lacks "${sentence}"`),
    ...mustNot.map((words) => `the text has "${words}"`),
  ];
}

function fieldDifferences(expected: ExpectedArticle, { article }: ArticleReport): string[] {
  const wrong: string[] = [];
  if (article.title !== expected.title)
    wrong.push(`the title is "${article.title}", not "${expected.title}"`);
  if (article.language !== expected.language)
    wrong.push(`the language is ${article.language}, not ${expected.language}`);
  if (expected.authors && expected.authors.join("; ") !== article.authors.join("; "))
    wrong.push(`the authors are "${article.authors.join("; ")}", not "${expected.authors.join("; ")}"`);
  if (!article.datePublished?.value.startsWith(expected.published))
    wrong.push(`published ${article.datePublished?.value ?? "unknown"}, not ${expected.published}`);
  return wrong;
}

/** The articles of one label are one cluster with nobody else in it; an article alone has a cluster of one. */
function clusterDifferences(
  expected: readonly Expected[],
  reports: ReadonlyArray<UrlReport | undefined>,
): string[] {
  const wrong: string[] = [];
  const clusterOfLabel = new Map<string, string>();
  const sizes = new Map<string, number>();
  expected.forEach((each) => {
    if (each.kind === "article") sizes.set(each.cluster, (sizes.get(each.cluster) ?? 0) + 1);
  });
  expected.forEach((each, i) => {
    const cluster = reports[i]?.cluster;
    if (each.kind !== "article") return;
    if (!cluster) {
      wrong.push(`${each.url} is in no cluster`);
      return;
    }
    const size = each.cluster === "alone" ? 1 : (sizes.get(each.cluster) ?? 0);
    if (cluster.memberCount !== size)
      wrong.push(`${each.url} is in a cluster of ${cluster.memberCount}, not ${size}`);
    if (each.cluster === "alone") return;
    const known = clusterOfLabel.get(each.cluster) ?? cluster.clusterId;
    clusterOfLabel.set(each.cluster, known);
    if (known !== cluster.clusterId)
      wrong.push(`${each.url} is in another cluster than the rest of ${each.cluster}`);
  });
  return wrong;
}
