/*
 * Words by which a house speaks of itself and to its readers. A notice has one ("we use cookies", "this site uses
 * cookies"); a report that tells of such things speaks of others ("the portal uses cookies").
 *
 * Left out are words that mean something else in a neighbouring language (German "er", Danish "os" and "dit", French "du"), and
 * those that also mean "his" or "her" (Spanish "su", Portuguese "seu").
 * Sources: the pronouns of each language; the opening sentences of the consent managers named in notice-phrases.ts.
 */

function phrases(list: string): readonly string[] {
  return list.split("|").map((phrase) => ` ${phrase.trim()} `);
}

/** The house itself: "we", "our", "this site". */
export const HOUSE_WORDS: readonly string[] = phrases(
  "we | our | ours | us | this site | this website | this page | this article | this story | this content | this post | this video | this newspaper | this text | " +
    "wir | uns | unser | unsere | unseren | unserem | unserer | diese website | dieser website | diese webseite | dieser webseite | diese seite | dieser seite | dieses angebot | " +
    "dieser artikel | diesen artikel | dieser inhalt | diesen inhalt | dieser beitrag | dieser text | nous | notre | nos | ce site | cet article | ce contenu | cette page | ce texte | utilisons | " +
    "nosotros | nuestro | nuestra | nuestros | nuestras | este sitio | esta web | este sitio web | esta página | este contenido | este artículo | este texto | utilizamos | usamos | empleamos | " +
    "noi | nostro | nostra | nostri | nostre | questo sito | questo articolo | questo contenuto | questa pagina | questo testo | utilizziamo | usiamo | " +
    "nós | nosso | nossa | nossos | nossas | este site | este artigo | este conteúdo | wij | onze | ons | deze website | deze site | dit artikel | deze inhoud | deze content | " +
    "vi | vår | vårt | våra | våre | vores | denna webbplats | den här webbplatsen | den här sidan | den här artikeln | dette nettstedet | denne artikkelen | dette website | denne hjemmeside | " +
    "meidän | käytämme | tämä sivusto | sivustomme | nasz | nasza | nasze | naszej | naszych | używamy | korzystamy | wykorzystujemy | ta strona | ten artykuł | ta witryna | tej stronie | " +
    "náš | naše | našich | používáme | tento web | tyto stránky | мы | нас | наш | наша | наше | наши | нашем | используем | этот сайт | сайт использует | эта статья | " +
    "ми | наш | використовуємо | цей сайт | biz | bizim | kullanıyoruz | bu site | sitemizde | bu sitede | bu içerik | μας | χρησιμοποιούμε | αυτός ο ιστότοπος | noastre | folosim | acest site",
);

/** The readers: "you", "your". */
export const READER_WORDS: readonly string[] = phrases(
  "you | your | yours | dir | dich | dein | deine | deinen | deiner | euch | eure | vous | votre | vos | abonnez | usted | ustedes | tu | tus | te | ti | acepta | aceptas | suscríbete | suscríbase | " +
    "tuo | tua | tuoi | tue | voi | vostro | vostra | abbonati | você | vocês | teu | assine | je | jij | jouw | u | uw | dig | deg | din | ditt | dina | dine | " +
    "sinä | sinun | voit | twój | twoja | twoje | twoich | swoją zgodę | klikając | vaše | váš | вы | вас | вам | ваш | ваша | ваше | ваши | ви | вам | ваші | " +
    "siz | size | sizin | onayınız | abone olun | σας | εσείς | dumneavoastră",
);

/** German's formal "you", told from "she" and "they" by its capital within a sentence. */
export const FORMAL_YOU = /[\p{L}\d,;] (?:Sie|Ihnen|Ihre?[mnrs]?)(?:$|[^\p{L}])/u;

/** The same for scripts without spaces: pieces of text. Japanese notices are polite, reports are not. */
export const SPACELESS_ADDRESS: readonly string[] = [
  ..."当サイト|当社|ます|です|ください|お客様|我们|我們|您|本站|本网站|本網站|本网|เรา|คุณ|ท่าน|เว็บไซต์นี้".split(
    "|",
  ),
];
