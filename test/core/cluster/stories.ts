/* Invented stories of about 200 words whose sentences are built from a number: no two share a phrase of four words. */
const WORD_COUNT = 200;
const SENTENCE_WORDS = 14;
const SYLLABLES = [
  "ba",
  "ke",
  "li",
  "mo",
  "nu",
  "pra",
  "sti",
  "ve",
  "xo",
  "za",
  "dri",
  "fel",
  "gar",
  "hin",
  "jor",
  "tul",
];
const STEP = 2_654_435_761;

/** @param number stories of different numbers are independent texts */
export function story(number: number): string {
  let state = Math.imul(number + 1, STEP) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 16;
  };
  const word = (): string => Array.from({ length: 3 }, () => SYLLABLES[next() % SYLLABLES.length]).join("");
  const words = Array.from({ length: WORD_COUNT }, word);
  const sentences: string[] = [];
  for (let at = 0; at < words.length; at += SENTENCE_WORDS) {
    const [first = "", ...rest] = words.slice(at, at + SENTENCE_WORDS);
    sentences.push(`${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ")}.`);
  }
  return sentences.join(" ");
}
