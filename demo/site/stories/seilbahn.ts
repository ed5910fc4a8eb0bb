/* A German news story: stands alone. */
import type { Story } from "../story.ts";
import { blocks, prose } from "../story.ts";

export const SEILBAHN: Story = {
  headline: "Seilbahn am Hirzkopf steht bis Weihnachten still",
  standfirst:
    "Bei der Herbstrevision haben Techniker einen Schaden am Tragseil entdeckt. Für die Wirte im Tal kommt die Nachricht zur Unzeit.",
  section: "Region",
  authors: [{ name: "Almut Reisinger" }],
  published: "2026-11-13T17:45:00+01:00",
  body: blocks(
    prose(`
[figure 1]

Die Kabinenbahn auf den Hirzkopf wird frühestens am 23. Dezember wieder fahren. Das hat die Betreiberin, die
Bergbahnen Oberwinkel, am Freitag mitgeteilt. Bei der jährlichen Revision hatten Prüfer in der vergangenen
Woche zwei gebrochene Drähte im talseitigen Tragseil gefunden.

Eine Gefahr für Fahrgäste habe zu keinem Zeitpunkt bestanden, sagte Betriebsleiter Korbinian Laufer. Ein Seil
dieser Bauart bestehe aus mehr als 140 einzelnen Drähten, und erst bei deutlich größeren Schäden müsse der
Betrieb nach den Vorschriften sofort enden. "Wir hätten weiterfahren dürfen. Wir wollten aber nicht mitten
in den Ferien darüber diskutieren."

Das neue Seil ist 2.360 Meter lang, wiegt rund 41 Tonnen und wird in einem Stück geliefert. Weil die Straße
nach Oberwinkel für den Schwertransport zu schmal ist, soll die Trommel nachts auf zwei Fahrgestelle verteilt
und im Schritttempo durch das Dorf gezogen werden. Dafür muss am Lindenplatz ein Brunnen aus dem 18.
Jahrhundert für drei Tage weichen.

## Sorge um das Vorgeschäft

Im Tal rechnet man mit spürbaren Einbußen. Die Adventswochenenden hätten zuletzt fast ein Fünftel des
Winterumsatzes gebracht, heißt es beim Gastgewerbeverein. "Wer die Aussicht nicht bekommt, bleibt auch nicht zum
Essen", sagte Vorsitzende Gundula Speckbacher, die an der Talstation ein Wirtshaus mit 80 Plätzen führt.
Drei Betriebe haben bereits angekündigt, erst zu den Feiertagen zu öffnen.

Die Gemeinde will den Ausfall mit einem Pendelbus zur Rodelbahn am Kesselbach abfedern. Bürgermeister Ruprecht
Einöder sprach von einer "Lösung für Leute mit guter Laune". Die Kosten von etwa 60.000 Euro teilen sich Ort
und Bergbahnen.

Kritik kam von der Bürgerliste, die seit Jahren einen Neubau auf der Südseite fordert. Das jetzige Gebäude
stammt aus dem Jahr 1968 und gilt als schwer zu sanieren. Ein Gutachten über den Standort soll im Februar
vorliegen, sein Erscheinen wurde allerdings schon zweimal verschoben.

Inhaber von Saisonkarten erhalten nach Angaben des Unternehmens einen Gutschein über 15 Prozent des
Kaufpreises. Die Berghütte bleibt zu Fuß erreichbar; der Aufstieg dauert ungefähr drei Stunden.
`),
    [
      {
        image: "/bilder/2026/11/hirzkopf-talstation.jpg",
        caption: "Leere Gondeln in der Talstation: Am Hirzkopf ruht der Betrieb für mindestens sechs Wochen.",
        credit: "Foto: Veit Hammerl",
      },
    ],
  ),
  tags: ["Oberwinkel", "Bergbahnen", "Tourismus"],
};
