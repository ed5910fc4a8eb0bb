/*
 * Taking revisions out of the index: one article at a person's wish, or hours of them when their window is
 * over; and dissolving clusters whose last activity is longer ago than tombstones are kept. Until then
 * memberships stay, so no living cluster is ever split. Each step can be cut short and done again, by any
 * number of sweepers at once, beside placings: the anchors go first, the list entry that leads to them last.
 *
 * No list leads to the notes on texts that have left, nor to evidence about an article that left while another one was
 * compared with it. Where nothing else is left to do, a sweep looks through some of their buckets, other ones every
 * minute:
 *
 *   minute           0       1       2     …   4096      (of 2^19 buckets of notes: all of them in less than three days)
 *   buckets        0-127  128-255 256-383  …  0-127
 *
 * Former fingerprint versions are swept the same way (cluster-index-former.ts).
 */
import type { Redis } from "ioredis";
import type { ClusterIndex } from "../../core/cluster/cluster-index.ts";
import type { ArticleId, RevisionId } from "../../core/model.ts";
import { type AnchorShards, hourOf, MS_PER_HOUR } from "./cluster-index-anchors.ts";
import type { Dissolution } from "./cluster-index-dissolve.ts";
import { anchorsOf, type EnteredRevision } from "./cluster-index-entry.ts";
import type { EvidenceStore } from "./cluster-index-evidence.ts";
import type { FormerVersion } from "./cluster-index-former.ts";
import {
  articleBytes,
  type Forest,
  NO_ORDINAL,
  NO_REVISION,
  revisionBytes,
  type Standing,
} from "./cluster-index-nodes.ts";
import { handleBytes, type RecordedRevision, type RecordStore } from "./cluster-index-records.ts";
import type { TextNotes } from "./cluster-index-texts.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const MS_PER_MINUTE = 60_000;
/** Each takes the server 20 us; a worker with nothing to sweep looks every half minute. */
const BUCKETS_PER_MINUTE = 128;
/** Of evidence, some hundred rows each; at 2^12 buckets all of them in eight hours and a half. */
const EVIDENCE_BUCKETS_PER_MINUTE = 8;

/**
 * How far the clocks of two processes may be apart: what a placer takes for young, no sweeper takes out or dissolves.
 * NTP keeps clocks within a second, but not one that was set by hand, or a machine that woke up a moment ago.
 */
export const CLOCK_GRACE_MS = MS_PER_HOUR;

const forgetNodeScript = loadScript("cluster-forget-node");

export interface ExpiryDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly forest: Forest;
  readonly records: RecordStore;
  readonly evidence: EvidenceStore;
  readonly texts: TextNotes;
  readonly anchors: AnchorShards;
  readonly former: readonly FormerVersion[];
  readonly dissolution: Dissolution;
  readonly shardCount: number;
  readonly windowMs: number;
  readonly tombstoneMs: number;
  /** ms since epoch. */
  readonly now: () => number;
}

export interface Expiry extends Pick<ClusterIndex, "forget" | "sweepExpired"> {
  /**
   * Takes one revision out again that has left before and has entered once more. What has met its text since stays as
   * evidence of its article.
   * @param now ms since epoch
   * @returns true where its article is no longer known
   */
  takeOutAgain(entered: Pick<EnteredRevision, "handle" | "anchors">, now: number): Promise<boolean>;
}

export function createExpiry(deps: ExpiryDeps): Expiry {
  const versions = [thisVersion(deps), ...deps.former.map((version) => formerVersion(deps, version))];
  return {
    async forget(articleId) {
      while (!(await forgetAsSeen(deps, versions, articleId)));
    },
    async takeOutAgain({ handle, anchors }, now) {
      const record = await deps.records.read(handle);
      if (record) {
        const [isForgotten] = await expireRevisions(deps, thisVersion(deps), [record], now, "stays");
        return isForgotten === true;
      }
      // Another one was quicker, perhaps before this one had come to all shards.
      await deps.anchors.takeOutElsewhere(handle, anchors);
      const placedAnew = await deps.records.read(handle);
      if (placedAnew) await thisVersion(deps).restore(placedAnew);
      return false;
    },
    async sweepExpired(sweptAt, limit) {
      const now = sweptAt - CLOCK_GRACE_MS;
      let handled = 0;
      for (const version of versions) {
        for (let shard = 0; shard < deps.shardCount && handled < limit; shard++) {
          handled += await sweepShard(deps, version, shard, now, limit - handled);
        }
      }
      // Whole hours here, too, and after the revisions: what is dissolved has none left in the index.
      const before = hourOf(now - deps.tombstoneMs) * MS_PER_HOUR;
      handled += await deps.dissolution.sweep(before, limit - handled);
      return handled > 0 ? handled : collectLost(deps, now, limit);
    },
  };
}

/** What a sweep needs of one version of the index. */
interface SweptVersion extends Pick<FormerVersion, "keys" | "read" | "find" | "takeOut"> {
  /** For a revision that was placed anew since: a sweep that ended early may have begun to take it out. */
  readonly restore: (record: RecordedRevision) => Promise<void>;
  /** Whether the sweep of another version is to forget the revision, in its time. */
  readonly isLeftToOther: (record: RecordedRevision) => Promise<boolean>;
}

const thisVersion = ({ keys, records, anchors }: ExpiryDeps): SweptVersion => ({
  keys,
  read: (handle) => records.read(handle),
  find: (revisionId) => records.find(revisionId),
  takeOut: (record) => anchors.takeOut(record),
  restore: ({ handle, article }) => anchors.restore(handle, anchorsOf(article)),
  isLeftToOther: async () => false,
});

const formerVersion = ({ records }: ExpiryDeps, version: FormerVersion): SweptVersion => ({
  ...version,
  // This program places nothing in it.
  restore: async () => undefined,
  isLeftToOther: async ({ revisionId }) => (await records.find(revisionId)) !== undefined,
});

/** @returns false where the article was revised or founded anew meanwhile: then that is to be forgotten, too */
async function forgetAsSeen(
  deps: ExpiryDeps,
  versions: readonly SweptVersion[],
  articleId: ArticleId,
): Promise<boolean> {
  const ordinal = (await deps.forest.node(articleId))?.ordinal ?? NO_ORDINAL;
  const revisions = await deps.forest.revisionsOf(articleId);
  for (const revisionId of revisions) {
    for (const version of versions) await forgetRevision(deps, version, revisionId);
  }
  const seen = { revisionId: revisions.at(-1), ordinal };
  const answer = await forgetArticle(deps, articleId, seen, "goes");
  return answer === "forgotten" || answer === "member";
}

/** Takes a revision out as often as it is placed anew meanwhile. */
async function forgetRevision(
  deps: ExpiryDeps,
  version: SweptVersion,
  revisionId: RevisionId,
): Promise<void> {
  for (let record = await version.find(revisionId); record; record = await version.find(revisionId)) {
    const { ordinal } = await deps.forest.standingOf(record.stored.articleId, revisionId);
    await deps.texts.note([{ record, ordinal }], deps.now());
    if (await version.takeOut(record)) return;
  }
}

/** Hour by hour, as long as the whole of one lies before the window. */
async function sweepShard(
  deps: ExpiryDeps,
  version: SweptVersion,
  shard: number,
  now: number,
  limit: number,
): Promise<number> {
  const { redis } = deps;
  const { keys } = version;
  const lastHour = hourOf(now - deps.windowMs) - 1;
  let handled = 0;
  while (handled < limit) {
    const [oldest] = await redis.zrangebyscore(keys.hours(shard), "-inf", lastHour, "LIMIT", 0, 1);
    if (oldest === undefined) break;
    const list = keys.placedIn(shard, Number(oldest));
    const room = limit - handled;
    const packed = await redis.lrangeBuffer(list, 0, room - 1);
    const handles = packed.map((bytes) => bytes.readUInt32BE());
    const read = await Promise.all(handles.map((handle) => version.read(handle)));
    const records = read.filter((record) => record !== undefined);
    // One that was placed anew since is listed under a later hour, too.
    const isExpired = ({ stored }: RecordedRevision): boolean => hourOf(stored.placedAt) <= Number(oldest);
    await expireRevisions(deps, version, records.filter(isExpired), now, "goes");
    await Promise.all(records.filter((record) => !isExpired(record)).map(version.restore));
    await Promise.all(handles.map((handle) => redis.lrem(list, 1, handleBytes(handle))));
    if (handles.length < room) await redis.zrem(keys.hours(shard), oldest);
    handled += handles.length;
  }
  return handled;
}

/**
 * Looks through this minute's buckets of what no list leads to, and drops those that a former version has left.
 * @returns how many notes and rows of evidence, at most `limit`, and buckets were taken
 */
async function collectLost(deps: ExpiryDeps, now: number, limit: number): Promise<number> {
  const { texts, evidence, forest, former } = deps;
  const minute = Math.floor(now / MS_PER_MINUTE);
  let taken = 0;
  for (let i = minute * BUCKETS_PER_MINUTE; i < (minute + 1) * BUCKETS_PER_MINUTE && taken < limit; i++) {
    taken += await texts.collect(i % texts.bucketCount, now, limit - taken);
  }
  const [from, to] = [minute * EVIDENCE_BUCKETS_PER_MINUTE, (minute + 1) * EVIDENCE_BUCKETS_PER_MINUTE];
  for (let i = from; i < to && taken < limit; i++) {
    const round = Math.floor(i / evidence.bucketCount);
    taken += await evidence.collect(forest, i % evidence.bucketCount, round, limit - taken);
  }
  for (const version of former) taken += await version.drop(minute * BUCKETS_PER_MINUTE, BUCKETS_PER_MINUTE);
  return taken;
}

/*
 * Any of these may be placed anew at any moment, and another sweeper may be ahead. So a text is noted and a node goes
 * only as they stood before the record was read once more, and the record only as it was read:
 *
 *   placed anew before that look at the record    it tells another moment, and nothing is done
 *   after it, the node being there                already placed: it goes as if that had come first
 *   after it, the node being gone                 founded, with another ordinal: node, record and anchors stay
 *   after it, the revision not yet accepted       it is by now: node, record and anchors stay
 */
/**
 * @param evidence whether that of members goes with their latest revisions
 * @returns for each that is taken out whether its article is no longer known
 */
async function expireRevisions(
  deps: ExpiryDeps,
  version: SweptVersion,
  listed: readonly RecordedRevision[],
  now: number,
  evidence: "goes" | "stays",
): Promise<boolean[]> {
  const standings = await Promise.all(
    listed.map(({ stored, revisionId }) => deps.forest.standingOf(stored.articleId, revisionId)),
  );
  const again = await Promise.all(listed.map(({ handle }) => version.read(handle)));
  const expired = listed
    .map((record, i) => ({ record, ...(standings[i] as Standing) }))
    .filter(({ record }, i) => record.stored.placedAt === again[i]?.stored.placedAt);
  const left = await Promise.all(expired.map(({ record }) => version.isLeftToOther(record)));
  const ours = expired.filter((_, i) => left[i] === false);
  // Their texts before the nodes, which tell what was accepted.
  await deps.texts.note(
    ours.filter(({ revision }) => revision !== "unknown"),
    now,
  );
  const forgotten = await Promise.all(
    ours.map(async ({ record, ordinal, revision }) => {
      // The article's node is another revision's.
      if (revision === "unknown" && ordinal !== NO_ORDINAL) return false;
      const seen = { revisionId: record.revisionId, ordinal };
      return (await forgetArticle(deps, record.stored.articleId, seen, evidence)) === "forgotten";
    }),
  );
  // The nodes before the records, which alone tell whose revisions these are.
  await Promise.all(expired.map(({ record }) => takeOut(version, record)));
  return forgotten;
}

async function takeOut(version: SweptVersion, record: RecordedRevision): Promise<void> {
  if (await version.takeOut(record)) return;
  const placedAnew = await version.read(record.handle);
  if (placedAnew) await version.restore(placedAnew);
}

/** How an article was found: its latest revision, undefined where none was accepted, and the ordinal of its node. */
interface SeenArticle {
  readonly revisionId: RevisionId | undefined;
  readonly ordinal: number;
}

/**
 * Evidence goes with an article's latest revision, and so does the node of one that stands alone; both only if the
 * article is still as it was seen.
 * @param ofMember whether the evidence of a member goes, too
 */
async function forgetArticle(
  { redis, keys, forest, evidence }: ExpiryDeps,
  articleId: ArticleId,
  { revisionId, ordinal }: SeenArticle,
  ofMember: "goes" | "stays",
): Promise<"forgotten" | "member" | "revised" | "placed anew"> {
  const names = [forest.nodeKey(articleId), keys.laterRevisions(), evidence.keyOf(articleId)];
  const latest = revisionBytes(revisionId ?? NO_REVISION);
  const keepsEvidence = ofMember === "stays" ? 1 : 0;
  const args = [articleBytes(articleId), latest, ordinal, keepsEvidence];
  return (await forgetNodeScript.run(redis, names, args)) as
    | "forgotten"
    | "member"
    | "revised"
    | "placed anew";
}
