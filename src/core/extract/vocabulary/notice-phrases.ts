/*
 * What a house says to its readers in the middle of a text: about cookies, about content of other places that it may
 * only show with consent, about links it earns by, about data that may be sold. A block with one of these anywhere is
 * such a notice.
 *
 * Sources: the default texts of the consent managers in use in Europe (OneTrust, Cookiebot, Didomi, Sourcepoint,
 * Usercentrics) in their translations; the placeholders of embedded posts and videos on public broadcasters' and
 * publishers' pages; the affiliate disclosures that Amazon and the FTC ask for.
 */
import { byReason } from "./phrase-list.ts";
import type { PieceHint } from "./piece-hint.ts";

export const NOTICE_PHRASES = byReason({
  cookies: {
    en:
      "uses cookies | use cookies | our cookies | of cookies | these cookies | necessary cookies | enable cookies | accept cookies | accepting cookies | " +
      "cookie policy | cookies to | cookies on | cookies are | cookies may",
    mul:
      "cookies verwenden | verwenden cookies | verwendet cookies | nutzt cookies | cookies und | cookie richtlinie | utilise des cookies | utilisons des cookies | " +
      "dépôt de cookies | paramétrage de vos cookies | utiliza cookies | utilizamos cookies | utilizza cookie | uso dei cookie | gebruikt cookies | gebruiken cookies | " +
      "bruker cookies | använder cookies | pliki cookie | plików cookie | файлы cookie | файлов cookie | çerezleri | çerez politikası",
  },
  "embed-notice": {
    en:
      "content is hosted by a third party | content provided by a third party | showing the external content | show external content | display of external content | " +
      "load external content | to view this content you | to display this content | permission before anything is loaded | we need your consent to load | " +
      "article contains content provided by | may be using cookies and other technologies",
    de:
      "empfohlener redaktioneller inhalt | empfohlener externer inhalt | externer inhalt von | externen inhalt von | externen inhalt anzeigen | externe inhalte angezeigt | " +
      "einen externen inhalt | ein externer inhalt | mit einem klick anzeigen lassen | daten an drittplattformen | daten an drittanbieter | daten an youtube | " +
      "inhalte von drittanbietern | mit dem laden des videos | um diesen inhalt anzuzeigen | um diesen inhalt darzustellen | der den artikel ergänzt | " +
      "inhalte von youtube angezeigt | mir externe inhalte | personenbezogene daten können an | mehr dazu in unserer datenschutz",
    mul:
      "contenu est hébergé par un tiers | afficher ce contenu | affichant ce contenu | contenu externe | contenido está alojado por un tercero | ver este contenido necesitas | " +
      "mostrar contenido externo | contenuto è ospitato da | visualizzare questo contenuto | mostra contenuto esterno | conteúdo é hospedado por | visualizar este conteúdo | " +
      "deze inhoud is afkomstig van | om deze content te tonen | om deze inhoud te | för att se innehållet | för att visa innehållet | for å se dette innholdet | for at se dette indhold | " +
      "for at vise dette indhold | aby wyświetlić tę treść | aby zobaczyć tę treść | bu içeriği görüntülemek | чтобы просмотреть этот контент | для просмотра этого контента | " +
      "щоб переглянути цей вміст | لعرض هذا المحتوى | כדי לצפות בתוכן",
  },
  "affiliate-notice": {
    en:
      "we may earn a commission | we might earn a commission | may earn commission | we earn a commission | earn an affiliate commission | we may receive a commission | " +
      "contain affiliate links | contains affiliate links | contain affiliate links | include affiliate links | includes affiliate links | we also use affiliate links | " +
      "we may receive a share of the sale | we may get a share of the sale",
    mul:
      "erhalten wir eine provision | erhalten wir eine kleine provision | erhält eine provision | bekommen wir eine provision | provision vom händler | provisions links | " +
      "sogenannte affiliate links | liens affiliés | liens d affiliation | lien affilié | percevoir une commission | enlaces de afiliado | enlaces de afiliados | enlaces de afiliación | " +
      "recibir una comisión | link di affiliazione | link affiliati | ricevere una commissione | links de afiliado | links de afiliados | receber uma comissão | affiliatelänkar | " +
      "linki afiliacyjne | otrzymać prowizję | satış ortaklığı | партнерские ссылки",
  },
  "data-notice": {
    en: "sale of your personal information | sell my personal information | sell your personal information to | opt out of the sale | opt out preference",
  },
});

/** The same for scripts without spaces: pieces of text, looked for anywhere. */
export const SPACELESS_NOTICES = byReason({
  cookies: {
    ja: "クッキーを使用|Cookieを使用",
    zh: "使用cookie|使用 cookie",
  },
  "embed-notice": {
    ja: "このコンテンツを表示するには",
    zh: "要查看此内容|查看此內容",
  },
  "affiliate-notice": { ja: "アフィリエイト広告|アフィリエイトリンク" },
});

/** Pieces of words of which every phrase of the lists above holds one. */
export const NOTICE_HINT: PieceHint = {
  ascii:
    /ookie|inhalt|datenschutz|inhoud|innhold|indhold|innehall|external content|third party|this content|contains content|content te |contenu|contenido|contenuto|drittplatt|drittanb|laden des|affili|afili|commission|provision|prowizj|share of the sale|personal information|opt.out|permission before|consent to load|artikel erg|anzeigen lassen|daten an youtube|personenbezogene daten/i,
  other:
    /クッキー|çerez|innehåll|conteúdo|dépôt|treść|içeri|контент|вміст|المحتوى|בתוכן|コンテンツ|此内容|此內容|アフィリ|comisi|comiss|ortaklığı|партнерские|файл|ergänzt/i,
};
