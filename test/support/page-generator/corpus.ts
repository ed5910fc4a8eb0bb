/*
 * The plan of a generated corpus: which story stands on which page of which host, in which edit. The plan
 * is the truth that clusters are held against; pages are rendered from it one by one.
 */
import { createRandom, type Random } from "../simulator/random.ts";
import { shuffled } from "../simulator/text.ts";
import { renderPage } from "./page.ts";
import { createSite, type Site } from "./site.ts";
import { createStory, type Story } from "./story.ts";
import { COPY_EDITS, type CopyEdit, wireCopy } from "./wire-copy.ts";

export interface CorpusOptions {
  readonly pages: number;
  readonly hosts: number;
  /** Stories per page, 0 to 1: the others are copies of them. */
  readonly distinctShare: number;
  readonly seed: number;
}

export interface PlannedPage {
  readonly url: string;
  readonly host: string;
  /** The same on every copy of one story. */
  readonly storyId: number;
  readonly edit: CopyEdit | "original";
  readonly story: Story;
  render(): string;
}

export interface Corpus {
  readonly pages: readonly PlannedPage[];
  readonly hosts: readonly string[];
  readonly stories: number;
}

/** Copies per copied story, drawn from this list: most have one or two, a few go round the world. */
const COPIES_OF_A_STORY = [1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7, 11, 19] as const;

interface Print {
  readonly story: Story;
  readonly edit: CopyEdit | "original";
}

function planPrints(options: CorpusOptions, random: Random): Print[] {
  const stories = Math.ceil(options.pages * options.distinctShare);
  const prints: Print[] = [];
  let copiesLeft = options.pages - stories;
  for (let id = 0; id < stories; id++) {
    const story = createStory(id, random);
    prints.push({ story, edit: "original" });
    const copies = Math.min(copiesLeft, random.pick(COPIES_OF_A_STORY));
    for (let copy = 0; copy < copies; copy++) {
      const edit = random.pick(COPY_EDITS);
      prints.push({ story: wireCopy(story, edit, random), edit });
    }
    copiesLeft -= copies;
  }
  return prints;
}

/**
 * Draws around 0 with standard deviation 1 (Box-Muller), each followed by its negative: so the median is
 * where it is meant to be, however few there are.
 */
function pairedNormals(count: number, random: Random): number[] {
  const draws: number[] = [];
  while (draws.length < count) {
    const draw = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    draws.push(draw, -draw);
  }
  return draws.slice(0, count);
}

/** Hosts in turn: a story's prints stand side by side in the plan and so come on different hosts. */
export function planCorpus(options: CorpusOptions): Corpus {
  const random = createRandom(options.seed);
  const prints = planPrints(options, random);
  const sites = pairedNormals(options.hosts, random).map((draw, index) => createSite(index, draw, random));
  const siteOf = (index: number): Site => {
    const site = sites[index % sites.length];
    if (!site) throw new RangeError("a corpus needs at least one host");
    return site;
  };
  const pages = prints.map(({ story, edit }, index): PlannedPage => {
    const site = siteOf(index);
    // A seed of its own: a page looks the same whenever it is rendered.
    const seed = options.seed + 1 + index;
    const url = site.urlOf(story, index);
    const render = (): string => renderPage({ site, story, url, random: createRandom(seed) });
    return { url, host: site.host, storyId: story.id, edit, story, render };
  });
  const stories = Math.ceil(options.pages * options.distinctShare);
  return { pages: shuffled(pages, random), hosts: sites.map(({ host }) => host), stories };
}
