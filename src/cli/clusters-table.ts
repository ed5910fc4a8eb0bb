/*
 * Clusters as a table that fits the terminal: titles give way first, then the earliest date; where even that
 * is too wide each cluster takes two lines. Ids are never cut, since other commands take them whole.
 */
import type { ClusterSummary } from "../core/cluster/cluster-index.ts";
import { clipped, counted, shown, table } from "./terminal.ts";

const TITLE_WIDTH = 60;
/** Below this a title says nothing. */
const LEAST_TITLE_WIDTH = 24;
/** A column's border and the blanks around its cell. */
const COLUMN_FRAME = 3;
const NONE = "–";

export interface ClusterRow {
  readonly cluster: Pick<ClusterSummary, "clusterId" | "memberCount" | "publisherCount" | "earliest">;
  /** `2026-11-20T11:55:45Z`. */
  readonly lastActivity: string;
  readonly title: string | undefined;
}

interface Column {
  readonly head: string;
  cell(row: ClusterRow): string;
}

const EARLIEST: Column = { head: "earliest", cell: ({ cluster }) => cluster.earliest ?? NONE };
const COLUMNS: readonly Column[] = [
  { head: "cluster", cell: ({ cluster }) => cluster.clusterId },
  { head: "members", cell: ({ cluster }) => String(cluster.memberCount) },
  { head: "publishers", cell: ({ cluster }) => String(cluster.publisherCount) },
  EARLIEST,
  { head: "last activity", cell: ({ lastActivity }) => lastActivity },
];

function widthOf(columns: readonly Column[], rows: readonly ClusterRow[]): number {
  const widths = columns.map(({ head, cell }) =>
    Math.max(head.length, ...rows.map((row) => cell(row).length)),
  );
  return widths.reduce((sum, width) => sum + width + COLUMN_FRAME, 0);
}

function twoLines({ cluster, lastActivity, title }: ClusterRow, width: number): string {
  const counts = `${counted(cluster.memberCount, "member")}, ${counted(cluster.publisherCount, "publisher")}`;
  const room = Math.max(
    LEAST_TITLE_WIDTH,
    Math.min(TITLE_WIDTH, width - lastActivity.length - "    ".length),
  );
  return `${cluster.clusterId}  ${counts}\n  ${lastActivity}  ${clipped(title ?? NONE, room)}`;
}

/** @param width of the terminal in columns; undefined where the output is none */
export function clusterTable(rows: readonly ClusterRow[], width: number | undefined): string {
  const available = width ?? Number.POSITIVE_INFINITY;
  for (const columns of [COLUMNS, COLUMNS.filter((column) => column !== EARLIEST)]) {
    // The last column has a border at its end, too.
    const room = Math.min(TITLE_WIDTH, available - widthOf(columns, rows) - COLUMN_FRAME - 1);
    if (room < LEAST_TITLE_WIDTH) continue;
    const heads = [...columns.map(({ head }) => head), "representative"];
    return table(
      heads,
      rows.map((row) => [...columns.map(({ cell }) => shown(cell(row))), clipped(row.title ?? NONE, room)]),
    );
  }
  return rows.map((row) => twoLines(row, available)).join("\n");
}
