/*
 * Do two stretches of text tell of the same things? Compared are the words written with a capital within
 * sentences (names; in German nouns): two parts of one article share many of them, two unrelated stories few.
 * Scripts without case give no answer.
 */

/** Characters of each side that are read. */
const MAX_CHARACTERS = 20_000;
const MIN_NAME_CHARACTERS = 3;
/** Fewer names on a side say nothing. */
const MIN_NAMES = 5;
/** A capitalised word behind a lower-case one: no sentence begins there. */
const NAME = /(?<=\p{Ll},? )\p{Lu}[\p{L}\p{M}]{2,30}/gu;

export function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [name] of text.slice(0, MAX_CHARACTERS).matchAll(NAME)) {
    if (name.length >= MIN_NAME_CHARACTERS) names.add(name);
  }
  return names;
}

/**
 * @returns share of the side with fewer names whose names stand on the other side too, 0 to 1; null where that cannot be told
 */
export function cohesion(a: string, b: string): number | null {
  const namesOfA = namesIn(a);
  const namesOfB = namesIn(b);
  const [fewer, more] = namesOfA.size < namesOfB.size ? [namesOfA, namesOfB] : [namesOfB, namesOfA];
  if (fewer.size < MIN_NAMES) return null;
  let shared = 0;
  for (const name of fewer) if (more.has(name)) shared++;
  return shared / fewer.size;
}
