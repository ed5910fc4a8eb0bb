/*
 * Reports about cookies, consent, paywalls and commissions are no notices of the house, wherever in a short text the
 * sentence stands; notices beside them still go.
 */
import { describe, expect, it } from "vitest";
import { article, pageOf, paragraphs } from "./pages.ts";

interface Report {
  readonly what: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly lang?: string;
}

const REPORTS: readonly Report[] = [
  {
    what: "the lead of a report about cookies",
    title: "Court fines travel portal",
    texts: [
      "A travel portal that uses cookies before its visitors agree must pay nine thousand crowns, the regional court in Halmby ruled on Monday.",
      "The banner had one button only, and that one was green, the judges wrote. A second one for a refusal stood on another page in small letters.",
      "The owner of the portal said that he would appeal. The consumer office, which had brought the case, spoke of a signal to forty other firms.",
    ],
  },
  {
    what: "the lead of a report about cookies that speaks to readers",
    title: "Data office warns of cookies on the town's pages",
    texts: [
      "If you accept cookies on the new pages of Halmby, the town passes on what you read, the data office said on Tuesday.",
      "Eleven firms in four countries receive the lists, among them a maker of garden furniture. The mayor called it a mistake of the supplier.",
      "The office gave the town four weeks to put an end to it.",
    ],
  },
  {
    what: "a sentence about consent in the middle",
    title: "Ferry line changes its booking page",
    texts: [
      "The ferry line has put a new booking page online that works without an account, its director said on Friday.",
      "The old page stored necessary cookies for nine years, which the data office in Dresk had called unlawful in the spring.",
      "Passengers had complained for months that a crossing of forty minutes took an hour to book.",
    ],
  },
  {
    what: "a report about a paywall",
    title: "Halmby Post puts up a paywall",
    texts: [
      "The Halmby Post will keep its local reports for subscribers only from May, the publisher Ragna Holt said on Tuesday.",
      "Four editors lost their posts last year, and adverts no longer pay for the paper, which was founded by two fishermen.",
      "The price has not been decided. The library will go on showing the printed paper to everybody.",
    ],
  },
  {
    what: "a report about commissions",
    title: "Portals must name their commissions",
    texts: [
      "Portals that contain affiliate links must say so above the first offer from July, the ministry in Dresk announced on Monday.",
      "Four of every ten crossings are sold by such portals, the harbour office counted. Most of them name their partners nowhere.",
      "The ferry line welcomed the rule and said that it would sell its tickets itself again.",
    ],
  },
  {
    what: "a German report about cookies",
    title: "Gericht rügt Reiseportal",
    lang: "de",
    texts: [
      "Ein Reiseportal muss neuntausend Kronen zahlen, weil es ohne Einwilligung der Besucher Cookies verwendet und Cookies und Gerätedaten weitergibt.",
      "Das entschied das Landgericht Halmby am Montag. Die Richter bemängelten, dass der Knopf zum Ablehnen fehlte.",
      "Der Betreiber kündigte an, in Berufung zu gehen. Geklagt hatte das Verbraucheramt der Region.",
    ],
  },
  {
    what: "a French report about cookies",
    title: "Un portail de voyage condamné",
    lang: "fr",
    texts: [
      "Le tribunal de Halmby a condamné lundi un portail de voyage qui utilise des cookies sans l'accord des visiteurs.",
      "Le bandeau ne comportait qu'un seul bouton, selon les juges. Le propriétaire du portail a annoncé qu'il ferait appel.",
      "L'office des consommateurs, à l'origine de la plainte, y voit un signal pour quarante autres entreprises.",
    ],
  },
  {
    what: "a Spanish report about cookies",
    title: "Multa a un portal de viajes",
    lang: "es",
    texts: [
      "El tribunal de Halmby multó el lunes a un portal de viajes que utiliza cookies antes de que los visitantes den permiso.",
      "El aviso tenía un solo botón, según los jueces. El dueño del portal anunció que recurrirá la sentencia.",
      "La oficina del consumidor, que presentó la demanda, habló de una señal para otras cuarenta empresas.",
    ],
  },
  {
    what: "a Russian report about cookies",
    title: "Суд оштрафовал туристический портал",
    lang: "ru",
    texts: [
      "Суд в Хальмбю в понедельник оштрафовал туристический портал, который сохранял файлы cookie до согласия посетителей на девять лет.",
      "В окне была только одна кнопка, говорится в решении. Владелец портала заявил, что обжалует его.",
      "Иск подало управление по защите потребителей области.",
    ],
  },
  {
    what: "a Japanese report about cookies",
    title: "旅行サイトに罰金命令",
    lang: "ja",
    texts: [
      "ハルムビー地方裁判所は月曜日、利用者の同意を得る前にCookieを使用していた旅行サイトに九千クローネの罰金を命じた。",
      "同意画面には承諾のボタンしかなく、拒否するには別のページを開く必要があった。サイトの運営者は控訴する考えを示した。",
    ],
  },
];

const NOTICE = "We use cookies to show you adverts and to measure how our pages are read.";

describe("house notices leave", () => {
  it.each(REPORTS)("$what", ({ title, texts, lang = "en" }) => {
    const body = `<main><h1>${title}</h1>${paragraphs(texts)}</main>`;
    const { text } = article(pageOf({ title: `${title} | Varnby Courier`, body, lang }));
    expect(text).toBe(texts.join("\n"));
  });

  it.each(REPORTS)("$what, and take the house's own notice beside it", ({ title, texts, lang = "en" }) => {
    const body = `<main><h1>${title}</h1>${paragraphs(texts)}<div><p>${NOTICE}</p></div></main>`;
    const { text } = article(pageOf({ title: `${title} | Varnby Courier`, body, lang }));
    expect(text).toBe(texts.join("\n"));
  });
});
