/* Running text for a terminal: safe, and broken into lines that fit. */
import wrapAnsi from "wrap-ansi";
import { shown } from "./terminal.ts";

/** A narrower terminal gets lines of this width and breaks them itself. */
const LEAST_WIDTH = 20;

/** Columns to fill; undefined where the output is no terminal: then no line is broken. */
export type LineWidth = number | undefined;

/** Text of strangers as one run: blanks and line breaks are one blank, control characters are spelled out. */
export const asRun = (text: string): string => shown(text.replace(/\s+/gu, " ").trim());

/**
 * @param text safe to show, without line breaks
 * @param indent before the first line
 * @param hanging before the others
 */
export function paragraph(text: string, width: LineWidth, indent = "", hanging = indent): string[] {
  if (width === undefined) return [`${indent}${text}`];
  const room = Math.max(LEAST_WIDTH, width - Math.max(indent.length, hanging.length));
  const lines = wrapAnsi(text, room, { hard: true }).split("\n");
  return lines.map((line, i) => `${i === 0 ? indent : hanging}${line}`);
}
