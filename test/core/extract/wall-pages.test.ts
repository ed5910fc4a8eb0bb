/*
 * Pages that stand where an article should: log-in forms, "not found" with status 200, bare paywalls, cookie walls, checks
 * for robots. None is an article; articles that speak of such things are.
 */
import { describe, expect, it } from "vitest";
import { extract } from "../../../src/core/extract/extract.ts";
import { article, HARBOUR_STORY, HARBOUR_TITLE, pageOf, paragraphs } from "./pages.ts";
import { ENGLISH } from "./teasers.ts";

interface Wall {
  readonly what: string;
  readonly title: string;
  readonly body: string;
  readonly head?: string;
  readonly lang?: string;
}

const MENU = `<header><nav><a href="/">Home</a><a href="/news">News</a></nav></header>`;
const FOOTER = `<footer><p>© 2031 Varnby Courier. The Varnby Courier has been printed in the harbour quarter since the great flood.</p></footer>`;
const TEASERS = ENGLISH.map(
  ({ headline, text }, at) => `<div><h3><a href="/n/${at}">${headline}</a></h3><p>${text}</p></div>`,
).join("");
const FORM = `<form action="/login" method="post"><p>E-mail</p><input type="email" name="mail"><p>Password</p><input type="password" name="secret"><input type="submit" value="Go"></form>`;

const PUBLISHED = `<meta property="article:published_time" content="2031-03-04T07:10:00Z">`;

const WALLS: readonly Wall[] = [
  {
    what: "a paywall that names the site of the headline",
    title: "Varnby closes its ferry terminal | Varnby Courier",
    body: `<main><h1>Varnby closes its ferry terminal</h1><p>Subscribe to the Varnby Courier to continue reading. Already a subscriber? Log in to your account.</p></main>`,
  },
  {
    what: "a check for robots under a title of its own",
    title: "The browser of this visitor is checked",
    body: `<main><h1>The browser of this visitor is checked</h1><p>Checking your browser before accessing the site. Please verify you are a human.</p></main>`,
  },
  {
    what: "a log-in page with a date among its metas",
    title: "Log in | Varnby Courier",
    head: PUBLISHED,
    body: `<main><h1>Log in</h1><p>Welcome back! Log in to your account to read your saved stories, to manage your newsletters and to write comments.</p>${FORM}<p>Don’t have an account yet? Create one now, it takes no more than a minute and costs nothing at all.</p></main>`,
  },
  {
    what: "a German log-in page with a date among its metas",
    lang: "de",
    title: "Anmelden - Kurier",
    head: PUBLISHED,
    body: `<main><h1>Anmelden</h1><p>Bitte melden Sie sich mit Ihrer E-Mail-Adresse und Ihrem Passwort an, um alle Artikel und Ihre Merkliste zu sehen.</p>${FORM}<p>Sie haben noch kein Konto? Jetzt registrieren und vier Wochen lang alle Texte der Redaktion lesen.</p></main>`,
  },
  {
    what: "a log-in page under an article's headline and date",
    title: HARBOUR_TITLE,
    head: PUBLISHED,
    body: `<main><h1>${HARBOUR_TITLE}</h1><p>4 March 2031</p><p>Please log in with the address that you gave us, or sign in with your account at another service.</p>${FORM}<p>Forgot your password? Reset your password here.</p></main>`,
  },
  {
    what: "a cookie wall under an article's headline, with its date among the metas",
    title: HARBOUR_TITLE,
    head: PUBLISHED,
    body: `<main><h1>${HARBOUR_TITLE}</h1><div><p>We and our partners store information on your device to measure how our pages are read.</p><p>You may accept all cookies or withdraw your consent at any time in the settings.</p></div></main>`,
  },
  {
    what: "a cookie wall under an article's headline and byline",
    title: HARBOUR_TITLE,
    head: PUBLISHED,
    body: `<main><h1>${HARBOUR_TITLE}</h1><p>By Jonna Tvedt</p><div><p>We and our partners store information on your device to measure how our pages are read.</p><p>You may accept all cookies or withdraw your consent at any time in the settings.</p></div></main>`,
  },
  {
    what: "a French cookie wall with its date among the metas",
    lang: "fr",
    title: "Votre vie privée",
    head: PUBLISHED,
    body: `<main><h1>Votre vie privée</h1><p>Avec nos partenaires, nous lisons des informations sur votre appareil pour mesurer l'audience et vous montrer des annonces.</p><p>Vous pouvez retirer votre consentement quand vous le souhaitez, au bas de chaque page.</p></main>`,
  },
  {
    what: "an article that was taken away, with its date among the metas",
    title: HARBOUR_TITLE,
    head: PUBLISHED,
    body: `<main><h1>${HARBOUR_TITLE}</h1><p>This article is no longer available, since agency reports may only be shown for thirty days.</p></main>`,
  },

  {
    what: "a soft 404",
    title: "Page not found",
    body: `${MENU}<main><h1>Page not found</h1><p>We are sorry, but the page you were looking for could not be found. It may have been moved or deleted.</p><p>Try the search above, or go back to the first page of the Courier to find what our reporters wrote today.</p></main>${FOOTER}`,
  },
  {
    what: "a soft 404 with the newest stories below",
    title: "404",
    body: `${MENU}<main><h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location. Maybe try one of the links below or a search?</p>${TEASERS}</main>`,
  },
  {
    what: "a soft 404 with a joke and advice",
    title: "Nothing here | Varnby Courier",
    body: `<main><h1>404</h1><p>This boat has sailed. The page you requested does not exist or is no longer available.</p><ul><li>Check the address for typing errors.</li><li>Use the search to find other articles on the same subject.</li><li>Write to the desk if you think that this is our mistake.</li></ul></main>`,
  },
  {
    what: "a German soft 404",
    lang: "de",
    title: "Seite nicht gefunden - Kurier",
    body: `<main><h1>Seite nicht gefunden</h1><p>Die von Ihnen aufgerufene Seite existiert leider nicht oder wurde verschoben. Bitte prüfen Sie die Adresse oder nutzen Sie die Suche.</p><p>Auf der Startseite finden Sie alle Nachrichten von der Küste und aus dem Hinterland.</p></main>`,
  },
  {
    what: "a French soft 404",
    lang: "fr",
    title: "Erreur 404",
    body: `<main><h1>Oups !</h1><p>La page que vous recherchez est introuvable ou n'existe plus. Nous vous invitons à revenir à l'accueil ou à utiliser la recherche.</p></main>`,
  },
  {
    what: "a Spanish soft 404",
    lang: "es",
    title: "Página no encontrada",
    body: `<main><h1>Página no encontrada</h1><p>Lo sentimos, la página que buscas no existe o ha cambiado de dirección. Puedes volver a la portada o utilizar el buscador.</p></main>`,
  },
  {
    what: "a Russian soft 404",
    lang: "ru",
    title: "Страница не найдена",
    body: `<main><h1>Ошибка 404</h1><p>К сожалению, страница, которую вы ищете, не существует или была удалена. Вернитесь на главную или воспользуйтесь поиском.</p></main>`,
  },
  {
    what: "a Japanese soft 404",
    lang: "ja",
    title: "ページが見つかりません",
    body: `<main><h1>ページが見つかりません</h1><p>お探しのページは移動または削除された可能性があります。お手数ですが、トップページから記事をお探しください。</p></main>`,
  },
  {
    what: "a Turkish soft 404",
    lang: "tr",
    title: "Sayfa bulunamadı",
    body: `<main><h1>Sayfa bulunamadı</h1><p>Aradığınız sayfa kaldırılmış ya da adresi değiştirilmiş olabilir. Ana sayfaya dönerek diğer haberlerimizi okuyabilirsiniz.</p></main>`,
  },
  {
    what: "an Arabic soft 404",
    lang: "ar",
    title: "الصفحة غير موجودة",
    body: `<main><h1>الصفحة غير موجودة</h1><p>عذرا، الصفحة التي تبحث عنها غير موجودة أو تم نقلها إلى عنوان آخر. يمكنك العودة إلى الصفحة الرئيسية أو استخدام البحث.</p></main>`,
  },
  {
    what: "an article that was taken away",
    title: "Varnby Courier",
    body: `<main><h1>This article is no longer available</h1><p>The article you are looking for is no longer available. Agency reports may only be shown for thirty days.</p></main>`,
  },
  {
    what: "a log-in page",
    title: "Log in | Varnby Courier",
    body: `${MENU}<main><h1>Log in</h1><p>Welcome back! Log in to your account to read your saved stories, to manage your newsletters and to write comments.</p>${FORM}<p><a href="/reset">Forgot your password?</a></p><p>Don’t have an account yet? Create one now, it takes no more than a minute and costs nothing at all.</p></main>${FOOTER}`,
  },
  {
    what: "a German log-in page",
    lang: "de",
    title: "Anmelden - Kurier",
    body: `<main><h1>Anmelden</h1><p>Bitte melden Sie sich mit Ihrer E-Mail-Adresse und Ihrem Passwort an, um alle Artikel und Ihre Merkliste zu sehen.</p>${FORM}<p>Sie haben noch kein Konto? Jetzt registrieren und vier Wochen lang alle Texte der Redaktion lesen.</p><p>Passwort vergessen?</p></main>`,
  },
  {
    what: "a French log-in page",
    lang: "fr",
    title: "Connexion",
    body: `<main><h1>Se connecter</h1><p>Connectez-vous à votre compte pour retrouver vos articles enregistrés et gérer vos abonnements aux lettres du matin.</p>${FORM}<p>Mot de passe oublié ?</p><p>Vous n'avez pas encore de compte ? Créez-en un en une minute, c'est gratuit.</p></main>`,
  },
  {
    what: "a bare paywall under the article's headline",
    title: HARBOUR_TITLE,
    body: `${MENU}<main><h1>${HARBOUR_TITLE}</h1><div class="b1"><h2>Subscribe to continue reading</h2><p>This article is for subscribers only. Read everything we write for two crowns a week, and cancel whenever you like.</p><p>Already a subscriber? Log in.</p></div></main>`,
  },
  {
    what: "a paywall with what it costs",
    title: "Subscribe to read | Varnby Courier",
    body: `<main><h1>Subscribe to read</h1><p>Become a subscriber to unlock this article.</p><div class="o"><h3>Trial</h3><p>Try unlimited digital access for four weeks, then 59 crowns a month. Cancel anytime during your trial.</p></div><div class="o"><h3>Print and digital</h3><p>The paper at your door on weekdays and everything on all of your devices, for 79 crowns a month.</p></div></main>`,
  },
  {
    what: "a German paywall",
    lang: "de",
    title: "Rat schließt alten Fähranleger",
    body: `<main><h1>Rat schließt alten Fähranleger</h1><div class="x"><p>Dieser Artikel ist nur für Abonnenten. Jetzt weiterlesen mit Kurier Plus: alle Texte, das E-Paper und das Archiv, vier Wochen lang für einen Euro.</p><p>Sie sind bereits Abonnent? Hier anmelden. Monatlich kündbar.</p></div></main>`,
  },
  {
    what: "a Spanish paywall",
    lang: "es",
    title: "Hazte suscriptor",
    body: `<main><h1>Hazte suscriptor</h1><p>Contenido exclusivo para suscriptores. Suscríbete para seguir leyendo y accede sin límites a todos los artículos desde tu móvil.</p><p>¿Ya eres suscriptor? Inicia sesión.</p></main>`,
  },
  {
    what: "a Japanese paywall",
    lang: "ja",
    title: "港町の渡し船が廃止へ",
    body: `<main><h1>港町の渡し船が廃止へ</h1><p>この記事は有料会員限定です。会員登録をすると続きをお読みいただけます。月額千円ですべての記事が読み放題です。</p></main>`,
  },
  {
    what: "a cookie wall",
    title: "Varnby Courier",
    body: `<main><h1>We value your privacy</h1><p>We and our 312 partners store and access information on your device, such as cookies, to show you adverts and to measure how our pages are read.</p><p>You can accept all cookies, or buy a subscription without adverts. You may withdraw your consent at any time in the settings at the foot of each page.</p></main>`,
  },
  {
    what: "a German cookie wall",
    lang: "de",
    title: "Kurier: mit Werbung lesen oder Pur-Abo",
    body: `<main><h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Wir und unsere Partner verwenden Cookies, um Inhalte und Anzeigen zu personalisieren. Ihre Zustimmung können Sie jederzeit widerrufen.</p><p>Oder lesen Sie uns mit dem Pur-Abo ohne Tracking und ohne Werbung für 3,99 Euro im Monat.</p></main>`,
  },
  {
    what: "an Italian cookie wall",
    lang: "it",
    title: "Il Corriere del Porto",
    body: `<main><h2>Il tuo consenso</h2><p>Noi e i nostri partner utilizziamo i cookie per personalizzare gli annunci. Puoi accettare i cookie oppure abbonarti per navigare senza pubblicità personalizzata.</p></main>`,
  },
  {
    what: "a request to switch scripts on",
    title: "courier.example",
    body: `<div id="app"><h1>JavaScript is disabled</h1><p>Please enable JavaScript and cookies in your browser to continue. This page needs them to show you what our reporters wrote.</p></div>`,
  },
  {
    what: "a check of the browser",
    title: "Just a moment...",
    body: `<div class="main"><h1>courier.example</h1><h2>Checking if the site connection is secure</h2><p>courier.example needs to review the security of your connection before proceeding.</p><p>Ray ID: 7f3a99c0</p></div>`,
  },
  {
    what: "a check for robots",
    title: "Access to this page has been denied",
    body: `<div><h1>Please verify you are a human</h1><p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p><p>This may happen as a result of the following: your browser does not support cookies, or an extension blocks scripts.</p><p>Reference ID: #4711</p></div>`,
  },
  {
    what: "a German check for robots",
    lang: "de",
    title: "Sind Sie ein Mensch?",
    body: `<div><h1>Sicherheitsüberprüfung</h1><p>Bitte bestätigen Sie, dass Sie kein Roboter sind. Aus Ihrem Netzwerk kommen ungewöhnlich viele Anfragen, deshalb müssen wir kurz nachfragen.</p></div>`,
  },
  {
    what: "a Chinese check of the browser",
    lang: "zh",
    title: "安全验证",
    body: `<div><h1>安全验证</h1><p>请完成安全验证后继续访问。系统检测到您的网络存在异常流量，请开启浏览器的脚本功能后刷新页面再试一次。</p></div>`,
  },
  {
    what: "a page for another country",
    title: "Unavailable",
    body: `<main><h1>Not available in your region</h1><p>We recognise you are attempting to access this website from a country where it is not available. For legal reasons, access cannot be granted at this time.</p></main>`,
  },
  {
    what: "an error of the server",
    title: "Error",
    body: `<main><h1>Something went wrong</h1><p>An error occurred while processing your request. Please try again later or contact the administrator if the problem persists.</p></main>`,
  },
  {
    what: "a bare paywall on a page that says it is an article",
    title: HARBOUR_TITLE,
    head: `<meta property="article:published_time" content="2031-03-04T07:10:00Z">`,
    body: `<main><h1>${HARBOUR_TITLE}</h1><p>By Jonna Tvedt</p><p>Please sign in to continue reading. This article is for subscribers only, and a subscription costs two crowns a week.</p></main>`,
  },
  {
    what: "a soft 404 with the day's date below its heading",
    title: "Page not found",
    body: `<main><h1>Page not found</h1><p>Tuesday, 4 March 2031</p><p>The page you are looking for went out with the tide, and our reporters are sorry for that.</p></main>`,
  },
  {
    what: "a soft 404 that says so behind the site's name",
    title: "Varnby Courier | Page not found",
    body: `<main><p>The page you were looking for is not here. Our reporters write forty stories a day, and some of them go under a new address when the paper is printed.</p></main>`,
  },
  {
    what: "a log-in page that says so behind the site's name",
    title: "Varnby Courier | Log in",
    body: `<main><p>Please log in to write comments and to read what you saved. It takes a minute, and the desk reads every comment before it is shown to the others.</p>${FORM}</main>`,
  },
];

describe("no article text in", () => {
  it.each(WALLS)("$what", ({ title, body, head = "", lang = "en" }) => {
    const result = extract({ kind: "html", content: pageOf({ title, head, body, lang }) });
    expect(result.kind === "article" ? result.article.text : result.kind).toBe("no-article-text");
  });
});

interface Report {
  readonly what: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly before?: string;
  /** Between headline and text. */
  readonly below?: string;
  readonly behind?: string;
  readonly head?: string;
  readonly lang?: string;
  /** Behind the headline in the title. */
  readonly site?: string;
}

const BRIEF =
  "The council of Varnby will rebuild the western pier before the winter, the harbour master told the Courier on Monday.";
const DOWN = [
  "The harbour's booking site was down for maintenance again on Monday, the third time this month.",
  "Passengers without a ticket were told to try again later, a clerk in Varnby said.",
];
const BARGE = "A barge has blocked the canal at Tovik since Monday morning, and forty boats wait behind it.";

const REPORTS: readonly Report[] = [
  {
    what: "a French brief on partners",
    title: "La maire consultera les ports voisins",
    lang: "fr",
    texts: [
      "Nous déciderons avec nos partenaires des autres ports, a déclaré lundi la maire devant le conseil de Varnby, et rien ne sera signé avant l'hiver.",
    ],
  },
  {
    what: "a Spanish brief on partners",
    title: "La alcaldesa consultará a los puertos vecinos",
    lang: "es",
    texts: [
      "Decidiremos con nuestros socios de los otros puertos, dijo el lunes la alcaldesa ante el consejo de Varnby, y nada se firmará antes del invierno.",
    ],
  },
  {
    what: "a brief on pages that were deleted",
    title: "Harbour office deletes tide tables",
    texts: [
      "Whoever follows old links to the tables of the harbour in Varnby now reads that the page you requested has been moved or deleted.",
      "Sailors in Halmby saved copies in time.",
    ],
  },
  {
    what: "a Polish brief on a log-in",
    title: "Awaria serwisu promowego w Varnby",
    lang: "pl",
    texts: [
      "Zaloguj się później – taki komunikat widzieli w poniedziałek pasażerowie, którzy próbowali kupić bilet na prom.",
      "Port zapowiedział, że awaria zostanie usunięta do wtorku.",
    ],
  },
  {
    what: "a brief with a wall in single quotation marks",
    title: "Library shuts readers out",
    texts: [
      "Readers in Varnby were greeted by a blunt message on Monday: ‘You have been blocked. You do not have permission to access this page.’",
      "‘You are unable to access the catalogue,’ another one said.",
    ],
  },
  {
    what: "a flash about pages that are not found",
    title: "Half of the town's website is gone",
    texts: [
      "Visitors of Varnby's website read “page not found” on every second page on Monday, after a server in the town hall's cellar stood under water, the council said.",
    ],
  },
  {
    what: "a short report about a log-in that failed",
    title: "Customers of the savings bank could not log in",
    texts: [
      "Nine thousand customers of the Sound Savings Bank could not log in to their accounts on Monday. The bank blamed a new form for passwords.",
      "Many had forgotten their password and could not set a new one, a spokesman told the Courier. By evening everybody could log in again.",
    ],
  },
  {
    what: "a short report about a paywall",
    title: "Halmby Post puts up a paywall",
    texts: [
      "The Halmby Post will keep its local reports for subscribers only from May, the publisher said on Tuesday.",
      "Readers who want to continue reading must subscribe for eleven crowns a week. Four editors lost their posts last year, and adverts no longer pay for the paper.",
    ],
  },
  {
    what: "a short report about cookies",
    title: "Court fines portal over cookie banner",
    texts: [
      "The regional court in Halmby has fined a travel portal nine thousand crowns because it uses cookies before visitors accept them.",
      "The portal's banner had one button only, the judges found. Its owner said that he would appeal.",
    ],
  },
  {
    what: "a short report about a test for robots",
    title: "Pensioners fail the robot test",
    texts: [
      "Pensioners who wanted to book a place on the ferry had to verify that they are human on Monday, and one in three failed.",
      "The test asked them to mark all pictures with a traffic light. The sound has none, the ferry line admitted.",
    ],
  },
  {
    what: "a column on lost pages, as long as columns are",
    title: "Page not found",
    texts: [
      "Page not found. The page you are looking for has been moved or deleted: I read this sentence more often than any other, and I have begun to hear it in my sleep.",
      "My grandmother kept each letter that she was ever sent in a drawer that smelled of tar. When she was asked for one, she found it within a minute, and she read it aloud.",
      "The harbour office moved its archive to a new address in March. Ninety years of tide tables, sailing lists and quarrels about mooring fees now answer with a drawing of a sad whale.",
      "Somebody will have saved a copy, the clerk told me, as people say that somebody will have fed the cat. I asked who. He shrugged, and the whale shrugged with him, three times a second.",
      "I have printed the last list of departures. It hangs above my desk, it needs no password, and nobody can move it but me and the draught from the window on the western side.",
    ],
  },
  {
    what: "an article before a log-in box and a notice about scripts",
    title: HARBOUR_TITLE,
    texts: HARBOUR_STORY,
    before: `<div><p>Please enable JavaScript to use all parts of this page.</p></div>`,
    behind: `<div><h3>Log in</h3><p>Log in to your account to write a comment.</p>${FORM}<p>Forgot your password?</p></div>`,
  },
  {
    what: "a German flash about a website that is down",
    lang: "de",
    title: "Website der Stadt nicht erreichbar",
    texts: [
      "Wer am Montag die Website der Stadt Varnby aufrief, las nur den Satz „Seite nicht gefunden“. Grund war ein Wasserschaden im Keller des Rathauses, wie der Rat mitteilte.",
    ],
  },
  {
    what: "a guide to a log-in, as long as guides are",
    title: "How to log in to the new ferry portal",
    texts: [
      "The ferry line has a new portal for season tickets, and not everybody gets in at once. Here is how to do it without a call to the office, which answers for two hours a day only.",
      "Have your old ticket at hand. Log in to your account with the number on its back and the year of your birth; a password is sent by letter within a week, since the line trusts nothing else.",
      "Forgot your password? A new letter costs four crowns. The consumer office calls this fee unlawful, and a case is pending in Halmby, where the judges are said to travel by boat themselves.",
      "Those who have no old ticket must go to the pier with a passport. The counter is open on Tuesdays. Two hundred people stood there last week, the harbour master counted, some of them for hours.",
    ],
  },
  { what: "news of a site that is down", title: "Harbour site down again", texts: DOWN },
  {
    what: "news of a site that is down, with its date among the metas",
    title: "Harbour site down again",
    head: PUBLISHED,
    texts: DOWN,
  },
  {
    what: "news under a wall's title, with its date among the metas",
    title: "Site maintenance",
    head: PUBLISHED,
    texts: DOWN,
  },
  {
    what: "news under a wall's title, with a byline",
    title: "Under maintenance",
    below: `<p>By Jonna Tvedt</p>`,
    texts: DOWN,
  },
  {
    what: "news under a wall's title, with a date",
    title: "Access denied",
    below: `<p>4 March 2031</p>`,
    texts: [
      "Nobody may enter the western pier from Monday on, since its planks are rotten, the council said.",
    ],
  },
  { what: "a brief under one word, Blocked", title: "Blocked", texts: [BARGE] },
  { what: "a brief under one word, Blocked, dated", title: "Blocked", head: PUBLISHED, texts: [BARGE] },
  {
    what: "a brief under one word, Gone",
    title: "Gone",
    texts: [
      "The seal that lived in Varnby's swimming pool since March has left for the sound, the lifeguards said.",
    ],
  },
  {
    what: "a brief under one word, Cookies",
    title: "Cookies",
    texts: [
      "The bakery on Harbour Street baked nine thousand of them for the school fair, and all were gone by noon.",
    ],
  },
  {
    what: "a brief on a site or section that is called Register",
    title: "Pier in Varnby to be rebuilt before winter",
    site: "Register",
    texts: [BRIEF],
  },
  {
    what: "a brief on a site called Register that speaks of accounts",
    title: "Ferry line opens its new portal",
    site: "Register",
    texts: [
      "Please log in early, the ferry line asked its passengers on Monday.",
      "Its new portal had failed twice before noon, and the counter at the pier in Halmby stayed closed.",
      "Nine hundred people wanted a season ticket, the harbour master said.",
    ],
  },
  {
    what: "a short guide to a log-in, dated",
    title: "How to log in to the ferry portal",
    head: PUBLISHED,
    texts: [
      "The ferry line sends a password by letter. Log in to your account with the number on the back of your ticket.",
      "Forgot your password? The line asks four crowns for another letter, and the consumer office in Halmby has gone to court over it.",
      "The counter at the pier stays open on Tuesdays for those without a computer.",
    ],
  },
  {
    what: "a letter of two sentences, dated",
    title: "A letter from the island",
    head: PUBLISHED,
    texts: [
      "We and our children have crossed the sound on this ferry for thirty years, and nobody asked us before the vote in Varnby.",
      "We will stand on the pier in October.",
    ],
  },
  {
    what: "a brief on traffic",
    title: "Detour on the coastal road",
    texts: [
      "Drivers met unusual traffic on the coastal road on Monday and had to wait for an hour before proceeding to Tovik.",
    ],
  },
  {
    what: "a brief on accounts",
    title: "Pensioners and the savings bank",
    texts: [
      "Half of the pensioners in Varnby already have an account with the savings bank, which wants the others to follow.",
    ],
  },
  {
    what: "a German brief on consent",
    lang: "de",
    title: "Rat vertagt Entscheidung über Mole",
    texts: [
      "Die Anwohner der Mole in Varnby gaben ihre Zustimmung zum Umbau am Montag noch nicht, teilte der Rat mit.",
    ],
  },
];

/** Texts saved from such pages. */
const SAVED: ReadonlyArray<readonly [what: string, text: string]> = [
  [
    "a soft 404",
    "Page not found | Varnby Courier\n\nWe are sorry, but the page you were looking for could not be found. It may have been moved or deleted.\n\nTry the search above, or go back to the first page of the Courier to find what our reporters wrote today.",
  ],
  [
    "a soft 404 with header lines",
    "Subject: Page not found\nDate: Tue, 04 Mar 2031 09:30:00 +0100\n\nWe are sorry, but the page you were looking for could not be found. The page you requested may have been moved.",
  ],
  [
    "a German soft 404",
    "Seite nicht gefunden\n\nDie von Ihnen aufgerufene Seite existiert leider nicht oder wurde verschoben. Bitte prüfen Sie die Adresse oder nutzen Sie die Suche.",
  ],
  [
    "a cookie wall",
    "We value your privacy\n\nWe and our partners store and access information on your device, such as cookies, to measure how our pages are read.\n\nYou can accept all cookies or buy a subscription. You may withdraw your consent at any time in the settings at the foot of each page.",
  ],
  [
    "a Spanish log-in page",
    "Mi cuenta\n\nInicia sesión para leer tus artículos guardados y gestionar los boletines que recibes cada mañana del diario.\n\n¿Has olvidado tu contraseña? Te enviamos una nueva por correo en un minuto.",
  ],
  [
    "a check for robots",
    "Please verify you are a human\n\nAccess to this page has been denied because we believe you are using automation tools to browse the website.\n\nReference ID: #4711",
  ],
  [
    "a Japanese soft 404",
    "ページが見つかりません\n\nお探しのページは移動または削除された可能性があります。お手数ですが、トップページから記事をお探しください。",
  ],
  [
    "a bare paywall",
    `${HARBOUR_TITLE}\n\nThis article is for subscribers only. To continue reading, subscribe now for two crowns a week.\n\nAlready a subscriber? Log in to unlock this article.`,
  ],
];

describe("no article text in a text saved from", () => {
  it.each(SAVED)("%s", (_what, content) => {
    const result = extract({ kind: "text", content });
    expect(result.kind === "article" ? result.article.text : result.kind).toBe("no-article-text");
  });
});

describe("an article and no wall, saved as text:", () => {
  it.each(REPORTS)("$what", ({ title, texts, head = "", below = "" }) => {
    const headline = head === "" ? title : `Subject: ${title}\nDate: Tue, 04 Mar 2031 09:30:00 +0100`;
    const content = [headline, below.replace(/<[^>]*>/g, ""), ...texts].filter(Boolean).join("\n\n");
    const { text } = article(content, { kind: "text" });
    expect(texts.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
  });
});

describe("an article and no wall:", () => {
  it.each(REPORTS)("$what", (report) => {
    const { title, texts, before = "", below = "", behind = "", head = "", lang = "en" } = report;
    const body = `${MENU}${before}<main><h1>${title}</h1>${below}${paragraphs(texts)}${behind}</main>${FOOTER}`;
    const { site = "Varnby Courier" } = report;
    const { text } = article(pageOf({ title: `${title} | ${site}`, head, body, lang }));
    expect(texts.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
  });
});
