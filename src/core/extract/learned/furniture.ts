/*
 * Learned boilerplate: what the passes cannot know from one page, a host's pages tell together.
 *
 *   page 1   Sea wall opens …      The works cost …       Sign up for the Quay Times letter.
 *   page 2   Bank cuts rates …     Shares fell …          Sign up for the Quay Times letter.
 *   page 3   Striker sold …        He joins on …          Sign up for the Quay Times letter.
 *            └─ head edge                                 └─ tail edge: the same block on different stories
 *
 * A paragraph that stands at the same edge of enough pages of one host, each with another story, is that host's
 * furniture, and is taken off the edges of its later pages.
 *
 *   text ─▶ edge-blocks (which may vote) ─▶ host-memory (counts) ─▶ furniture ─▶ remove-furniture (from the edge inward)
 *
 * This file: how a block is recognised again. Why each rule is as it is: docs/decisions/0009-learned-boilerplate.md.
 */
import { createHash } from "node:crypto";

/** Which end of the text a block stands at. */
export type Edge = "head" | "tail";

/** `tail:5f0c…`: the edge and 13 hex digits over the block's normalised text. */
export type BlockKey = `${Edge}:${string}`;

/** Rises with every change that gives a block another key or removes other blocks. */
const RULES_VERSION = 1;

/** 52 bits: what a double holds exactly, so that Redis can keep them as integers. */
const BLOCK_HASH_DIGITS = 13;
const VERSION_DIGITS = 12;

/** Paragraphs from either end that are looked at. In 4,573 real texts 3 find 99 % of what 10 find. */
export const EDGE_BLOCKS = 4;

const sha256Hex = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * What two printings of one block have in common: no case, no punctuation, no width variants, and every number is
 * one ("3 min read", "© 2024", "Updated 12:40"). A block of symbols only is itself.
 */
export function normaliseBlock(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Nd}+/gu, "0")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return words === "" ? text.trim() : words;
}

export function blockKey(edge: Edge, text: string): BlockKey {
  return `${edge}:${sha256Hex(normaliseBlock(text)).slice(0, BLOCK_HASH_DIGITS)}`;
}

/**
 * Names a set of furniture: the same blocks have the same name, in whatever order and by whatever way they were
 * learnt. So a page read again under the same version gives the same text.
 * @returns 12 hex digits, undefined for no furniture
 */
export function furnitureVersion(furniture: Iterable<BlockKey>): string | undefined {
  const keys = [...furniture].sort();
  if (keys.length === 0) return undefined;
  return sha256Hex([RULES_VERSION, ...keys].join(" ")).slice(0, VERSION_DIGITS);
}
