/* A science story: stands alone, though one paragraph of it is quoted by the digest. */
import type { Prose, Story } from "../story.ts";
import { blocks, prose } from "../story.ts";

export const EELS_TEXT: Prose = prose(`
Young eels have been counted above the Ambrymouth weir for the first time in 34 years, after engineers
replaced a concrete apron with a ramp covered in something very like a doormat.

Volunteers found 412 glass eels, each about as long as a finger, in a single night's trap on the upstream
side of the weir, the Fennimore Institute of Inland Waters said. Until now the best count since the barrage
was closed had been zero, a number the institute reports it had grown tired of typing.

The ramp is 11 metres long and cost less than the sign that explains it. Its bristles hold a film of water
just deep enough for a small eel to wriggle through, while larger fish that might eat it cannot get a grip.
Similar designs are common elsewhere, but the Ambry's silt had clogged three earlier attempts within a
season.

"Everybody wanted a clever solution with sensors," said Dr Yusra Kettle, who led the project. "What we needed
was a brush that a person with a hose can clean in ten minutes on a Sunday."

Her team tagged 60 of the animals with a dab of harmless dye. Nineteen were seen again three kilometres
upstream within a week, which suggests that the climb had not worn them out. Whether enough will survive to
return to the ocean, a journey that begins after as many as fifteen years in fresh water, is a question the
present researchers expect to leave to their successors.

The count comes as the two states along the river argue over how much water must be left in it. Eels need
little, Dr Kettle said, but they need it in April, at night, and without interruption: "They are small
customers, but they do not accept substitutes."

A second ramp is planned at Tarn Cross next autumn. The institute is looking for volunteers who own
waders and do not mind the hour.
`);

export const EELS: Story = {
  headline: "Eels climb Ambry weir again with the help of a bristle ramp",
  section: "Science",
  authors: [{ name: "Petra Lowen" }],
  published: "2026-11-11T17:30:00+01:00",
  body: blocks(
    ["[figure 1]", ...EELS_TEXT],
    [
      {
        image: "/img/2026/11/glass-eels.jpg",
        caption: "Glass eels in a counting tray beside the new ramp.",
        credit: "Fennimore Institute",
      },
    ],
  ),
  tags: ["Rivers", "Fish", "Ambry"],
};
