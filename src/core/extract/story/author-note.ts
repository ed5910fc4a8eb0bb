/*
 * Does a line tell who wrote the text, without a name? "She is a journalist based in Varnby."
 *
 * Never one: a sentence in the past tense ("She was a journalist based in Beirut when …"); a line of a text that tells
 * of such a job elsewhere: there it is about somebody in the story.
 */
import { BIO_ENDS, BIO_WORDS } from "../vocabulary/bio-words.ts";
import { normaliseWords } from "../vocabulary/phrase-set.ts";
import { isSpaceless } from "../word-count.ts";

/** Words between the opening and the job: "an award-winning investigative". */
const MAX_BETWEEN_WORDS = 4;
/** Notes are a sentence or two. */
const MAX_NOTE_CHARACTERS = 400;

interface Opening {
  readonly phrase: string;
  readonly jobs: readonly string[];
}

function split(list: string): string[] {
  return list.split("|").map(normaliseWords).filter(Boolean);
}

const OPENINGS: readonly Opening[] = BIO_WORDS.flatMap(({ openings, jobs }) =>
  split(openings).map((phrase) => ({ phrase, jobs: split(jobs) })),
);
const ENDS: readonly string[] = BIO_ENDS.flatMap(({ jobs }) => split(jobs));

/**
 * @param others the other lines of the text
 * @returns true for a note on somebody whose job stands nowhere in the others
 */
export function isAuthorNote(line: string, others: readonly string[]): boolean {
  if (line.length > MAX_NOTE_CHARACTERS) return false;
  const job = jobOf(normaliseWords(line));
  if (job === null) return false;
  const stem = isSpaceless(job.charCodeAt(0)) ? job : ` ${job}`;
  return !others.some((other) => ` ${normaliseWords(other)}`.includes(stem));
}

/** The job the line gives, null where it gives none. */
function jobOf(words: string): string | null {
  for (const { phrase, jobs } of OPENINGS) {
    if (!words.startsWith(`${phrase} `)) continue;
    const rest = words.slice(phrase.length + 1).split(" ");
    const job = jobs.find((candidate) => standsAmong(rest, candidate));
    if (job !== undefined) return job;
  }
  return ENDS.find((end) => words.endsWith(end)) ?? null;
}

/** True where the job, of one word or two, begins among the first words. */
function standsAmong(words: readonly string[], job: string): boolean {
  const length = job.split(" ").length;
  for (let at = 0; at <= MAX_BETWEEN_WORDS; at++)
    if (words.slice(at, at + length).join(" ") === job) return true;
  return false;
}
