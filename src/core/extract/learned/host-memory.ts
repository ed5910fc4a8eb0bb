/*
 * What is remembered of one host's pages, in bounded memory: the executable specification of
 * io/redis/lua/boilerplate-learn.lua, and what batch extraction learns with. test/contract holds the two together.
 *
 *   block ─▶ seen before? ──no──▶ noted (13 hex digits, nothing else)
 *                └─yes─▶ counted: the last `minPages` votes, each of another story
 *                             └─ all of them within the last `windowPages` pages ─▶ furniture
 *
 * Nearly every paragraph at an edge is text and never comes again. So a block is only noted when it first comes, and
 * counted from its second page on: the doorkeeper of TinyLFU [1], exact here, since 256 notes are 2 kB.
 * A vote is another story's if it is another article's and none of the six smallest shingle hashes of its text
 * (without the candidates) stands in an earlier vote: copies, revisions under a new address and daily reports that
 * fill in one template vote once.
 * Forgetting needs no clock: pages of the host are counted, and a block that was voted for less than `minPages` times
 * in the last `windowPages` pages is furniture no longer.
 *
 * [1] Einziger, Friedman, Manes. TinyLFU: A Highly Efficient Cache Admission Policy. ACM ToS 2017.
 */
import type { ArticleId } from "../../model.ts";
import type { Candidate } from "./edge-blocks.ts";
import type { BlockKey } from "./furniture.ts";

/** Hashes that say which story voted: 7 of 1,000 pairs of US news share one of six, copies among them. */
export const VOTE_HASHES = 6;
/** Blocks noted after one sighting: real pages have 2 to 3 candidates, so these are of the last 100 pages. */
export const MAX_NOTED_BLOCKS = 256;
/** Blocks counted at once; hosts of 4,573 real news texts needed 28 at most. */
export const MAX_COUNTED_BLOCKS = 128;

/**
 * Pages of a host within which votes count. With 5 votes, furniture stands on every twentieth page of its host: a
 * section's appeal does, the background of one subject hardly.
 */
export const WINDOW_PAGES = 100;

/** What one page has to say about its host. */
export interface PageVote {
  readonly candidates: readonly Candidate[];
  /** At most VOTE_HASHES smallest shingle hashes of the story. */
  readonly storyHashes: readonly number[];
}

export interface LearningRules {
  /** Votes that make furniture. */
  readonly minPages: number;
  /** Pages of the host within which they must have come. */
  readonly windowPages: number;
}

/** A block that came at least twice. */
export interface CountedBlock {
  readonly key: BlockKey;
  readonly sample: string;
  /** Stories that voted for it, at most `minPages`: the latest ones. */
  readonly votes: number;
  readonly isFurniture: boolean;
}

interface Vote {
  /** Number of the host's page. */
  readonly page: number;
  readonly articleId: ArticleId;
  readonly storyHashes: readonly number[];
}

interface Counted {
  readonly sample: string;
  /** Ascending by page. */
  votes: Vote[];
}

export class HostMemory {
  private readonly noted = new Set<BlockKey>();
  private readonly counted = new Map<BlockKey, Counted>();
  private pages = 0;

  constructor(private readonly rules: LearningRules) {}

  /** Takes one page's vote. The caller sees to it that an article's page comes once. */
  learn(articleId: ArticleId, vote: PageVote): void {
    this.pages++;
    const own: Vote = { page: this.pages, articleId, storyHashes: vote.storyHashes };
    for (const { key, sample } of vote.candidates) {
      const counted = this.counted.get(key) ?? this.admit(key, sample);
      if (!counted || !isAnotherStory(counted.votes, own)) continue;
      counted.votes = [...counted.votes, own].slice(-this.rules.minPages);
    }
  }

  furniture(): BlockKey[] {
    return [...this.counted].filter(([, block]) => this.isFurniture(block)).map(([key]) => key);
  }

  list(): CountedBlock[] {
    return [...this.counted].map(([key, block]) => ({
      key,
      sample: block.sample,
      votes: block.votes.length,
      isFurniture: this.isFurniture(block),
    }));
  }

  /** Notes a block that comes for the first time; counts it from the second time on. */
  private admit(key: BlockKey, sample: string): Counted | undefined {
    if (!this.noted.delete(key)) {
      if (this.noted.size >= MAX_NOTED_BLOCKS) this.noted.clear();
      this.noted.add(key);
      return undefined;
    }
    if (this.counted.size >= MAX_COUNTED_BLOCKS) this.forgetStalest();
    const counted = { sample, votes: [] };
    this.counted.set(key, counted);
    return counted;
  }

  private forgetStalest(): void {
    let stalest: BlockKey | undefined;
    let oldest = Number.POSITIVE_INFINITY;
    for (const [key, { votes }] of this.counted) {
      const page = votes.at(-1)?.page ?? 0;
      if (page > oldest || (page === oldest && stalest !== undefined && key > stalest)) continue;
      stalest = key;
      oldest = page;
    }
    if (stalest !== undefined) this.counted.delete(stalest);
  }

  private isFurniture({ votes }: Counted): boolean {
    const [first] = votes;
    if (!first || votes.length < this.rules.minPages) return false;
    return first.page > this.pages - this.rules.windowPages;
  }
}

function isAnotherStory(votes: readonly Vote[], own: Vote): boolean {
  const hashes = new Set(own.storyHashes);
  return votes.every(
    ({ articleId, storyHashes }) =>
      articleId !== own.articleId && !storyHashes.some((hash) => hashes.has(hash)),
  );
}
