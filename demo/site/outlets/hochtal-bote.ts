/* A German regional daily: BEM classes, JSON-LD, a long consent notice, a plus subscription, reader services. */
import { dateParts } from "../dates.ts";
import { each, escapeHtml, inline, jsonLd, plain, slug } from "../html.ts";
import type { ArticlePage, Block, Story } from "../story.ts";
import { leadOf } from "../story.ts";
import type { Outlet, Teaser } from "./outlet.ts";

const HOST = "hochtal-bote.example";
const RESSORTS: ReadonlyArray<readonly [string, readonly string[]]> = [
  ["Region", ["Oberwinkel", "Kesselbach", "Steinried", "Markt Lohen", "Hintertal", "Polizeibericht"]],
  ["Politik", ["Gemeinden", "Land", "Ausland", "Wahlen"]],
  ["Wirtschaft", ["Handwerk", "Landwirtschaft", "Tourismus", "Verbraucher"]],
  ["Sport", ["Ski alpin", "Eisstock", "Fußball", "Tabellen"]],
  ["Kultur", ["Blasmusik", "Theater", "Kino", "Bücher"]],
  ["Leben", ["Rezepte", "Garten", "Gesundheit", "Tiere", "Wandern"]],
  ["Service", ["Traueranzeigen", "Stellenmarkt", "Immobilien", "Notdienste", "E-Paper", "Abo"]],
];

const MEHR: readonly Teaser[] = [
  {
    headline: "Kuh blockiert Tunnel: Wanderer müssen umkehren",
    path: "/region/kuh-blockiert-tunnel-8790.html",
    summary: "Erst ein Sack Äpfel brachte die Wende.",
  },
  {
    headline: "Musikkapelle sucht Proberaum mit dicken Wänden",
    path: "/kultur/musikkapelle-proberaum-8784.html",
    summary: "Die Nachbarn haben Geduld, aber nicht ewig.",
  },
  {
    headline: "Bäckerei in Steinried schließt nach 112 Jahren",
    path: "/wirtschaft/baeckerei-steinried-8779.html",
    summary: "Ein Nachfolger fand sich nicht.",
  },
  {
    headline: "Neue Loipe: Freiwillige roden sieben Hektar Gebüsch",
    path: "/sport/neue-loipe-8775.html",
    summary: "Im Dezember soll gespurt werden.",
  },
  {
    headline: "So wird der Apfelstrudel nicht matschig",
    path: "/leben/apfelstrudel-8771.html",
    summary: "Drei Tricks aus Hintertal.",
  },
  {
    headline: "Gemeinderat streitet über eine Bank mit Aussicht",
    path: "/region/bank-mit-aussicht-8768.html",
    summary: "Am Ende stand es sieben zu sechs.",
  },
  {
    headline: "Polizei findet gestohlenen Maibaum in Scheune",
    path: "/region/maibaum-scheune-8762.html",
    summary: "Gelöst wurde der Fall mit Freibier.",
  },
];

const CSS = [
  ":root{--rot:#9d1c20;--grau:#555;--linie:#ddd}body{margin:0;font-family:'Bote Sans',Arial,sans-serif;color:#1d1d1b}",
  ".header{border-bottom:4px solid var(--rot)}.header__logo{font:700 2.6rem 'Bote Fraktur',serif;text-align:center;padding:1rem}",
  ".navigation__list{display:flex;list-style:none;gap:1.5rem;margin:0;padding:.75rem 1.5rem;background:#f6f6f4}",
  ".navigation__sub{display:none;position:absolute;background:#fff;border:1px solid var(--linie);padding:1rem}.navigation__item:hover .navigation__sub{display:block}",
  ".artikel{max-width:43rem;margin:2rem auto}.artikel__titel{font:700 2.2rem/1.2 'Bote Serif',Georgia,serif}.artikel__vorspann{font-weight:700;font-size:1.1rem}",
  ".artikel__text p{font:1.1rem/1.6 'Bote Serif',Georgia,serif;margin:0 0 1.2rem}.artikel__bild figcaption{font-size:.8rem;color:var(--grau)}",
  ".anzeige{background:#f2f2f2;text-align:center;padding:1rem;margin:1.5rem 0}.anzeige__kennung{font-size:.7rem;color:#888;text-transform:uppercase}",
  ".abo-box{border:2px solid var(--rot);padding:1.25rem;margin:2rem 0}.abo-box__knopf{background:var(--rot);color:#fff;padding:.6rem 1.2rem}",
  ".teaser{border-top:1px solid var(--linie);padding:1rem 0}.teaser__titel{font-weight:700}.teaser__text{font-size:.9rem;color:var(--grau)}",
  ".einwilligung{position:fixed;inset:auto 0 0;background:#fff;box-shadow:0 -4px 20px rgba(0,0,0,.25);padding:1.5rem 3rem;max-height:60vh;overflow:auto}",
  ".fuss{background:#1d1d1b;color:#ccc;padding:2rem}.fuss__spalten{display:grid;grid-template-columns:repeat(7,1fr);gap:1.5rem}",
].join("");

const SCRIPT = `window.boteConfig={seitentyp:"artikel",ressort:"region",abo:{status:"gast",freieArtikel:3},werbung:{zone:"region-artikel",plaetze:["billboard","content-1","content-2","skyscraper"]},consent:{cmpId:318,version:"2.2",zwecke:[1,2,3,4,7,9,10]}};(function(f,d){f.boteQ=f.boteQ||[];f.bote=function(){f.boteQ.push([].slice.call(arguments))};bote("seite","aufruf");var s=d.createElement("script");s.src="/assets/bote.min.js?v=77";s.defer=true;d.head.appendChild(s);d.addEventListener("visibilitychange",function(){bote("seite",d.hidden?"weg":"da")})})(window,document);`;

const ZWECKE = [
  "Informationen auf einem Gerät speichern und abrufen",
  "Anzeigen auswählen und ihre Leistung messen",
  "Nutzungsprofile für Inhalte erstellen",
  "Reichweite mit Hilfe von Marktforschung bestimmen",
  "Angebote entwickeln und verbessern",
];

function head({ url, story }: ArticlePage): string {
  const description = plain(story.standfirst ?? leadOf(story));
  return `<head><meta charset="utf-8"><title>${escapeHtml(story.headline)} | Hochtal-Bote</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="${description}"><meta name="date" content="${story.published}">
<meta property="og:title" content="${escapeHtml(story.headline)}"><meta property="og:type" content="article"><meta property="og:locale" content="de_DE"><meta property="og:site_name" content="Hochtal-Bote"><meta property="og:url" content="${url}">
<link rel="canonical" href="${url}">
${jsonLd({ "@context": "https://schema.org", "@type": "NewsArticle", headline: story.headline, description: story.standfirst, datePublished: story.published, dateModified: story.modified ?? story.published, inLanguage: "de", articleSection: story.section, mainEntityOfPage: url, isAccessibleForFree: true, author: story.authors.map(({ name }) => ({ "@type": "Person", name })), publisher: { "@type": "Organization", name: "Hochtal-Bote", logo: { "@type": "ImageObject", url: `http://${HOST}/assets/logo.png` } } })}
<style>${CSS}</style><script>${SCRIPT}</script></head>`;
}

function siteHeader(): string {
  return `<div class="einwilligung" role="dialog" aria-labelledby="cmp-titel"><h2 id="cmp-titel" class="einwilligung__titel">Ihre Privatsphäre in unseren Händen</h2><p class="einwilligung__text">Wir und unsere 128 Partner verarbeiten personenbezogene Daten, zum Beispiel Ihre IP-Nummer, mit Hilfe von Technologien wie Cookies. Mit einem Klick auf „Zustimmen“ willigen Sie ein; Sie können das jederzeit in den Einstellungen widerrufen.</p><ul class="einwilligung__zwecke">${each(ZWECKE, (zweck) => `<li>${zweck}</li>`)}</ul><button>Zustimmen</button><button>Einstellungen</button><a href="/abo/pur">Werbefrei lesen mit dem Pur-Abo</a></div>
<header class="header"><div class="header__meta"><a href="/wetter">Oberwinkel 4 °C, Schneeregen</a> <a href="/epaper">E-Paper</a> <a href="/anmelden">Anmelden</a></div><div class="header__logo"><a href="/">Hochtal-Bote</a></div>
<nav class="navigation" aria-label="Hauptmenü"><ul class="navigation__list">${each(RESSORTS, ([name, rubriken]) => `<li class="navigation__item"><a class="navigation__link" href="/${slug(name)}/">${name}</a><ul class="navigation__sub">${each(rubriken, (rubrik) => `<li><a class="navigation__sublink" href="/${slug(name)}/${slug(rubrik)}/">${rubrik}</a></li>`)}</ul></li>`)}</ul></nav></header>`;
}

function bodyBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p class="artikel__absatz">${inline(block.text)}</p>`;
    case "subheading":
      return `<h2 class="artikel__zwischentitel">${escapeHtml(block.text)}</h2>`;
    case "pull-quote":
      return `<blockquote class="artikel__zitat">${escapeHtml(block.text)}</blockquote>`;
    case "figure":
      return `<figure class="artikel__bild"><img src="${block.figure.image}" alt="" width="960" height="540"><figcaption class="artikel__bildtext">${escapeHtml(block.figure.caption)} <span class="artikel__bildquelle">${escapeHtml(block.figure.credit ?? "")}</span></figcaption></figure>`;
    default:
      return block satisfies never;
  }
}

const ANZEIGE = `<div class="anzeige"><span class="anzeige__kennung">Anzeige</span><div id="content-1" data-zone="region-artikel"></div></div>`;
const LESEN_SIE_AUCH = `<div class="teaser teaser--inline"><span class="teaser__dachzeile">Lesen Sie auch</span><a class="teaser__titel" href="/wirtschaft/baeckerei-steinried-8779.html">Bäckerei in Steinried schließt nach 112 Jahren</a></div>`;

/** After which blocks of the body the advertisement and the link to another story stand. */
const ANZEIGE_AFTER = 2;
const LESEN_SIE_AUCH_AFTER = 5;

function articleEnd(story: Story): string {
  return `<div class="teilen"><span>Artikel teilen:</span>${each(["E-Mail", "Drucken", "Merken", "Link kopieren"], (name) => `<a class="teilen__knopf" href="/teilen/${slug(name)}">${name}</a>`)}</div>
<ul class="schlagworte">${each(story.tags, (tag) => `<li><a href="/thema/${slug(tag)}">${escapeHtml(tag)}</a></li>`)}</ul>
<div class="abo-box"><h3 class="abo-box__titel">Bote plus: Das Tal in Ihrer Tasche</h3><p class="abo-box__text">Lesen Sie im ersten Monat alles für einen Euro und danach für den Preis von zwei Brezen in der Woche. Jederzeit kündbar.</p><a class="abo-box__knopf" href="/abo">Jetzt testen</a></div>
<form class="newsletter"><h3>Der Morgen im Hochtal</h3><p>Unser kostenloser Rundbrief bringt Ihnen werktags um sechs die wichtigsten Nachrichten, samt Lawinenlage.</p><input type="email" placeholder="Ihre E-Mail-Adresse"><button>Anmelden</button></form>`;
}

function article({ story }: ArticlePage): string {
  const { day, monthNameGerman, year, clock } = dateParts(story.published);
  const names = story.authors
    .map(({ name }) => `<a href="/autoren/${slug(name)}" rel="author">${escapeHtml(name)}</a>`)
    .join(" und ");
  const body = each(
    story.body,
    (block, index) =>
      bodyBlock(block) +
      (index === ANZEIGE_AFTER ? ANZEIGE : index === LESEN_SIE_AUCH_AFTER ? LESEN_SIE_AUCH : ""),
  );
  return `<main><nav class="brotkrumen"><a href="/">Startseite</a> › <a href="/${slug(story.section)}/">${escapeHtml(story.section)}</a></nav><article class="artikel"><h1 class="artikel__titel">${escapeHtml(story.headline)}</h1><p class="artikel__vorspann">${escapeHtml(story.standfirst ?? "")}</p>
<div class="artikel__daten">Von ${names} <time datetime="${story.published}">${day}. ${monthNameGerman} ${year}, ${clock} Uhr</time> <span>Lesedauer: 2 Min.</span></div>
<div class="artikel__text">
${body}
</div>${articleEnd(story)}</article>
<section class="mehr"><h2 class="mehr__titel">Das könnte Sie auch interessieren</h2>${each(MEHR, ({ headline, path, summary }) => `<div class="teaser"><a class="teaser__titel" href="${path}">${escapeHtml(headline)}</a><p class="teaser__text">${escapeHtml(summary ?? "")}</p></div>`)}</section>
<section class="meistgelesen"><h2>Meistgelesen</h2><ol>${each([...MEHR].reverse(), ({ headline, path }) => `<li><a href="${path}">${escapeHtml(headline)}</a></li>`)}</ol></section></main>`;
}

function renderArticle(page: ArticlePage): string {
  return `<!DOCTYPE html>
<html lang="de">${head(page)}
<body>${siteHeader()}
<div class="anzeige anzeige--billboard"><span class="anzeige__kennung">Anzeige</span><div id="billboard"></div></div>
${article(page)}
<footer class="fuss"><div class="fuss__spalten">${each(RESSORTS, ([name, rubriken]) => `<div class="fuss__spalte"><strong>${name}</strong>${each(rubriken, (rubrik) => `<a class="fuss__link" href="/${slug(name)}/${slug(rubrik)}/">${rubrik}</a>`)}</div>`)}</div><p class="fuss__recht"><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a> <a href="/agb">AGB</a> © 2026 Verlag Hochtal-Bote. Nachdruck nur mit freundlicher Genehmigung und einer Flasche Enzian.</p></footer></body></html>`;
}

export const HOCHTAL_BOTE: Outlet = {
  host: HOST,
  name: "Hochtal-Bote",
  contentType: "text/html; charset=utf-8",
  robotsTxt: "User-agent: *\nDisallow: /anmelden\nDisallow: /teilen/\n",
  renderArticle,
  furniture: [
    "Wir und unsere 128 Partner verarbeiten personenbezogene Daten",
    "Bäckerei in Steinried schließt nach 112 Jahren",
    "Kuh blockiert Tunnel",
    "Bote plus: Das Tal in Ihrer Tasche",
    "Unser kostenloser Rundbrief bringt Ihnen",
    "einer Flasche Enzian",
  ],
};
