/* A round-up that quotes one paragraph each from three other stories: it belongs to none of them. */
import type { Prose, Story } from "../story.ts";
import { blocks, curlQuotes, prose } from "../story.ts";
import { EELS_TEXT } from "./eels.ts";
import { AGENCY_TEXT } from "./harbour-fire.ts";
import { PACT_TEXT } from "./river-pact.ts";

/** The paragraph of a story that begins so. Throws where none does. */
function paragraphOf(text: Prose, beginning: string): string {
  const found = text.find((paragraph) => paragraph.startsWith(beginning));
  if (found === undefined) throw new Error(`no paragraph begins with "${beginning}"`);
  return found;
}

export const QUOTED_PARAGRAPHS: Prose = [
  paragraphOf(AGENCY_TEXT, "The blaze started"),
  paragraphOf(PACT_TEXT, "Flows in the Ambry"),
  paragraphOf(EELS_TEXT, "Volunteers found"),
];

const [FIRE = "", RIVER = "", EEL = ""] = QUOTED_PARAGRAPHS;

export const MORNING_TIDE: Story = {
  headline: "Morning Tide: a burnt port, a shared river and some determined eels",
  standfirst: "What our editors read this week so that you can go back to your toast. Saturday 14 November.",
  section: "Briefing",
  authors: [{ name: "Lachlan Voss" }],
  published: "2026-11-14T06:15:00+00:00",
  body: blocks(
    curlQuotes(
      prose(`
Good morning. It is going to be bright until eleven and then it is not. Here is the week in three helpings,
with thanks to the colleagues elsewhere who stayed up to write them.

## The fire

If you read only one account of Thursday's disaster, read our own, obviously. For the bare facts, this is how
the wire service told it:

${FIRE}

Since then the quay wall has been pronounced sound and the first ship is expected on Tuesday. We are told the
smell has reached the cathedral, where the choir has asked for lozenges.

## The river

A treaty is a rare thing in these parts, and one about water is rarer still. The number that stopped us in our
tracks was not in the treaty at all but lower down in the report:

${RIVER}

Our water correspondent adds that the gauging station both states are now so proud of was first proposed by her
grandfather, in a letter to this newspaper, and turned down as extravagant.

## The eels

And because nobody should start a weekend on drought and ashes, here is the paragraph we have pinned to the
office fridge:

${EEL}

That is all. The crossword is on its usual page, the tide turns at 12.52, and we shall be back on Monday with
the budget, for which we apologise in advance.
`),
    ),
  ),
  tags: ["Briefing"],
};
