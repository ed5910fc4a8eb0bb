/* The harbour fire told by others in their own words: neither text may join the wire copies' cluster. */
import type { Story } from "../story.ts";
import { blocks, curlQuotes, prose } from "../story.ts";

/** A reporter's own account; it shares facts and one short quotation with the agency. */
export const INDEPENDENT_REPORT: Story = {
  headline: "Orange sky over Ropewalk: the night the Brackwater belts burned",
  standfirst:
    "From a third-floor kitchen, a bakery and the deck of a pilot boat, neighbours of Kestrel Bay's grain port watched it go.",
  section: "Coast",
  authors: [
    {
      name: "Maren Tolliver",
      bio: "Maren Tolliver has covered ports and fisheries for the Observer since 2018. She keeps a very small boat and a very large notebook.",
    },
  ],
  published: "2026-11-12T13:20:00+00:00",
  body: blocks(
    curlQuotes(
      prose(`
[figure 1]

Bettany Crewe was up already, because bakers are. She had the first trays in the oven on Caulker Street
when the shop window turned the colour of marmalade. "I thought somebody had left a lorry's headlamps on,"
she said. "Then the headlamps began to climb."

What she saw was the long conveyor bridge at the Brackwater grain terminal, the one children in Ropewalk
call the Caterpillar. By two o'clock on Thursday morning it was alight from the truck dump to the ship
loader, and Norvale's biggest wheat port had stopped working.

Nobody has died. Fourteen people were taken to St Aldric's, most of them night-shift dockers who had run
back along the gantry to wake colleagues in the control cabin. A nurse who came off duty at eight said the
burns unit had been full before the second ambulance arrived.

## Waiting for the roof

Firefighters could do little from the land side. The access road runs beneath the belts, and their
commissioner, Ilse Marden, would not send engines under a roof that was dropping bolts. So the work fell to
two tugs and a dredger, pumping sea water upwards in the dark. "A grey cloud of dust that could have gone up
at any moment" was how she put it afterwards, with soot still on her collar.

I watched the last hour from the pilot cutter Annis Gray. Its skipper, Fenn Okoro, counted the ships he
would have to turn away and ran out of fingers. The nearest of them, a blue-hulled carrier that had been
promised a berth at dawn, had already swung round to face the open sea.

## Questions by daylight

At noon the quay smelled like burnt toast. Two inspectors in white overalls stood at the foot of the tower
and looked up, and went on looking up. Dockers told me that a welding crew had been working in the gallery
until the evening shift; one man said he had smelled something sharp around ten and reported it. The
terminal's owner would say only that its papers were in order.

Up the hill, Crewe had sold everything by nine o'clock. She gave the last loaves to the crews. Asked whether
she worried about flour, she laughed and pointed at the harbour, where the wind was carrying something
fine and pale out over the water. "There it goes," she said. "That was Christmas."
`),
    ),
    [
      {
        image: "/sites/default/files/styles/wide/public/2026-11/caterpillar.jpg",
        caption: "What is left of the conveyor bridge, photographed from the pilot cutter at seven o'clock.",
        credit: "Maren Tolliver",
      },
    ],
  ),
  tags: ["Kestrel Bay", "Ports", "Ropewalk"],
};

/** A blogger's rewrite of the wire story: same facts, other sentences. */
export const BLOG_REWRITE: Story = {
  headline: "Somebody signed that permit",
  section: "Ports and other weather",
  authors: [{ name: "Old Bollard" }],
  published: "2026-11-12T21:48:00+00:00",
  body: blocks(
    prose(`
You will have seen the pictures from Kestrel Bay by now. If not: Norvale's main grain port caught fire in
the small hours, more than a dozen people ended up in hospital, and something like two fifths of the wheat
that country sells abroad has nowhere to go. I spent eleven years around elevators, so forgive me if I skip
the dramatic photographs and talk about the belt.

Everyone who has worked under a covered conveyor knows the rule. You sweep. You sweep before the shift and
after it, and if a man with a torch turns up you sweep again and then you stand next to him with a hose for an
hour after he has gone home. Grain dust is lighter than flour and hungrier than petrol. It sits on every
ledge, and it waits.

According to [the agency report](http://norvale-press.example/world/kestrel-bay-grain-terminal-fire-2026-11-12/),
contractors were welding up there the evening before. The owners say the paperwork was fine. I believe them!
The paperwork is always fine. I have signed that paperwork. It has a box for "area cleaned" and a box for
"fire watch posted", and you can tick both of them in the canteen.

What bothers me more is the union's claim that it complained twice this year about that very gallery, and
that the people whose job it is to read complaints will not tell us what they did next. That is not a secret
of state. Either somebody climbed up and had a look, or nobody did.

Two small predictions. First, the minister will find out that you cannot move a big harbour's business into a
little one by announcing it; Lorne Sound has one decent ship loader and a railway that gives up when it
snows. Second, the price of bread on the outer islands will do what it does every time, which is rise at
once and come down when the grandchildren have grown.

I hope the two who are badly burned pull through. And I hope whoever posted the fire watch, or did not, is
sleeping worse than I am tonight.
`),
  ),
  tags: ["ports", "grain", "safety", "grumbling"],
  comments: [
    {
      author: "Siltwalker",
      posted: "12 November 2026 at 22:31",
      text: "Four years on the ship loader at a place I won't name. We had one broom. One. It was chained to the supervisor's office.",
    },
    {
      author: "Tilda from the lock",
      posted: "13 November 2026 at 06:12",
      text: "The hour with the hose is the whole trick and it is the first thing they cut, because it looks like a man doing nothing.",
    },
    {
      author: "Old Bollard",
      posted: "13 November 2026 at 08:05",
      text: "@Siltwalker I may know that broom.",
    },
  ],
};
