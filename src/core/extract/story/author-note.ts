/*
 * Does a line tell who wrote the text, without a name? "She is a journalist based in Varnby."
 *
 * Never one: a line that says nothing of what such notes say, of their work ("based in", "writes about"), or tells what
 * happened ("She is a journalist and was freed on Tuesday"), or has a clause that says neither; a line of a text that tells
 * of such a job elsewhere: there it is about somebody in the story.
 */
import { BIO_ENDS, BIO_WORDS } from "../vocabulary/bio-words.ts";
import { normaliseWords } from "../vocabulary/phrase-set.ts";
import { isSpaceless } from "../word-count.ts";
import { clausesOf } from "./clauses.ts";

/** Words between the opening and the job: "an award-winning investigative". */
const MAX_BETWEEN_WORDS = 4;
/** Notes are a sentence or two. */
const MAX_NOTE_CHARACTERS = 400;

interface Note {
  readonly openings: readonly string[];
  readonly authors: readonly string[];
  readonly jobs: readonly string[];
  readonly marks: readonly string[];
  readonly events: readonly string[];
}

function split(list: string): string[] {
  return list.split("|").map(normaliseWords).filter(Boolean);
}

const NOTES: readonly Note[] = BIO_WORDS.map(({ openings, authors = "", jobs, marks, events }) => ({
  openings: split(openings),
  authors: split(authors),
  jobs: split(jobs),
  marks: split(marks).map((mark) => ` ${mark}`),
  events: split(events).map((event) => ` ${event} `),
}));
const ENDS = BIO_ENDS.map(({ ends, subjects }) => ({ ends: split(ends), subjects: split(subjects) }));

/**
 * @param others the other lines of the text
 * @returns true for a note on somebody whose job stands nowhere in the others
 */
export function isAuthorNote(line: string, others: readonly string[]): boolean {
  if (line.length > MAX_NOTE_CHARACTERS) return false;
  const job = jobOf(line, normaliseWords(line));
  if (job === null) return false;
  const stem = isSpaceless(job.charCodeAt(0)) ? job : ` ${job}`;
  return !others.some((other) => ` ${normaliseWords(other)}`.includes(stem));
}

/** The job the line gives, null where it gives none. */
function jobOf(line: string, words: string): string | null {
  for (const note of NOTES) {
    const job = openedJob(note, words);
    if (job === undefined) continue;
    return tellsOfEvents(note, line, words) ? null : job;
  }
  const closed = ENDS.find(({ ends }) => ends.some((end) => words.endsWith(end)));
  const isAboutOther = closed?.subjects.some((subject) => holdsSubject(words, subject)) ?? false;
  return isAboutOther ? null : (closed?.ends.find((end) => words.endsWith(end)) ?? null);
}

function openedJob({ openings, authors, jobs, marks }: Note, words: string): string | undefined {
  const isMarked = marks.some((mark) => words.includes(mark));
  for (const phrase of isMarked ? [...openings, ...authors] : authors) {
    if (!words.startsWith(`${phrase} `)) continue;
    const rest = words.slice(phrase.length + 1).split(" ");
    const job = jobs.find((candidate) => standsAmong(rest, candidate));
    if (job !== undefined) return job;
  }
  return undefined;
}

function tellsOfEvents({ marks, events }: Note, line: string, words: string): boolean {
  if (events.some((event) => ` ${words} `.includes(event))) return true;
  return clausesOf(line)
    .slice(1)
    .map(normaliseWords)
    .some((clause) => !marks.some((mark) => ` ${clause}`.includes(mark)));
}

function holdsSubject(words: string, subject: string): boolean {
  return isSpaceless(subject.charCodeAt(0)) ? words.includes(subject) : `${words} `.includes(`${subject} `);
}

/** True where the job, of one word or two, begins among the first words. */
function standsAmong(words: readonly string[], job: string): boolean {
  const length = job.split(" ").length;
  for (let at = 0; at <= MAX_BETWEEN_WORDS; at++)
    if (words.slice(at, at + length).join(" ") === job) return true;
  return false;
}
