/*
 * What a feed's follower decided about its articles, and how it reaches them: publisher and language travel with
 * the offered URL; an entry that carries its whole text is offered as a document.
 */
import { countWords } from "../src/core/extract/word-count.ts";
import type { Offer } from "../src/core/outcome.ts";
import type { FeedEntry } from "../src/core/poll/feed-model.ts";
import { articleDocument, fullTextOf } from "../src/core/poll/full-text.ts";
import type { BacklogWatch } from "../src/io/backlog.ts";
import type { Intake } from "../src/io/intake.ts";
import type { FeedSettings } from "../src/io/redis/feed-store-record.ts";
import type { OfferedEntry } from "./poll.ts";

/**
 * Teasers have 20 to 80 words, the shortest agency items about 100. A text between is more often a teaser's
 * whole paragraph than an article: its page is fetched.
 */
const MIN_FULL_TEXT_WORDS = 120;

/** @returns fields to offer the entry with; none where nothing was decided */
export function givenBy(feed: FeedSettings, entry: FeedEntry): Pick<OfferedEntry, "given" | "document"> {
  const said = {
    ...(feed.publisher === null ? {} : { publisher: feed.publisher }),
    ...(feed.language === null ? {} : { language: feed.language }),
  };
  const fullText = feed.fullText && entry.title !== null ? fullTextOf(entry) : null;
  if (fullText === null || countWords(fullText.plain) < MIN_FULL_TEXT_WORDS)
    return Object.keys(said).length > 0 ? { given: { ...said, by: "feed" } } : {};
  const title = entry.title ?? undefined;
  const datePublished = entry.published?.value;
  return {
    given: { ...said, title, datePublished, by: "feed" },
    document: articleDocument(entry, fullText.markup),
  };
}

/**
 * Whole articles wait for extraction at once, as fetched pages do, so they obey the same bounds. An address waits in
 * the frontier, which the dispatcher holds: a feed goes on being read, or its entries would be gone when room is back.
 */
export const heldBecause = (
  backlog: Pick<BacklogWatch, "pauseReason" | "memoryReason">,
  what: "urls" | "documents",
): Promise<string | undefined> => (what === "documents" ? backlog.pauseReason() : backlog.memoryReason());

/** @returns one answer each, in the entries' order */
export async function offerFromFeed(
  intake: Pick<Intake, "offerUrls" | "offerDocument">,
  entries: readonly OfferedEntry[],
): Promise<Offer[]> {
  const pages = entries.filter(({ document }) => document === undefined);
  const answers = new Map<OfferedEntry, Offer>();
  const ofPages = await intake.offerUrls(pages);
  for (const [at, page] of pages.entries()) {
    const offer = ofPages[at]?.offer;
    if (offer) answers.set(page, offer);
  }
  // One after the other: each compresses a document.
  for (const entry of entries) {
    const { url, source, refetch, announced, given, document } = entry;
    if (document === undefined) continue;
    const body = Buffer.from(document, "utf8");
    const offered = { kind: "html", body, url, source, refetch, announced, given } as const;
    answers.set(entry, (await intake.offerDocument(offered)).offer);
  }
  return entries.flatMap((entry) => answers.get(entry) ?? []);
}
