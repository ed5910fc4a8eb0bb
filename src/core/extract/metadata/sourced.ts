/*
 * A value and where it was read: what page metadata is made of.
 */
import type { MetadataSource } from "../../model.ts";
import { foldSpace } from "../blocks/text-shape.ts";

export interface Sourced<T> {
  readonly value: T;
  readonly source: MetadataSource;
}

export type Candidate = readonly [text: string, source: MetadataSource];

/**
 * @param read what the text must give to count; the text on one line without it
 * @returns the first candidate that says something, null where none does
 */
export function firstSourced(
  candidates: readonly Candidate[],
  read: (text: string) => string | null = foldSpace,
): Sourced<string> | null {
  for (const [text, source] of candidates) {
    const value = text === "" ? null : read(text);
    if (value !== null && value !== "") return { value, source };
  }
  return null;
}
