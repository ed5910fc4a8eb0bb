/*
 * A day as people write it, with year, month and day all in the line: the first that one of the readers finds.
 */
import type { Day } from "./calendars.ts";
import { markedDay, vietnameseDay, yearFirst, yearLast } from "./figure-day.ts";
import { namedDay } from "./named-day.ts";

export interface WrittenDay extends Day {
  /** Where it stands in the folded line. */
  readonly from: number;
  readonly to: number;
}

type Reader = (line: string, language: string | null) => WrittenDay | undefined;

const READERS: readonly Reader[] = [markedDay, yearFirst, yearLast, vietnameseDay, namedDay];

/**
 * @param line as foldDateLine gives it, in lower case
 * @param language first part of a BCP 47 tag, null where it is not known
 */
export function findWrittenDay(line: string, language: string | null): WrittenDay | undefined {
  let first: WrittenDay | undefined;
  for (const read of READERS) {
    const found = read(line, language);
    if (found && (first === undefined || found.from < first.from)) first = found;
  }
  return first;
}
