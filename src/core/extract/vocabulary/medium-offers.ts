/*
 * Offers of news that open like reports, with news as the subject or the aim: "All the news from Varnby …", "For the latest
 * …". Here the medium has to be named, or what readers are to do there.
 *
 * Sources: as in news-offers.ts.
 */
import type { NewsOffers } from "./news-offers.ts";

export const MEDIUM_OFFERS: readonly NewsOffers[] = [
  {
    language: "en",
    openings:
      "for all the latest | for the latest | for more news | for more stories | for more coverage | for all your | to stay up to date | to stay updated | " +
      "visit our website for | visit our homepage for | visit our site for",
    news:
      "visit our | visit us | visit the | follow us | follow our | facebook | whatsapp | instagram | click here | click on | go to our | head to our | sign up | subscribe | download our | " +
      "check out | tune in | our homepage | our website | our app",
  },
  {
    language: "ar",
    openings: "لمتابعة آخر | لمتابعة أحدث | للاطلاع على آخر | للحصول على آخر",
    news: "زوروا | تابعوا | تابعونا | تابع | اضغط | اضغطوا | موقعنا | قناتنا | صفحتنا | تطبيقنا",
  },
  {
    language: "he",
    openings: "לכל החדשות",
    news: "לחצו | כנסו | הצטרפו | עקבו | באתר שלנו | באפליקציה שלנו",
  },
  {
    language: "fa",
    openings: "برای دیدن آخرین | برای اطلاع از آخرین",
    news: "دنبال کنید | کلیک کنید | مراجعه کنید | بپیوندید",
  },
  {
    language: "de",
    openings:
      "alle aktuellen nachrichten | alle wichtigen nachrichten | weitere aktuelle nachrichten | die wichtigsten nachrichten | mehr nachrichten",
    news:
      "finden sie hier | findest du hier | auf unserer seite | auf unserer website | in unserer app | in unserem newsletter | in unserem liveblog | " +
      "in unserem ticker | newsletter",
  },
  {
    language: "fr",
    openings: "toute l'actualité | toutes nos actualités | toutes les infos",
    news: "notre site | notre application | nos réseaux | notre chaîne",
  },
  {
    language: "es",
    openings: "toda la información | toda la actualidad | todas las noticias | más noticias",
    news: "nuestra portada | nuestra web | nuestro canal | nuestra app | nuestras redes",
  },
  {
    language: "pt",
    openings: "todas as notícias | mais notícias | toda a informação",
    news: "nosso portal | nosso canal | nosso app | nosso site | nossas redes",
  },
  {
    language: "it",
    openings: "tutte le notizie | tutte le ultime notizie",
    news: "nostro canale | nostra app | nostro sito | nostri social",
  },
  {
    language: "nl",
    openings: "al het laatste nieuws",
    news: "op onze | in onze | via onze | vind je | vindt u | lees je | leest u",
  },
  {
    language: "pl",
    openings: "więcej wiadomości | najnowsze wiadomości | najnowsze informacje | więcej informacji",
    news: "naszej stronie | naszym serwisie | naszym portalu | naszym kanale | naszym profilu | naszej aplikacji | na stronie głównej",
  },
  {
    language: "ru",
    openings: "больше новостей | все новости | самые важные новости | главные новости",
    news: "нашем канале | нашем телеграм | нашем telegram | нашем сайте | нашем приложении | нашего канала",
  },
  {
    language: "uk",
    openings: "більше новин | усі новини | всі новини | головні новини",
    news: "нашому каналі | нашому телеграм | нашому telegram | нашому сайті | нашому застосунку",
  },
  {
    language: "el",
    openings: "όλες οι ειδήσεις | δείτε όλες τις",
    news: "google news | στο site μας | σελίδα μας",
  },
];
