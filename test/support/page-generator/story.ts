/*
 * Invented news stories. A story has a cast of its own (places, people, institutions with made-up names),
 * and sentences are drawn from a dozen shapes whose every four words hold at least one open place.
 */
import type { Random } from "../simulator/random.ts";
import * as vocabulary from "./vocabulary.ts";

export interface Person {
  readonly firstName: string;
  readonly surname: string;
  readonly role: string;
  readonly body: string;
}

export interface Story {
  readonly id: number;
  readonly headline: string;
  readonly section: string;
  readonly place: string;
  readonly authors: readonly string[];
  readonly agency: string;
  /** ms since epoch. */
  readonly publishedAt: number;
  readonly paragraphs: readonly string[];
}

const MIN_PARAGRAPHS = 9;
/** Mean length of a story about 450 words: two sentences of 13 words a paragraph. */
const EXTRA_PARAGRAPHS = 16;
const MAX_SENTENCES = 3;
const CAST_SIZE = 4;
const HOUR_MS = 3_600_000;
/** All stories fall into four days, in the past of whoever runs this. */
const FIRST_PUBLISHED_AT = Date.UTC(2025, 2, 10);
const PUBLISHING_HOURS = 96;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function placeName(random: Random): string {
  const { NAME_STARTS, NAME_MIDDLES, PLACE_ENDS } = vocabulary;
  return random.pick(NAME_STARTS) + random.pick(NAME_MIDDLES) + random.pick(PLACE_ENDS);
}

export function personName(random: Random): string {
  const { FIRST_NAMES, NAME_STARTS, NAME_MIDDLES, SURNAME_ENDS } = vocabulary;
  const surname = random.pick(NAME_STARTS) + random.pick(NAME_MIDDLES) + random.pick(SURNAME_ENDS);
  return `${random.pick(FIRST_NAMES)} ${surname}`;
}

interface Cast {
  readonly places: readonly string[];
  readonly bodies: readonly string[];
  readonly people: readonly Person[];
}

function createCast(random: Random): Cast {
  const many = <T>(make: () => T): T[] => Array.from({ length: CAST_SIZE }, make);
  const places = many(() => placeName(random));
  const bodies = many(() => `${random.pick(places)} ${random.pick(vocabulary.BODY_KINDS)}`);
  const people = many((): Person => {
    const [firstName = "", surname = ""] = personName(random).split(" ");
    return { firstName, surname, role: random.pick(vocabulary.ROLES), body: random.pick(bodies) };
  });
  return { places, bodies, people };
}

/** Speaks for one story: every phrase with the story's own cast. */
export interface Speaker {
  sentence(): string;
  paragraph(): string;
  headline(): string;
}

const MAX_FIGURE = 980;
const LARGEST_SHARE = 88;

export function createSpeaker(random: Random, cast: Cast = createCast(random)): Speaker {
  const { pick, below } = random;
  const thing = (): string => `${pick(vocabulary.ADJECTIVES)} ${pick(vocabulary.NOUNS)}`;
  const the = (): string => `the ${thing()}`;
  const did = (): string => pick(vocabulary.VERBS);
  const happened = (): string => pick(vocabulary.HAPPENINGS);
  const folk = (): string => pick(vocabulary.PEOPLE_IN_PLURAL);
  const place = (): string => pick(cast.places);
  const body = (): string => `the ${pick(cast.bodies)}`;
  const how = (): string => pick(vocabulary.ADVERBS);
  const when = (): string => pick(vocabulary.TIMES);
  const figure = (): number => 2 + below(MAX_FIGURE);
  const share = (): string => `${2 + below(LARGEST_SHARE)} per cent`;
  const said = (): string => pick(vocabulary.SPEECH_VERBS);
  const person = (): Person => pick(cast.people);

  const shapes: ReadonlyArray<() => string> = [
    () => `${the()} ${did()} ${the()} ${how()} as ${folk()} ${did()} ${thing()}s near ${place()}`,
    () => {
      const { firstName, surname, role, body: employer } = person();
      return `${firstName} ${surname}, ${role} of the ${employer}, ${did()} ${the()} and ${did()} ${the()} ${when()}`;
    },
    () =>
      `“${capitalised(folk())} ${did()} ${the()}, and ${the()} ${happened()} ${how()},” ${person().surname} ${said()}`,
    () =>
      `“Our ${thing()} ${happened()} ${when()},” ${said()} ${person().surname}, who ${did()} ${figure()} ${folk()}`,
    () => `about ${figure()} ${folk()} from ${place()} ${did()} ${the()} after ${the()} ${happened()}`,
    () => `${body()} ${did()} ${figure()} ${thing()}s ${when()}, and ${how()} ${did()} ${the()}`,
    () => `while ${the()} ${happened()}, ${folk()} ${how()} ${did()} ${body()}’s ${thing()}`,
    () => `${folk()} and ${folk()} ${did()} ${the()} ${when()}, ${share()} of them from ${place()}`,
    () => `neither ${folk()} nor ${the()} ${happened()} ${when()}, ${person().surname} ${said()} ${how()}`,
    () => `${place()}’s ${thing()} ${happened()} because ${folk()} ${did()} ${the()} ${how()}`,
    () => `a ${thing()} worth ${figure()} million ${happened()} ${how()}; ${folk()} ${did()} ${the()}`,
    () => `in ${place()}, ${folk()} ${did()} ${thing()}s and ${did()} ${the()} until ${the()} ${happened()}`,
    () => `since ${the()} ${how()} ${happened()}, ${share()} of ${place()}’s ${folk()} ${did()} ${thing()}s`,
    () => `${body()} ${how()} ${did()} ${the()}, which ${folk()} ${did()} ${when()}`,
  ];
  const sentence = (): string => `${capitalised(pick(shapes)())}.`;
  return {
    sentence,
    paragraph: () => Array.from({ length: 1 + below(MAX_SENTENCES) }, sentence).join(" "),
    headline: () =>
      capitalised(
        pick([
          () => `${place()} ${folk()} ${did()} ${thing()} as ${thing()} ${happened()}`,
          () => `${thing()} ${happened()} in ${place()} after ${folk()} ${did()} ${thing()}`,
          () => `${capitalised(pick(cast.bodies))} ${did()} ${thing()} ${when()}`,
          () => `How ${folk()} ${did()} the ${thing()} of ${place()}`,
        ])(),
      ),
  };
}

/** @param random decides everything: the same source gives the same story */
export function createStory(id: number, random: Random): Story {
  const cast = createCast(random);
  const speaker = createSpeaker(random, cast);
  const paragraphs = MIN_PARAGRAPHS + random.below(EXTRA_PARAGRAPHS);
  return {
    id,
    headline: speaker.headline(),
    section: random.pick(vocabulary.TOPICS),
    place: random.pick(cast.places),
    authors: [personName(random)],
    agency: random.pick(vocabulary.AGENCIES),
    publishedAt: FIRST_PUBLISHED_AT + random.below(PUBLISHING_HOURS * HOUR_MS),
    paragraphs: Array.from({ length: paragraphs }, () => speaker.paragraph()),
  };
}
