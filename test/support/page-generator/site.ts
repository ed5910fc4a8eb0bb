/* One outlet: its host, its habits, and the navigation and styles that all its pages share. */
import type { Random } from "../simulator/random.ts";
import { stylesheet } from "./assets.ts";
import { slug } from "./html.ts";
import { placeName, type Story } from "./story.ts";
import { createTheme, type Theme } from "./theme.ts";
import { ADJECTIVES, NOUNS, PAPER_NAMES, TOPICS } from "./vocabulary.ts";

export interface MenuColumn {
  readonly title: string;
  readonly entries: readonly string[];
}

export interface Site {
  readonly host: string;
  readonly name: string;
  readonly theme: Theme;
  readonly menu: readonly MenuColumn[];
  /** Characters of a usual page of this site. */
  readonly pageSize: number;
  readonly styles: string;
  readonly linkTracking: boolean;
  urlOf(story: Story, index: number): string;
}

/** Median and spread (log-normal) of 374 real news pages: a tenth is below 51 kB, a tenth above 452 kB. */
const MEDIAN_PAGE_SIZE = 150_000;
const PAGE_SIZE_SPREAD = 0.8;
const LEAST_PAGE_SIZE = 48_000;
const LARGEST_PAGE_SIZE = 700_000;
/** Real pages hold 80 to 290 links; most of them stand in menus. */
const LEAST_MENU_COLUMNS = 5;
const MORE_MENU_COLUMNS = 9;
const MENU_ENTRIES = 14;
const STYLE_SHARE = 0.12;
const TRACKING_SHARE = 0.6;
const IDS = 9_000_000;

function createMenu(random: Random): MenuColumn[] {
  const columns = LEAST_MENU_COLUMNS + random.below(MORE_MENU_COLUMNS);
  const label = (): string =>
    random.next() < 0.5
      ? random.pick(TOPICS)
      : `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`.replace(/^./, (first) => first.toUpperCase());
  return Array.from({ length: columns }, () => ({
    title: random.pick(TOPICS),
    entries: Array.from({ length: MENU_ENTRIES }, label),
  }));
}

function urlShape(theme: Theme, host: string): Site["urlOf"] {
  return ({ headline, section, publishedAt }, index) => {
    const [year, month, day] = new Date(publishedAt).toISOString().slice(0, 10).split("-");
    const number = IDS + index;
    switch (theme.name) {
      case "blog":
        return `http://${host}/${year}/${month}/${day}/${slug(headline)}-${number}/`;
      case "legacy":
        return `http://${host}/artikel.php?id=${number}`;
      default:
        return `http://${host}/${slug(section)}/${slug(headline)}-${number}.html`;
    }
  };
}

/**
 * @param sizeDraw from a normal distribution around 0 with standard deviation 1: how large the site's pages are
 */
export function createSite(index: number, sizeDraw: number, random: Random): Site {
  const theme = createTheme(index, random);
  const name = `${placeName(random)} ${random.pick(PAPER_NAMES)}`;
  // The index keeps two papers of one name apart.
  const host = `${index % 3 === 0 ? "www." : ""}${slug(name)}-${index}.example`;
  const drawn = MEDIAN_PAGE_SIZE * Math.exp(PAGE_SIZE_SPREAD * sizeDraw);
  const pageSize = Math.round(Math.min(Math.max(drawn, LEAST_PAGE_SIZE), LARGEST_PAGE_SIZE));
  return {
    host,
    name,
    theme,
    menu: createMenu(random),
    pageSize,
    styles: stylesheet(pageSize * STYLE_SHARE, theme, random),
    linkTracking: random.next() < TRACKING_SHARE,
    urlOf: urlShape(theme, host),
  };
}
