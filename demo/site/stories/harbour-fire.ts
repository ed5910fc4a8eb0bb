/*
 * The first wire story: a fire at a grain terminal, as the agency wrote it, and the copies five outlets
 * printed. Each copy is stated as what its sub-editor did to the agency's text.
 */
import type { Prose, Story } from "../story.ts";
import { blocks, curlQuotes, edit, insertAfter, prose } from "../story.ts";
import { PICTURES, VALLEY_COMMENTS } from "./harbour-fire-pictures.ts";

export const AGENCY_TEXT: Prose = prose(`
KESTREL BAY, Nov 12 (NPA) - A fire tore through the largest grain terminal in Norvale early on Thursday,
injuring at least 14 people and shutting a harbor that handles about 40% of the country's wheat exports,
officials said.

The blaze started shortly after 1 a.m. in a conveyor gallery above the east silos of the Brackwater
terminal and spread along 300 meters of covered belt before crews could reach it from the water, Fire
Commissioner Ilse Marden told reporters.

"We had flames on three levels and a gray cloud of dust that could have gone up at any moment," Marden
said. "The decision to pull everyone back to the breakwater is the reason I am not reading you a list of
names this morning."

Eleven of the injured were dock workers and three were firefighters. Two remained in serious condition with
burns at St. Aldric Medical Center, a hospital spokesperson said. About 900 residents of the neighboring
Ropewalk district were told to keep their windows shut, and two elementary schools canceled classes.

The cause was not known. Investigators from the national labor inspectorate were waiting for the steel
frame to cool before entering the gallery, where maintenance contractors had been welding on Wednesday
evening, according to a work permit seen by NPA.

Brackwater Grain and Storage, which has run the terminal since 2011, said it was cooperating with the
inquiry and that all permits for hot work had been in order. The company said roughly 62,000 tons of wheat
and barley were in the silos when the fire began, of which it expected to save more than half.

Wheat futures in Ostrand rose as much as 3.2% after the news, their biggest one-day gain since June, before
giving up some of the advance. Nine bulk carriers were waiting at the outer anchorage, four of them
chartered to load cargo for the U.S. market, harbor pilots said.

Kestrel Bay was rebuilt a decade ago under a $480 million loan program meant to turn Norvale, a country of
6 million people, into the main supplier of milling wheat to its island neighbors. Exports have since
doubled, but unions have complained that cleaning crews were cut even as more grain traveled over the same
belts.

"Dust does not care about quarterly targets," said Pell Ostrander, head of the Dockers' and Millers' Union,
who said his organization had filed two safety complaints about the gallery this year. The inspectorate
confirmed that it had received the complaints but declined to say what had come of them.

Transport Minister Amadi Rusk said ships would be diverted to the smaller port of Lorne Sound from Friday,
and that the government had "no plan and no need" to limit exports. Analysts were less certain.

"Lorne Sound can take perhaps a third of the volume," said Katrin Vollan of Saltgate Crop Research, a
consultancy. "By the second week of December somebody in the islands will be short of flour."

Officials said the western berths could reopen within five days if the quay wall was found to be sound.
`);

const AGENCY_SIGN_OFF =
  "(Reporting by Dara Quill in Kestrel Bay and Tomas Ferrick in Ostrand; Writing by Hanne Bright; Editing by Joss Merriweather)";

const TAGS = ["Norvale", "Kestrel Bay", "Grain", "Shipping"];

/** (1) The agency's full text on the agency's own site. */
export const AGENCY: Story = {
  headline: "Fire guts grain terminal in Norvale's Kestrel Bay, halting wheat exports",
  section: "World",
  authors: [{ name: "Dara Quill" }, { name: "Tomas Ferrick" }],
  credit: "Norvale Press Agency",
  published: "2026-11-12T06:40:00+01:00",
  modified: "2026-11-12T11:05:00+01:00",
  body: blocks(["[figure 1]", ...AGENCY_TEXT, AGENCY_SIGN_OFF], [PICTURES.silosAtDawn]),
  tags: TAGS,
};

const TO_UK_SPELLING: ReadonlyArray<readonly [string, string]> = [
  ["harbor", "harbour"],
  ["300 meters", "300 metres"],
  ["a gray cloud", "a grey cloud"],
  ["St. Aldric Medical Center", "St Aldric Medical Centre"],
  ["neighboring", "neighbouring"],
  ["island neighbors", "island neighbours"],
  ["two elementary schools canceled", "two primary schools cancelled"],
  ["labor inspectorate", "labour inspectorate"],
  ["62,000 tons", "62,000 tonnes"],
  ["loan program", "loan programme"],
  ["grain traveled", "grain travelled"],
  ["organization", "organisation"],
  ["1 a.m.", "1am"],
  ["the U.S. market", "the US market"],
  ["KESTREL BAY, Nov 12 (NPA) - A fire", "A fire"],
];

const UK_TEXT = edit(AGENCY_TEXT, TO_UK_SPELLING);

/** (2) Another headline, American spelling made British; version 2 carries a correction. */
export function ukCopy(version: number): Story {
  const corrected = version > 1;
  const text = corrected
    ? edit(UK_TEXT, [
        ["injuring at least 14 people", "injuring at least 11 people"],
        ["Eleven of the injured were dock workers", "Eight of the injured were dock workers"],
      ])
    : UK_TEXT;
  const story: Story = {
    headline: "Silo blaze shuts Norvale's busiest wheat harbour",
    standfirst: "Ropewalk residents told to stay indoors as dust and smoke drift over Kestrel Bay",
    section: "World news",
    authors: [],
    credit: "Norvale Press Agency",
    published: "2026-11-12T07:52:00+00:00",
    body: blocks(["[figure 1]", ...text], [PICTURES.tugAndSmoke]),
    tags: ["Norvale", "Shipping industry", "Farming"],
  };
  if (!corrected) return story;
  return {
    ...story,
    modified: "2026-11-13T09:30:00+00:00",
    correction:
      "This article was amended on 13 November 2026. An earlier version, relying on agency copy, gave the number of injured as 14. The hospital has since said that three dock workers had been counted twice.",
  };
}

const TO_LEDGER_STYLE: ReadonlyArray<readonly [string, string]> = [
  ["KESTREL BAY, Nov 12 (NPA) - ", "KESTREL BAY — "],
  ["40%", "40 percent"],
  ["3.2%", "3.2 percent"],
  ["the U.S. market", "the US market"],
  ["$480 million", "$480m"],
  ["1 a.m.", "1 am"],
  ["6 million people", "six million people"],
  ["Dockers' and Millers' Union", "Dockers’ and Millers’ Union"],
  ['at any moment," Marden said. "The decision', 'at any moment," Marden said.\n\n"The decision'],
  ["were firefighters. Two remained", "were firefighters.\n\nTwo remained"],
  ["hospital spokesperson said. About 900", "hospital spokesperson said.\n\nAbout 900"],
  ["was not known. Investigators", "was not known.\n\nInvestigators"],
  ["had been in order. The company", "had been in order.\n\nThe company"],
  ["of the advance. Nine bulk", "of the advance.\n\nNine bulk"],
  ["this year. The inspectorate", "this year.\n\nThe inspectorate"],
  ["were less certain.\n\n", "were less certain. "],
];

/** (3) House style: percent, US, curly quotation marks, other paragraphs. */
export const HOUSE_STYLE_COPY: Story = {
  headline: "Norvale Grain-Terminal Fire Shuts Port and Lifts Wheat Prices",
  section: "Commodities",
  authors: [],
  credit: "NPA",
  published: "2026-11-12T03:15:00-05:00",
  body: blocks(curlQuotes(edit(AGENCY_TEXT, TO_LEDGER_STYLE))),
  tags: ["Wheat", "Freight", "Norvale"],
};

const ISLE_WORDS = curlQuotes(edit(AGENCY_TEXT, [["KESTREL BAY, Nov 12 (NPA) - A fire", "A fire"]]));
const ISLE_TO_COMPANY = insertAfter(ISLE_WORDS, "“We had flames", ["[figure 1]"]);
const ISLE_TO_UNION = insertAfter(ISLE_TO_COMPANY, "Brackwater Grain", ["[figure 2]"]);
const ISLE_TEXT = insertAfter(ISLE_TO_UNION, "“Dust does not care", ["[figure 3]"]);

/** (4) Sign-off and dateline dropped, captions between the paragraphs. */
export const CAPTIONED_COPY: Story = {
  headline: "Kestrel Bay terminal burns; wheat ships told to wait",
  section: "Overseas",
  authors: [],
  credit: "NPA",
  published: "2026-11-12T09:10:00+00:00",
  body: blocks(ISLE_TEXT, [PICTURES.hoseCrew, PICTURES.anchorage, PICTURES.unionHall]),
  tags: [],
};

const HALF = AGENCY_TEXT.length / 2;

/** (5) Cut to the first half. */
export const CUT_COPY: Story = {
  headline: "Grain terminal fire halts Norvale wheat exports",
  section: "World",
  authors: [],
  credit: "Norvale Press Agency",
  published: "2026-11-12T08:02:00+01:00",
  body: blocks(["[figure 1]", ...AGENCY_TEXT.slice(0, HALF)], [PICTURES.silosAtDawn]),
  tags: ["Norvale", "Fire", "Exports"],
};

const VALLEY_PARAGRAPH = prose(`
In the Tamarack Valley, where the harvest ended three weeks ago, the closure was felt by breakfast. The
Dunmore growers' cooperative stopped loading its coastal train at 7 a.m. with 31 cars still empty, and
manager Lyle Benning said the elevator on Mill Street had room for only four more days of deliveries. "After
that it goes on the ground under tarps, like in my father's time," Benning said.
`);

/** (6) A paragraph of local news added near the top. */
export const LOCAL_COPY: Story = {
  headline: "Kestrel Bay fire strands Valley wheat at the dock",
  section: "Business",
  authors: [{ name: "Courier staff and wire reports" }],
  published: "2026-11-12T10:26:00-05:00",
  modified: "2026-11-12T12:41:00-05:00",
  body: blocks(
    [
      "[figure 1]",
      ...insertAfter(AGENCY_TEXT, '"We had flames', VALLEY_PARAGRAPH),
      "(Norvale Press Agency. Courier staff writer Wren Halloway contributed to this report.)",
    ],
    [PICTURES.emptyCars],
  ),
  tags: ["Agriculture", "Dunmore", "Kestrel Bay", "Railroad"],
  comments: VALLEY_COMMENTS,
};
