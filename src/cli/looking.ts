/* wirefold clusters, cluster, article, explain: what became of everything, and why. */
import type { Command } from "commander";
import type { PairEvidence } from "../core/cluster/cluster-index.ts";
import { notComparedInWords } from "../core/cluster/evidence-words.ts";
import { notComparable } from "../core/fingerprint/comparable.ts";
import { fingerprint } from "../core/fingerprint/fingerprint.ts";
import type { ArticleId, ArticleRights, ClusterId, NotComparable } from "../core/model.ts";
import type { Announcement } from "../core/poll/announcement.ts";
import { canonicalUrl } from "../core/url/canonical-url.ts";
import {
  type ArticleReport,
  articleIdFor,
  readArticle,
  readCluster,
  readUrl,
  type UrlReport,
} from "../io/reading.ts";
import type { Service } from "../io/service.ts";
import { createAligner, type StoredAlignment } from "./aligned-texts.ts";
import { type AlignedCluster, alignMembers, clusterLines, nameOf, pairLines } from "./cluster-lines.ts";
import { clusterTable } from "./clusters-table.ts";
import { type LineWidth, paragraph } from "./paragraph.ts";
import {
  CommandError,
  clipped,
  counted,
  parseDuration,
  parseWholeNumber,
  print,
  shown,
  UsageError,
  withService,
} from "./terminal.ts";

const TITLE_WIDTH = 60;
const MAX_SHOWN_CLUSTERS = 10_000;
/** More articles than any window holds of one story. */
const MAX_CLUSTER_SIZE = 1_000_000;
/** How the names of local documents begin. */
const LOCAL_NAME = "urn:sha256:";

/** Length of `2026-11-20T11:55:45`. */
const SECOND_CHARS = 19;

const when = (ms: number): string => `${new Date(ms).toISOString().slice(0, SECOND_CHARS)}Z`;

interface ClustersOptions {
  readonly minSize: string;
  readonly since?: string;
  readonly limit: string;
  readonly json?: boolean;
}

async function clusters(options: ClustersOptions): Promise<void> {
  const minSize = parseWholeNumber(
    "--min-size",
    options.minSize,
    2,
    MAX_CLUSTER_SIZE,
    "an article that stands alone is no cluster",
  );
  const limit = parseWholeNumber("--limit", options.limit, 1, MAX_SHOWN_CLUSTERS);
  const sinceMs = options.since === undefined ? undefined : parseDuration("--since", options.since);
  await withService(async (service) => {
    const since = sinceMs === undefined ? {} : { since: service.now() - sinceMs };
    const found = await service.index.recentClusters({ minSize, limit, ...since });
    const articles = await service.articles.getMany(found.map((cluster) => cluster.representative));
    if (options.json) {
      found.forEach((cluster, i) => {
        print(JSON.stringify({ ...cluster, title: articles[i]?.title ?? null }));
      });
      return;
    }
    const rows = found.map((each, i) => ({
      cluster: each,
      lastActivity: when(each.lastAt),
      title: articles[i]?.title ?? undefined,
    }));
    print(clusterTable(rows, process.stdout.columns));
    print(`${counted(found.length, "cluster")} with ${minSize} or more members`);
  });
}

interface ClusterOptions {
  readonly json?: boolean;
  readonly text?: boolean;
}

async function cluster(id: string, options: ClusterOptions): Promise<void> {
  await withService(async (service) => {
    const found = await readCluster(service, id as ClusterId);
    if (!found)
      throw new CommandError(
        `no cluster ${shown(id)}: it must be the 32 hex digits that \`wirefold clusters\` shows`,
      );
    const report = options.text ? await alignMembers(found, createAligner(service)) : found;
    if (options.json) print(JSON.stringify(report));
    else for (const line of clusterLines(report, process.stdout.columns)) print(line);
  });
}

/** `noarchive, text and data mining reserved, terms at https://… (said by x-robots-tag, tdm-meta)`. */
function rightsInWords(rights: ArticleRights): string {
  const { noarchive, noai, tdmReservation, tdmPolicy, sources } = rights;
  const mining = tdmReservation === false ? "not reserved" : "reserved";
  const said = [
    ...(noarchive ? ["noarchive"] : []),
    ...(noai ? ["noai"] : []),
    ...(tdmReservation === null ? [] : [`text and data mining ${mining}`]),
    ...(tdmPolicy === null ? [] : [`terms at ${tdmPolicy}`]),
  ];
  return `${said.join(", ")} (said by ${sources.join(", ")})`;
}

/** Columns of a field's name. */
const FIELD_WIDTH = 15;
const labelled = (name: string, value: string): string => `${name.padEnd(FIELD_WIDTH)}${value}`;

function articleLines(report: ArticleReport, withText: boolean, width: LineWidth): string[] {
  const { article } = report;
  const field = (name: string, value: string | null | undefined): string[] =>
    value ? paragraph(shown(value), width, name.padEnd(FIELD_WIDTH), " ".repeat(FIELD_WIDTH)) : [];
  const removed = Object.entries(article.removedCounts).map(([reason, count]) => `${reason} ${count}`);
  return [
    ...field("article", article.articleId),
    ...field("title", article.title),
    // Never broken: it is to be taken whole.
    labelled("url", shown(article.canonicalUrl)),
    ...field("publisher", article.publisher),
    ...field("authors", article.authors.join(", ")),
    ...field("agency", article.creditText),
    ...field("dateline", article.dateline),
    ...field("published", article.datePublished?.value),
    ...field("modified", article.dateModified?.value),
    ...field("language", article.language),
    ...field("words", String(article.wordCount)),
    ...field("rights", article.rights && rightsInWords(article.rights)),
    ...field("photo credits", article.photoCredits.join(", ")),
    ...field("removed", removed.join(", ")),
    ...field("cluster", report.clusterId),
    ...(report.revisions.length > 1
      ? field("revisions", report.revisions.map((r) => when(r.fetchedAt)).join(", "))
      : []),
    ...(withText
      ? ["", ...(report.text ?? "").split("\n").flatMap((paragraph) => [shown(paragraph), ""])]
      : []),
  ];
}

async function article(
  idOrUrl: string,
  options: { json?: boolean; text?: boolean; removed?: boolean },
): Promise<void> {
  await withService(async (service) => {
    const id = await articleIdFor(service, idOrUrl);
    const report = id ? await readArticle(service, id) : undefined;
    if (!report)
      throw new CommandError(
        `no article for ${shown(idOrUrl)}; \`wirefold explain\` says what became of a URL`,
      );
    const removed = options.removed ? await service.articles.removed(report.article.articleId) : undefined;
    if (options.json) return print(JSON.stringify({ ...report, ...(removed ? { removed } : {}) }));
    for (const line of articleLines(report, options.text ?? false, process.stdout.columns)) print(line);
    for (const block of removed ?? [])
      print(`removed by ${block.step} (${block.reason}): ${clipped(block.text, 2 * TITLE_WIDTH)}`);
  });
}

function announcementInWords({ feed, title, source, published, language }: Announcement): string {
  const as = title === undefined ? "without a title" : `as "${clipped(title, 2 * TITLE_WIDTH)}"`;
  const from = source?.title ?? source?.url;
  const said = [
    `by ${shown(feed)} ${as}`,
    ...(from == null ? [] : [`source ${shown(from)}`]),
    ...(published === undefined ? [] : [`dated ${shown(published)}`]),
    ...(language === undefined ? [] : [`language ${shown(language)}`]),
  ];
  return said.join(", ");
}

/** What became of a URL, with the passages its article shares where these were asked for. */
interface AlignedUrlReport extends UrlReport {
  readonly evidence: ReadonlyArray<PairEvidence & { readonly alignment?: StoredAlignment }>;
  readonly cluster: AlignedCluster | undefined;
}

async function alignUrl(service: Service, report: UrlReport): Promise<AlignedUrlReport> {
  const own = report.article?.article.articleId;
  if (own === undefined) return report;
  const align = createAligner(service);
  const evidence = [];
  for (const pair of report.evidence) evidence.push({ ...pair, alignment: await align(own, pair.other) });
  const compared = new Set(evidence.map(({ other }) => other));
  const isShown = (a: ArticleId, b: ArticleId) =>
    (a === own && compared.has(b)) || (b === own && compared.has(a));
  const cluster = report.cluster && (await alignMembers(report.cluster, align, isShown));
  return { ...report, evidence, cluster };
}

/** Why the article was compared with nothing; empty where it was, and where its text has expired. */
function notCompared({ article }: UrlReport): { notCompared?: NotComparable; message?: string } {
  if (article?.text === undefined) return {};
  const made = fingerprint(article.text);
  const [reason, message] = [notComparable(made), notComparedInWords(made)];
  return reason && message ? { notCompared: reason, message } : {};
}

async function explainLines(service: Service, report: AlignedUrlReport, width: LineWidth): Promise<string[]> {
  const { record } = report;
  const lines = [
    shown(record.url),
    labelled("offered", `${when(record.offeredAt)} by ${shown(record.source)}`),
    ...(record.announced ? [labelled("announced", announcementInWords(record.announced))] : []),
  ];
  for (const step of record.steps) {
    const why = [step.rule, step.message].filter((part) => part !== undefined).join(": ");
    lines.push(labelled(step.stage, `${when(step.at)} ${step.result}${why ? ` (${shown(why)})` : ""}`));
  }
  lines.push(labelled("outcome", record.outcome?.kind ?? "none yet"));
  if (report.article) lines.push("", ...articleLines(report.article, false, width));
  const others = await service.articles.getMany(report.evidence.map((pair) => pair.other));
  report.evidence.forEach(({ other, evidence, alignment }, i) => {
    lines.push("", ...paragraph(`compared with ${nameOf(others[i], other)}`, width, "", "  "));
    lines.push(...pairLines(evidence, alignment, width));
  });
  if (report.cluster && report.cluster.memberCount > 1)
    lines.push("", ...clusterLines(report.cluster, width));
  else if (report.article)
    lines.push("", `stands alone: ${notCompared(report).message ?? "no other article carries this text"}`);
  return lines;
}

async function explain(url: string, options: { json?: boolean; text?: boolean }): Promise<void> {
  const canonical = canonicalUrl(url);
  if (canonical.kind === "refused" && !url.startsWith(LOCAL_NAME))
    throw new UsageError(shown(canonical.message));
  await withService(async (service) => {
    const found = await readUrl(service, url);
    if (!found) throw new CommandError(`${shown(url)} was never offered, or was forgotten`);
    const report = options.text ? await alignUrl(service, found) : found;
    if (options.json) print(JSON.stringify({ ...report, ...notCompared(found) }));
    else for (const line of await explainLines(service, report, process.stdout.columns)) print(line);
  });
}

export function registerLooking(program: Command): void {
  program
    .command("clusters")
    .description("list clusters, latest activity first")
    .option("--min-size <members>", "least number of members", "2")
    .option("--since <duration>", "only clusters with activity within it, such as 24h")
    .option("--limit <count>", "at most so many", "100")
    .option("--json", "one JSON line a cluster")
    .action(clusters);
  program
    .command("cluster")
    .description("show a cluster's members with the evidence for each")
    .argument("<id>", "cluster id")
    .option("--text", "with the passages each member shares with the one it joined")
    .option("--json", "as JSON")
    .action(cluster);
  program
    .command("article")
    .description("show an article")
    .argument("<id|url>", "article id or URL")
    .option("--text", "with its clean text")
    .option("--removed", "with what was removed from the page, and why")
    .option("--json", "as JSON")
    .action(article);
  program
    .command("explain")
    .description("tell what became of a URL, step by step, and what it is a copy of")
    .argument("<url>", "a URL as offered")
    .option("--text", "with the passages it shares with what it was compared with")
    .option("--json", "as JSON")
    .action(explain);
}
