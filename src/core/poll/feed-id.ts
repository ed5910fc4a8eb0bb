/* The name of a feed, and its place in time: both hashes of its URL. */
import { createHash } from "node:crypto";

/** 32 hex digits are 128 bits, as in url/ids.ts. */
const ID_HEX_DIGITS = 32;
/** 32 bits make shares as fine as any clock needs. */
const SHARE_BYTES = 4;
const SHARE_RANGE = 2 ** 32;

/** @returns 32 hex digits: names the feed in keys and job ids, which never carry input */
export const feedIdOf = (feedUrl: string): string =>
  createHash("sha256").update(`feed ${feedUrl}`, "utf8").digest("hex").slice(0, ID_HEX_DIGITS);

/** @returns 0 to below 1, even over feeds and always the same for one: spreads polls over an interval */
export const spreadShare = (feedUrl: string): number =>
  createHash("sha256").update(`spread ${feedUrl}`, "utf8").digest().subarray(0, SHARE_BYTES).readUInt32BE() /
  SHARE_RANGE;
