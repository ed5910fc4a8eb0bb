/*
 * A daily market report, made from one template: two days of it share nearly every phrase and hardly any
 * number. They are two stories and must not be merged.
 */
import type { Story } from "../story.ts";
import { blocks, curlQuotes, prose } from "../story.ts";

/** What differs from one day to the next. Levels and changes are printed as given. */
interface MarketDay {
  readonly headline: string;
  readonly published: string;
  readonly weekday: string;
  readonly direction: "higher" | "lower";
  readonly index: { readonly points: string; readonly percent: string; readonly level: string };
  readonly midCap: { readonly percent: string; readonly level: string };
  readonly breadth: { readonly rose: number; readonly fell: number; readonly turnover: string };
  readonly why: string;
  readonly best: { readonly name: string; readonly percent: string; readonly price: string };
  readonly worst: { readonly name: string; readonly percent: string; readonly price: string };
  readonly wheat: { readonly change: string; readonly price: string };
  readonly oil: { readonly change: string; readonly price: string };
  readonly bondYield: { readonly now: string; readonly before: string };
  readonly crown: { readonly dollar: string; readonly euro: string };
  readonly ahead: string;
}

function reportText(day: MarketDay): string {
  return `
Stocks in Ostrand closed ${day.direction} on ${day.weekday}, with the Ostrand 40 index moving
${day.index.points} points, or ${day.index.percent} percent, to end the session at ${day.index.level}. The
index of medium-sized companies finished ${day.midCap.percent} percent ${day.direction} at
${day.midCap.level}.

${day.why}

Advancing shares numbered ${day.breadth.rose} and decliners ${day.breadth.fell}, while turnover on the main
board came to ${day.breadth.turnover} million crowns, exchange figures showed.

The best performer of the day was ${day.best.name}, which gained ${day.best.percent} percent to
${day.best.price} crowns. At the other end of the table ${day.worst.name} dropped ${day.worst.percent}
percent to ${day.worst.price} crowns.

In commodities, the December milling-wheat contract ${day.wheat.change} to settle at ${day.wheat.price}
crowns a ton. Crude oil for January delivery ${day.oil.change} to $${day.oil.price} a barrel.

The yield on the benchmark 10-year government bond stood at ${day.bondYield.now} percent, compared with
${day.bondYield.before} percent at the previous close. Bond prices move inversely to yields.

The crown was quoted at ${day.crown.dollar} to the dollar and ${day.crown.euro} to the euro in late trading.

${day.ahead}

Prices are as of the official close at 5:30 p.m. local time. Figures may be revised by the exchange after
settlement.
`;
}

function marketReport(day: MarketDay): Story {
  return {
    headline: day.headline,
    section: "Markets",
    authors: [{ name: "Corin Ashby" }],
    published: day.published,
    body: blocks(curlQuotes(prose(reportText(day)))),
    tags: ["Ostrand 40", "Stocks", "Bonds", "Commodities"],
  };
}

export const MARKETS_THURSDAY: Story = marketReport({
  headline: "Markets at the Close: Ostrand 40 Slips as Port Fire Weighs on Shippers",
  published: "2026-11-12T12:10:00-05:00",
  weekday: "Thursday",
  direction: "lower",
  index: { points: "38.6", percent: "0.84", level: "4,561.20" },
  midCap: { percent: "0.31", level: "9,027.75" },
  breadth: { rose: 13, fell: 26, turnover: "1,940" },
  why: `Shipping lines and food makers led the retreat after a fire closed the grain terminal at Kestrel Bay.
"People sold first and looked at the map later," said Ursel Danko, who manages equity funds at Fennick
and Daughters. Dealers said that losses were limited by bargain hunters among the banks.`,
  best: { name: "rail operator Upland Freightways", percent: "6.4", price: "71.15" },
  worst: { name: "Norvale Bulk Lines", percent: "9.7", price: "23.40" },
  wheat: { change: "climbed 2.1 percent", price: "318.50" },
  oil: { change: "eased 22 cents", price: "74.31" },
  bondYield: { now: "3.62", before: "3.58" },
  crown: { dollar: "8.914", euro: "10.352" },
  ahead: `On Friday investors will look to the statistics office, which publishes consumer prices for October,
and to third-quarter results from the department-store chain Pettibone.`,
});

export const MARKETS_FRIDAY: Story = marketReport({
  headline: "Markets at the Close: Ostrand 40 Rebounds After Soft Inflation Data",
  published: "2026-11-13T12:08:00-05:00",
  weekday: "Friday",
  direction: "higher",
  index: { points: "51.9", percent: "1.14", level: "4,613.10" },
  midCap: { percent: "0.92", level: "9,110.80" },
  breadth: { rose: 29, fell: 10, turnover: "2,215" },
  why: `Retailers and builders set the pace once figures showed that consumer prices had risen less in October
than any forecaster had expected. The central bank can now "put its umbrella away until spring," economist
Mirre Haldane of Thistledown Securities wrote to clients. Shippers recovered about a third of the previous
day's losses.`,
  best: { name: "department-store chain Pettibone", percent: "11.2", price: "48.06" },
  worst: { name: "utility Tarn Water and Power", percent: "3.5", price: "112.90" },
  wheat: { change: "gave back 0.7 percent", price: "316.25" },
  oil: { change: "added 64 cents", price: "74.95" },
  bondYield: { now: "3.49", before: "3.62" },
  crown: { dollar: "8.871", euro: "10.297" },
  ahead: `No company results are due on Monday. Minutes of the central bank's last meeting follow on Tuesday
afternoon.`,
});

/** For subscribers: robots.txt forbids it, so no crawler should ever see this text. */
export const SUBSCRIBERS_ONLY: Story = {
  headline: "Who Pays When a Silo Burns: A Reader's Guide to Cargo Cover",
  section: "Analysis",
  authors: [{ name: "Corin Ashby" }],
  published: "2026-11-13T06:00:00-05:00",
  body: blocks(
    curlQuotes(
      prose(`
Three parties own the wheat in a terminal on any given night, and on the night of a fire each of them hopes
it was one of the other two. The farmer has been paid, usually. The exporter has not, usually. The
terminal has a lien on everything and a duty of care for all of it.

Cargo policies written in Ostrand follow the bill of lading, which means that grain in a silo is, for a few
days, covered by nobody's first choice. Underwriters call the gap "the landing" and price it at about a
ninth of the ocean premium.

Expect the argument to turn on one clause: whether loading had begun. A ship loader that had swung out
over an empty hold is, by the case law of the last forty years, both proof that it had and proof that it
had not.
`),
    ),
  ),
  tags: ["Insurance", "Freight"],
};
