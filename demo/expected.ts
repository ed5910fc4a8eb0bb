/*
 * What must come out of the bundled site: for every URL its outcome, its cluster, sentences that must stand
 * in the clean text and words that must not. Held against the pipeline by the end-to-end test and by the
 * demo's own final check. Sentences are given as the page prints them, white space folded.
 */
import type { OutcomeKind, RefusalRule } from "../src/core/outcome.ts";
import { COAST_OBSERVER } from "./site/outlets/coast-observer.ts";
import { HARBOUR_POST } from "./site/outlets/harbour-post.ts";
import { HOCHTAL_BOTE } from "./site/outlets/hochtal-bote.ts";
import { ISLE_GAZETTE } from "./site/outlets/isle-gazette.ts";
import { MORNING_LEDGER } from "./site/outlets/morning-ledger.ts";
import { NORVALE_PRESS } from "./site/outlets/norvale-press.ts";
import type { Outlet } from "./site/outlets/outlet.ts";
import { SALTMARSH_NOTES } from "./site/outlets/saltmarsh-notes.ts";
import { TIDEWIRE } from "./site/outlets/tidewire.ts";
import { VALLEY_COURIER } from "./site/outlets/valley-courier.ts";
import { PAGE_URLS } from "./site/urls.ts";

/** Which cluster an article belongs to; `alone`: one of its own, without any other article of the site. */
export type ClusterLabel = "harbour-fire" | "river-pact" | "alone";

export interface ExpectedText {
  /** Stand in the clean text. */
  readonly with: readonly string[];
  /** Do not: captions, sign-offs, other stories. */
  readonly without: readonly string[];
}

/** An article: its outcome is `clustered`. */
export interface ExpectedArticle extends ExpectedText {
  readonly kind: "article";
  readonly url: string;
  readonly cluster: ClusterLabel;
  /** The headline, without the outlet's name. */
  readonly title: string;
  /** BCP 47 */
  readonly language: "en" | "de";
  /** People of the byline, empty where the page names none; absent where that is a matter of taste. */
  readonly authors?: readonly string[];
  /** How datePublished begins: the day, in UTC where the page tells the time. */
  readonly published: string;
  /** What the outlet prints on every article page; none of it may be in the clean text. */
  readonly furniture: readonly string[];
  /** A removed block that must be reported: its reason and words it holds. */
  readonly removed?: { readonly reason: string; readonly text: string };
  /** What changes once the server serves version 2 under the same URL. Same article, same cluster. */
  readonly revision?: ExpectedText;
}

/**
 * Another address of an article. Whichever of the two is fetched first is `clustered`; the later one is a
 * `duplicate-url`, or already known when it is offered, where the URL rules make both one.
 */
export interface ExpectedSameArticle {
  readonly kind: "same-article";
  readonly url: string;
  readonly as: string;
  /** True where the URL rules alone join them, so that the second is never fetched. */
  readonly knownBeforeFetch: boolean;
}

/** A URL without an article. */
export interface ExpectedOther {
  readonly kind: "no-article";
  readonly url: string;
  readonly outcome: Exclude<OutcomeKind, "clustered" | "duplicate-url">;
  readonly rule?: RefusalRule;
}

export type Expected = ExpectedArticle | ExpectedSameArticle | ExpectedOther;

/** What a test states; the rest comes from the outlet and from defaults. */
interface ArticleCase extends ExpectedText {
  readonly url: string;
  readonly cluster: ClusterLabel;
  readonly title: string;
  readonly language?: "de";
  readonly authors?: readonly string[];
  readonly published: string;
  readonly removed?: { readonly reason: string; readonly text: string };
  readonly revision?: ExpectedText;
}

function article(outlet: Outlet, { language, ...stated }: ArticleCase): ExpectedArticle {
  return { kind: "article", language: language ?? "en", furniture: outlet.furniture, ...stated };
}

const FIRE_LEAD = "A fire tore through the largest grain terminal in Norvale early on Thursday";
const FIRE_END = "could reopen within five days if the quay wall was found to be sound.";
const PACT_LEAD = "The upland state of Carrow and its lowland";

const HARBOUR_FIRE: readonly ExpectedArticle[] = [
  article(NORVALE_PRESS, {
    url: PAGE_URLS.fireAgency,
    cluster: "harbour-fire",
    title: "Fire guts grain terminal in Norvale's Kestrel Bay, halting wheat exports",
    authors: ["Dara Quill", "Tomas Ferrick"],
    published: "2026-11-12",
    with: [FIRE_LEAD, "shutting a harbor that handles about 40% of the country's wheat exports", FIRE_END],
    without: ["Reporting by", "Joss Merriweather", "as seen from the fish quay", "Ines Calloway"],
  }),
  article(HARBOUR_POST, {
    url: PAGE_URLS.fireUk,
    cluster: "harbour-fire",
    title: "Silo blaze shuts Norvale's busiest wheat harbour",
    authors: [],
    published: "2026-11-12",
    with: [FIRE_LEAD, "injuring at least 14 people", "the national labour inspectorate", FIRE_END],
    without: ["A harbour tug plays water", "Ines Calloway"],
    revision: {
      with: ["injuring at least 11 people", "Eight of the injured were dock workers", FIRE_END],
      without: ["injuring at least 14 people", "A harbour tug plays water"],
    },
  }),
  article(MORNING_LEDGER, {
    url: PAGE_URLS.fireHouseStyle,
    cluster: "harbour-fire",
    title: "Norvale Grain-Terminal Fire Shuts Port and Lifts Wheat Prices",
    authors: [],
    published: "2026-11-12",
    with: [
      FIRE_LEAD,
      "“We had flames on three levels",
      "rose as much as 3.2 percent after the news",
      "the US market, harbor pilots said.",
      FIRE_END,
    ],
    without: [],
  }),
  article(ISLE_GAZETTE, {
    url: PAGE_URLS.fireCaptions,
    cluster: "harbour-fire",
    title: "Kestrel Bay terminal burns; wheat ships told to wait",
    authors: [],
    published: "2026-11-12",
    with: [FIRE_LEAD, "“Dust does not care about quarterly targets,”", "no plan and no need", FIRE_END],
    without: [
      "Weary hose crews change over",
      "Bulk carriers ride at the outer anchorage",
      "on the steps of the union hall",
    ],
  }),
  article(TIDEWIRE, {
    url: PAGE_URLS.fireCut,
    cluster: "harbour-fire",
    title: "Grain terminal fire halts Norvale wheat exports",
    authors: [],
    published: "2026-11-12",
    with: [FIRE_LEAD, "of which it expected to save more than half."],
    without: [FIRE_END, "as seen from the fish quay", "Ines Calloway"],
  }),
  article(VALLEY_COURIER, {
    url: PAGE_URLS.fireLocal,
    cluster: "harbour-fire",
    title: "Kestrel Bay fire strands Valley wheat at the dock",
    published: "2026-11-12",
    with: [FIRE_LEAD, "In the Tamarack Valley, where the harvest ended three weeks ago", FIRE_END],
    without: [
      "Empty hopper cars stand on the siding",
      "Wren Halloway",
      "piano tuner",
      "Hollis Beck",
      "Constance Yao",
      "elevator_ed",
      "one port for the whole valley crop is no plan",
    ],
    removed: { reason: "another-story", text: "carried it through the front door on Tuesday" },
  }),
];

const RIVER_PACT: readonly ExpectedArticle[] = [
  article(NORVALE_PRESS, {
    url: PAGE_URLS.pactAgency,
    cluster: "river-pact",
    title: "Carrow and Vell sign 20-year pact to share shrinking Ambry River",
    authors: ["Oona Tressider"],
    published: "2026-11-13",
    with: [
      PACT_LEAD,
      "It is a treaty between two pumps",
      "About 2.1 million people draw their drinking water from it.",
    ],
    without: ["Reporting by", "Emeric Stroud", "closed for a total of 19 weeks"],
  }),
  article(VALLEY_COURIER, {
    url: PAGE_URLS.pactCourier,
    cluster: "river-pact",
    title: "States end Ambry water fight with 20-year deal",
    authors: ["Oona Tressider"],
    published: "2026-11-13",
    with: [PACT_LEAD, "have fallen by 28 percent since 1990", "about 170 acres near Tarn Cross"],
    without: ["until you have planted a walnut tree", "dry_creek_dan"],
  }),
  article(ISLE_GAZETTE, {
    url: PAGE_URLS.pactIsle,
    cluster: "river-pact",
    title: "Ambry water deal signed at last",
    authors: [],
    published: "2026-11-14",
    with: [PACT_LEAD, "55 cubic metres a second", "are paid into a fund for canal repairs."],
    without: ["Pens down: the two commissioners"],
  }),
];

const ALONE: readonly ExpectedArticle[] = [
  article(COAST_OBSERVER, {
    url: PAGE_URLS.fireIndependent,
    cluster: "alone",
    title: "Orange sky over Ropewalk: the night the Brackwater belts burned",
    authors: ["Maren Tolliver"],
    published: "2026-11-12",
    with: ["Bettany Crewe was up already, because bakers are.", "“That was Christmas.”"],
    without: ["photographed from the pilot cutter", "a very large notebook"],
  }),
  article(SALTMARSH_NOTES, {
    url: PAGE_URLS.fireBlog,
    cluster: "alone",
    title: "Somebody signed that permit",
    authors: ["Old Bollard"],
    published: "2026-11-12",
    with: [
      "According to the agency report, contractors were welding",
      "is sleeping worse than I am tonight.",
    ],
    without: ["It was chained to the supervisor's office", "I may know that broom"],
  }),
  article(MORNING_LEDGER, {
    url: PAGE_URLS.marketsThursday,
    cluster: "alone",
    title: "Markets at the Close: Ostrand 40 Slips as Port Fire Weighs on Shippers",
    authors: ["Corin Ashby"],
    published: "2026-11-12",
    with: ["to end the session at 4,561.20", "The crown was quoted at 8.914 to the dollar"],
    without: ["MILL WHEAT"],
  }),
  article(MORNING_LEDGER, {
    url: PAGE_URLS.marketsFriday,
    cluster: "alone",
    title: "Markets at the Close: Ostrand 40 Rebounds After Soft Inflation Data",
    authors: ["Corin Ashby"],
    published: "2026-11-13",
    with: ["to end the session at 4,613.10", "The crown was quoted at 8.871 to the dollar"],
    without: ["MILL WHEAT"],
  }),
  article(HARBOUR_POST, {
    url: PAGE_URLS.opinion,
    cluster: "alone",
    title: "Let the night ferry sleep? Only if you have never needed it",
    authors: ["Isolde Pargeter"],
    published: "2026-11-10",
    with: [
      "There is a particular silence on the 01.40 to Skerrow.",
      "under the heading of what it costs to be a place.",
    ],
    without: ["nobody asked for", "For the record it seats eleven and has a heater"],
  }),
  article(VALLEY_COURIER, {
    url: PAGE_URLS.sports,
    cluster: "alone",
    title: "Otters claw back late, sink Millers in overtime",
    authors: ["Gus Farrant"],
    published: "2026-11-15",
    with: ["could not have bought a second goal with a gift card.", "plays at Quarry Lake on Friday."],
    without: ["pile onto Reed Sandoval", "third row, near the heater", "My son will not speak to me"],
  }),
  article(COAST_OBSERVER, {
    url: PAGE_URLS.digest,
    cluster: "alone",
    title: "Morning Tide: a burnt port, a shared river and some determined eels",
    authors: ["Lachlan Voss"],
    published: "2026-11-14",
    with: [
      "It is going to be bright until eleven and then it is not.",
      "spread along 300 meters of covered belt",
      "for 41 days, the longest such break on record.",
      "Volunteers found 412 glass eels",
    ],
    without: [],
  }),
  article(HOCHTAL_BOTE, {
    url: PAGE_URLS.german,
    cluster: "alone",
    title: "Seilbahn am Hirzkopf steht bis Weihnachten still",
    language: "de",
    authors: ["Almut Reisinger"],
    published: "2026-11-13",
    with: [
      "Die Kabinenbahn auf den Hirzkopf wird frühestens am 23. Dezember wieder fahren.",
      "der Aufstieg dauert ungefähr drei Stunden.",
    ],
    without: ["Leere Gondeln in der Talstation", "Veit Hammerl"],
  }),
  article(TIDEWIRE, {
    url: PAGE_URLS.eels,
    cluster: "alone",
    title: "Eels climb Ambry weir again with the help of a bristle ramp",
    authors: ["Petra Lowen"],
    published: "2026-11-11",
    with: ["Young eels have been counted above the Ambrymouth weir", "do not mind the hour."],
    without: ["Glass eels in a counting tray"],
  }),
];

const OTHERS: ReadonlyArray<ExpectedSameArticle | ExpectedOther> = [
  { kind: "same-article", url: PAGE_URLS.fireUkTracked, as: PAGE_URLS.fireUk, knownBeforeFetch: true },
  { kind: "same-article", url: PAGE_URLS.fireLocalShort, as: PAGE_URLS.fireLocal, knownBeforeFetch: false },
  { kind: "no-article", url: PAGE_URLS.sectionFront, outcome: "no-article-text" },
  { kind: "no-article", url: PAGE_URLS.pdf, outcome: "refused", rule: "unsupported-content-type" },
  { kind: "no-article", url: PAGE_URLS.notFound, outcome: "failed" },
  { kind: "no-article", url: PAGE_URLS.gone, outcome: "gone" },
  { kind: "no-article", url: PAGE_URLS.blockedByRobots, outcome: "blocked-by-robots" },
];

export const EXPECTED_ARTICLES: readonly ExpectedArticle[] = [...HARBOUR_FIRE, ...RIVER_PACT, ...ALONE];

/** One entry per URL to enqueue, in the order in which the demo offers them. */
export const EXPECTED: readonly Expected[] = [...EXPECTED_ARTICLES, ...OTHERS];

/** The articles each feed lists, newest first. */
export const EXPECTED_FEEDS: ReadonlyArray<{ readonly url: string; readonly lists: readonly string[] }> = [
  { url: PAGE_URLS.rss, lists: [PAGE_URLS.fireUk, PAGE_URLS.opinion] },
  { url: PAGE_URLS.atom, lists: [PAGE_URLS.pactAgency, PAGE_URLS.fireAgency] },
];
