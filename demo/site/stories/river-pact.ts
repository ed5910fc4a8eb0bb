/* The second wire story, a treaty about a river, in three copies with different edits. */
import type { Prose, Story } from "../story.ts";
import { blocks, curlQuotes, edit, insertAfter, prose } from "../story.ts";

export const PACT_TEXT: Prose = prose(`
ARDENMOOR, Nov 13 (NPA) - The upland state of Carrow and its lowland neighbor Vell signed an agreement on
Friday to share the water of the Ambry River for the next 20 years, ending a dispute that had twice shut the
sluices at Tarn Cross and left orchards dry.

Under the deal, Carrow will let through at least 55 cubic meters a second between April and September,
measured at a new gauging station that both sides will own. In return Vell will pay for the lining of 130
kilometers of leaking canals upstream and give up its claim to the Orrin reservoir.

"Neither of us got the river we remember," Carrow's water commissioner, Bettine Aldous, said after the
ceremony in a former pumping house. "We got the river that is actually there, and we divided that."

Flows in the Ambry have fallen by 28% since 1990, according to the basin's joint hydrological service, as
snow in the Greyback range melts earlier and the irrigated area in both states has grown. Last summer the
river stopped short of its delta for 41 days, the longest such break on record.

Talks had collapsed in March after Vell's farm lobby blocked a draft that set fixed volumes whatever the
weather. Negotiators then turned to a sliding scale: in a dry year both states lose the same share, and a
third party, the lock town of Ambrymouth, is guaranteed enough to keep its barges moving.

Farmers gave the agreement a guarded welcome. "On paper I lose one watering in six," said Joran Pike, who
grows apricots on 70 hectares near Tarn Cross. "In practice I have lost three in six these past two years.
So I will take the paper."

Environmental groups said the guaranteed flow was too small to bring back the delta's reed beds, which have
shrunk to a fifth of the area they covered in the 1970s. "It is a treaty between two pumps," said Salla Wynn
of the Ambry Delta Trust, which had asked for 70 cubic meters a second.

The pact must still be ratified by both state assemblies. Vell is expected to vote before the end of the
year; in Carrow, where the opposition Smallholders' League holds a third of the seats, debate could run into
February. A clause lets either side withdraw after seven years, with two years' notice.

An arbitration panel of five engineers, two from each state and one from outside the basin, will settle
disputes over measurements within 30 days. Penalties for short deliveries start at $2 million a month and
are paid into a fund for canal repairs.

The Ambry rises in the Greyback glaciers and runs 640 kilometers to the sea, passing through no other
country. About 2.1 million people draw their drinking water from it.
`);

const PACT_SIGN_OFF = "(Reporting by Oona Tressider in Ardenmoor; Editing by Joss Merriweather)";

export const PACT_AGENCY: Story = {
  headline: "Carrow and Vell sign 20-year pact to share shrinking Ambry River",
  section: "Environment",
  authors: [{ name: "Oona Tressider" }],
  credit: "Norvale Press Agency",
  published: "2026-11-13T15:12:00+01:00",
  body: blocks(
    ["[figure 1]", ...PACT_TEXT, PACT_SIGN_OFF],
    [
      {
        image: "/media/2026/11/tarn-cross-sluices.jpg",
        caption:
          "The sluices at Tarn Cross, which were closed for a total of 19 weeks during the dispute, pictured in October 2026.",
        credit: "Emeric Stroud/NPA",
      },
    ],
  ),
  tags: ["Carrow", "Vell", "Water", "Climate"],
};

const TO_COURIER_STYLE: ReadonlyArray<readonly [string, string]> = [
  ["ARDENMOOR, Nov 13 (NPA) - ", "ARDENMOOR (NPA) — "],
  ["28%", "28 percent"],
  ["an agreement on Friday to share", "an agreement Friday to share"],
  ['"Neither of us got the river we remember," Carrow', "Carrow"],
  [
    'said after the ceremony in a former pumping house. "We got the river that is actually there, and we divided that."',
    'said neither side got the river it remembered. "We got the river that is actually there, and we divided that," she said after the ceremony in a former pumping house.',
  ],
  ["70 hectares near Tarn Cross", "about 170 acres near Tarn Cross"],
];

/** Dateline and measures in the Courier's style, one quotation turned round, the critics' paragraph cut. */
export const PACT_COURIER: Story = {
  headline: "States end Ambry water fight with 20-year deal",
  section: "State",
  authors: [{ name: "Oona Tressider" }],
  credit: "Norvale Press Agency",
  published: "2026-11-13T11:05:00-05:00",
  body: blocks(
    edit(PACT_TEXT, TO_COURIER_STYLE).filter((paragraph) => !paragraph.startsWith("Environmental groups")),
  ),
  tags: ["Water", "Irrigation", "Ambry River"],
  comments: [
    {
      author: "dry_creek_dan",
      posted: "November 13, 2026 at 2:20 pm",
      text: "Twenty years sounds long until you have planted a walnut tree.",
    },
    {
      author: "R. Ostby",
      posted: "November 13, 2026 at 4:48 pm",
      text: "Notice who is not at the table: anybody who fishes.",
    },
  ],
};

const TO_ISLE_STYLE: ReadonlyArray<readonly [string, string]> = [
  ["ARDENMOOR, Nov 13 (NPA) - The upland state", "The upland state"],
  ["lowland neighbor", "lowland neighbour"],
  ["the Ambry River for", "the River Ambry for"],
  ["cubic meters", "cubic metres"],
  ["kilometers", "kilometres"],
  ["28%", "28 per cent"],
];

/** British spelling, the history of the talks and the closing background left out, a caption between. */
const PACT_ISLE_TEXT = curlQuotes(edit(PACT_TEXT, TO_ISLE_STYLE)).filter(
  (paragraph) => !paragraph.startsWith("Talks had collapsed") && !paragraph.startsWith("The Ambry rises"),
);

export const PACT_ISLE: Story = {
  headline: "Ambry water deal signed at last",
  section: "Overseas",
  authors: [],
  credit: "NPA",
  published: "2026-11-14T08:30:00+00:00",
  body: blocks(insertAfter(PACT_ISLE_TEXT, "Flows in the Ambry", ["[figure 1]"]), [
    {
      image: "/pics/20431a.jpg",
      caption: "Pens down: the two commissioners change seats for the cameras at Ardenmoor.",
    },
  ]),
  tags: [],
};
