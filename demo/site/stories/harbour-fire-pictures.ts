/* Pictures and readers' comments that go with the harbour fire. The pictures' files do not exist. */
import type { Comment, Figure } from "../story.ts";

export const PICTURES = {
  silosAtDawn: {
    image: "/media/2026/11/brackwater-silos-dawn.jpg",
    caption:
      "Smoke hangs over the east silos of the Brackwater terminal as seen from the fish quay at first light, November 12, 2026.",
    credit: "Ines Calloway/NPA",
  },
  tugAndSmoke: {
    image: "/img/media/5f0c2/brackwater-tug.jpg",
    caption: "A harbour tug plays water on the covered conveyor of the grain terminal.",
    credit: "Photograph: Ines Calloway/NPA",
  },
  hoseCrew: {
    image: "/pics/20418a.jpg",
    caption: "Weary hose crews change over on the Brackwater breakwater shortly before sunrise.",
  },
  anchorage: {
    image: "/pics/20418b.jpg",
    caption: "Bulk carriers ride at the outer anchorage, waiting for a berth that may not open this week.",
  },
  unionHall: {
    image: "/pics/20418c.jpg",
    caption: "Pell Ostrander takes questions on the steps of the union hall in Caulker Street.",
  },
  emptyCars: {
    image: "/wp-content/uploads/2026/11/dunmore-hopper-cars.jpg",
    caption: "Empty hopper cars stand on the siding below the Dunmore elevator Thursday morning.",
    credit: "Wren Halloway / Valley Courier",
  },
} as const satisfies Record<string, Figure>;

export const VALLEY_COMMENTS: readonly Comment[] = [
  {
    author: "elevator_ed",
    posted: "November 12, 2026 at 11:02 am",
    text: "Been saying since spring that one port for the whole valley crop is no plan at all. Where is the Lorne Sound spur they promised us?",
  },
  {
    author: "Marguerite P.",
    posted: "November 12, 2026 at 11:40 am",
    text: "Thinking of the crews. My cousin drives engine six down there and she has not slept since Tuesday.",
  },
  {
    author: "notyourmiller",
    posted: "November 12, 2026 at 1:15 pm",
    text: "Price at the scale went up nine cents before lunch and I bet none of it reaches the people who grew it.",
  },
];
