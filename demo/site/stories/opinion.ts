/* An opinion piece: stands alone. */
import type { Story } from "../story.ts";
import { blocks, curlQuotes, prose } from "../story.ts";

export const NIGHT_FERRY: Story = {
  headline: "Let the night ferry sleep? Only if you have never needed it",
  standfirst: "The 01.40 to Skerrow loses money. So does the fire brigade",
  section: "Opinion",
  authors: [
    {
      name: "Isolde Pargeter",
      bio: "Isolde Pargeter is a Harbour Post columnist and the author of a book about lighthouses that nobody asked for",
    },
  ],
  published: "2026-11-10T06:00:00+00:00",
  body: blocks(
    curlQuotes(
      prose(`
There is a particular silence on the 01.40 to Skerrow. It is made of forty people pretending to be asleep so
as not to talk to one another, and I have come to think of it as one of the civilised achievements of this
coast. The transport board would like to abolish it in March.

The case is simple and, on its own terms, correct. Each crossing carries thirty-eight passengers on average and
would need ninety to pay for its fuel. The boat is older than most of its crew. Nobody, the board's report
observes with the faint puzzlement of the well rested, "appears to travel at this hour by preference".

Well, no. The woman who cleans the bank does not scrub its floors at midnight by preference. The lad
with the double bass did not choose to be born on an island with no double bass teacher. Last winter I
shared a bench with a man carrying his mother's wedding hat in a box on his knees; she was to be buried in
it at ten the next morning, and the first daylight sailing arrives at eleven.

> The value of a last boat is not in how many take it, but in how many go out because it is there

We have done these sums before. When the branch line to Quill Sands was closed, the saving was put at half a
million a year. Within ten years the surgery had gone, then the school, then the people who might have
complained. The line was never reopened, because by then, quite truthfully, nobody would have used it.

A last boat works like the light in a stairwell. It is useless to everyone who is not on the stairs.
You cannot measure it by counting feet, because what it really does is let people climb without
thinking about the fall. Take it away and they do not fall; they simply stop going up.

The board promises a "flexible, demand-responsive solution", by which it means a telephone number and a man
called Derek with a rigid inflatable. I have nothing against Derek. But I have seen that stretch of water in
February, and I have seen the hat.

Keep the boat. Charge me more for my gin in the saloon. Paint it, mend it, send it out half empty into the
dark, and put down the loss where it belongs, under the heading of what it costs to be a place.
`),
    ),
  ),
  tags: ["Ferries", "Transport policy", "Islands"],
  comments: [
    {
      author: "KeelHauled",
      posted: "5 days ago",
      text: "Lovely writing, but somebody has to pay for it, and in our parish that somebody already pays for two car parks and a bandstand.",
    },
    {
      author: "Skerrow_born",
      posted: "5 days ago",
      text: "I was born because of that boat. The midwife was on it. Thank you for this.",
    },
    {
      author: "DerekWithTheRib",
      posted: "4 days ago",
      text: "For the record it seats eleven and has a heater.",
    },
  ],
};
