/* A match report and, behind it in spirit only, the story that one site glues to another page. */
import type { Story } from "../story.ts";
import { blocks, prose } from "../story.ts";

export const HOCKEY: Story = {
  headline: "Otters claw back late, sink Millers in overtime",
  section: "Sports",
  authors: [
    {
      name: "Gus Farrant",
      bio: "Gus Farrant covers hockey and high school sports for the Courier. Reach him at the rink, third row, near the heater.",
    },
  ],
  published: "2026-11-14T23:18:00-05:00",
  body: blocks(
    prose(`
[figure 1]

DUNMORE — For nearly 57 minutes Saturday night the Tamarack Otters could not have bought a second goal with a
gift card. Then they scored three times in a little over five minutes, the last of them 2:11 into overtime,
and walked out of a stunned Mill Street Arena with a 4-3 win over the rival Dunmore Millers.

Rookie center Cal Iverson, called up on Thursday when the flu went through the second line, tied it with
eight seconds left in regulation by swatting a bouncing puck out of the air. Captain Reed Sandoval finished
it, beating two defenders to his own rebound and tucking a backhand inside the far post.

"I have played in this building for nine years and I have never heard it that quiet," Sandoval said. "It was
beautiful. I wanted to frame it."

The Millers had looked like the faster team all evening. Brothers Teddy and Owen Marsh scored 40 seconds
apart late in the first period, and when Jonas Keel made it 3-1 from the blue line early in the third, some
of the 2,864 fans were already talking about the parking lot.

Otters coach Bev Rudnick called a timeout and, by several accounts, said only one word. She declined to
repeat it. "It was encouraging," she said.

What changed was the forecheck. Tamarack sent two skaters deep on every dump-in, and the Millers, who had
killed off all five penalties to that point, began to throw the puck away. Defenseman Arlo Finch cut the lead
to one on a slap shot through traffic with 3:04 to go. Goaltender Mika Thorsby, who finished with 31 saves,
was on the bench for an extra attacker when Iverson struck.

"We stopped skating and started counting," Millers coach Dale Prewitt said. "You can't count in this league."

Thorsby had kept her team in it with a glove save on Teddy Marsh that drew applause from both benches, and a
stop in overtime, flat on her back, that she admitted afterward she had not seen.

The Otters (9-4-1) moved within a point of first place in the Upland Conference. They host Lorne Sound on
Wednesday. Dunmore (7-6-2), which has lost four in a row at home, plays at Quarry Lake on Friday.
`),
    [
      {
        image: "/wp-content/uploads/2026/11/otters-pile.jpg",
        caption: "Otters players pile onto Reed Sandoval behind the net after his overtime winner Saturday.",
        credit: "Pia Lindgrove / Valley Courier",
      },
    ],
  ),
  tags: ["Hockey", "Tamarack Otters", "Dunmore Millers"],
  comments: [
    {
      author: "section_12_row_c",
      posted: "November 14, 2026 at 11:50 pm",
      text: "Left with two minutes to go to beat the traffic. My son will not speak to me.",
    },
  ],
};

/** Unrelated to everything: the Courier's site loads it behind the harbour fire in the same document. */
export const LOST_MAP: Story = {
  headline: "Lost county map turns up in a piano bench after 61 years",
  section: "Community",
  authors: [{ name: "Posy Adair" }],
  published: "2026-11-11T16:02:00-05:00",
  body: blocks(
    prose(`
[figure 1]

The librarians of Fennimore County had long stopped looking for the 1884 survey map when a piano tuner
carried it through the front door on Tuesday, rolled up in a bath towel.

Hollis Beck had been hired to tune an upright at a farmhouse sale. The bench would not close, so he took
out the sheet music, and under a stack of hymns he found a linen map the size of a door, with every well,
orchard and one-room school marked in brown ink.

The library's own ledger shows that it was lent to a schoolteacher in the fall of 1965 and never came back.
Her granddaughter, who is selling the farm, said the family had always thought it was a tablecloth.

"We did the arithmetic on the overdue fine for fun," head librarian Constance Yao said. "It would come to a
little more than the roof. We have decided to forgive it."

The map will be cleaned over the winter and is to hang in the reading room by April. Beck was given a
library card and, at his own request, permission to tune the piano in the children's wing.
`),
    [
      {
        image: "/wp-content/uploads/2026/11/survey-map.jpg",
        caption: "Constance Yao unrolls the 1884 survey on the library's billiard table.",
        credit: "Posy Adair / Valley Courier",
      },
    ],
  ),
  tags: ["Library", "Fennimore County"],
};
