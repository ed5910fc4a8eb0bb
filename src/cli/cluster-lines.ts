/* A cluster in a terminal: its members, why each belongs, and what each shares with the one it joined. */
import { figuresInWords, ruleInWords } from "../core/cluster/evidence-words.ts";
import type { ArticleId, Evidence } from "../core/model.ts";
import type { ArticleReport, ClusterReport, MemberReport } from "../io/reading.ts";
import type { AlignStored, StoredAlignment } from "./aligned-texts.ts";
import { type LineWidth, paragraph } from "./paragraph.ts";
import { passageLines } from "./passages.ts";
import { clipped, shown } from "./terminal.ts";

const TITLE_WIDTH = 60;
const PUBLISHER_WIDTH = 28;
const SHORT_ID_DIGITS = 8;
const NONE = "–";
const INDENT = "  ";
const HANGING = "    ";

export interface AlignedMember extends MemberReport {
  /** With the article it joined; left out for a founder, where nobody asked, and where it is shown before. */
  readonly alignment?: StoredAlignment;
}

export interface AlignedCluster extends ClusterReport {
  readonly members: readonly AlignedMember[];
}

/**
 * The same cluster with what each member shares with the one it joined.
 * @param isShown pairs that the reader has seen already
 */
export async function alignMembers(
  report: ClusterReport,
  align: AlignStored,
  isShown: (a: ArticleId, b: ArticleId) => boolean = () => false,
): Promise<AlignedCluster> {
  const members: AlignedMember[] = [];
  // One after the other: texts are large.
  for (const member of report.members) {
    const { articleId, joinedTo } = member;
    const isLeftOut = joinedTo === null || isShown(articleId, joinedTo);
    members.push(isLeftOut ? member : { ...member, alignment: await align(articleId, joinedTo) });
  }
  return { ...report, members };
}

/** `"Ferry line returns" (quay.example, 2026-11-02)`. */
export function nameOf(article: ArticleReport["article"] | undefined, id: ArticleId): string {
  if (!article) return `${id.slice(0, SHORT_ID_DIGITS)} (text expired)`;
  const publisher = clipped(article.publisher ?? "local", PUBLISHER_WIDTH);
  return `"${clipped(article.title ?? "untitled", TITLE_WIDTH)}" (${publisher}, ${article.datePublished?.value ?? "no date"})`;
}

/** Why two articles are related as they are, and with their passages where these are given. */
export function pairLines(
  evidence: Evidence,
  alignment: StoredAlignment | undefined,
  width: LineWidth,
): string[] {
  return [
    ...paragraph(ruleInWords(evidence), width, INDENT, HANGING),
    ...paragraph(figuresInWords(evidence), width, INDENT, HANGING),
    ...(alignment ? alignedLines(alignment, width) : []),
  ];
}

function alignedLines(alignment: StoredAlignment, width: LineWidth): string[] {
  const shortIds = (ids: readonly ArticleId[]): string =>
    ids.map((id) => id.slice(0, SHORT_ID_DIGITS)).join(" and ");
  if (alignment.kind === "text-expired") {
    const whose = shortIds(alignment.articleIds);
    return paragraph(`no passages: the text of ${whose} has expired`, width, INDENT, HANGING);
  }
  const note = `passages of the newest texts (revised: ${shortIds(alignment.revised)}); rule and numbers are of those compared then`;
  const noted = alignment.revised.length > 0 ? paragraph(note, width, INDENT, HANGING) : [];
  return [...noted, ...passageLines(alignment, width)];
}

/** @param width of the terminal; undefined where the output is none */
export function clusterLines(report: AlignedCluster, width?: LineWidth): string[] {
  const { clusterId, memberCount, publisherCount, members } = report;
  const counts = `${memberCount} members, ${publisherCount} publishers, ${report.earliest ?? NONE} to ${report.latest ?? NONE}`;
  const lines = [`cluster ${clusterId}`, ...paragraph(counts, width)];
  const names = new Map(members.map(({ articleId, article }) => [articleId, nameOf(article, articleId)]));
  const nameById = (id: ArticleId): string => names.get(id) ?? id;
  for (const { articleId, article, role, joinedTo, evidence, alignment } of members) {
    lines.push("", ...paragraph(`${role}: ${nameById(articleId)}`, width, "", HANGING));
    if (article) lines.push(`${INDENT}${shown(article.canonicalUrl)}`);
    if (joinedTo === null || evidence === null) lines.push(`${INDENT}first of its cluster`);
    else {
      lines.push(...paragraph(`joined ${nameById(joinedTo)}`, width, INDENT, HANGING));
      lines.push(...pairLines(evidence, alignment, width));
    }
  }
  const left = memberCount - members.length;
  if (left > 0) lines.push("", `not listed: ${left.toLocaleString("en-US")} more`);
  return lines;
}
