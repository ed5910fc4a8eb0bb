/*
 * How a house offers its news in the middle of a text: an opening spoken to readers, and a word for news somewhere behind
 * it. "Follow us for all the news, sport and weather." Reports open so too ("Keep up with the boat, he shouted"), but
 * hardly with both. Openings that reports share are therefore given with the words that follow in offers
 * ("Keep up with all the", not "Keep up with").
 *
 * Openings stand at the beginning of the line; news are beginnings of words, in scripts without spaces pieces of text.
 * Sources: as in strong-cues-english.ts; the sentences by which broadcasters and regional papers of each language ask to
 * be followed on their sites, in the words of the translations of Google News and WhatsApp channels.
 */

export interface NewsOffers {
  /** BCP 47. */
  readonly language: string;
  /** Phrases separated by `|`. */
  readonly openings: string;
  /** Beginnings of words separated by `|`. */
  readonly news: string;
}

export const NEWS_OFFERS: readonly NewsOffers[] = [
  {
    language: "en",
    openings:
      "follow us for | follow us to | follow us and | follow along for | keep up with all the | keep up with the latest | keep up with our | " +
      "keep up to date with the latest | keep up to date with all | keep up to date with our | stay up to date with the latest | stay up to date with all | " +
      "stay up to date with our | stay up to date on the latest | stay updated with the latest | stay updated with all | stay updated on the latest | " +
      "stay updated on all | stay on top of all | stay on top of the | catch up on all the | catch up on the latest | catch up with all the | " +
      "catch up with the latest | get all the | never miss a | never miss an | find all the latest | find more news | find more stories | " +
      "you can follow all | you can follow our",
    news: "news | headlines | stories from | story from | updates from | our coverage | all the coverage | latest coverage",
  },
  {
    language: "de",
    openings:
      "folgen sie uns | folgt uns auf | folgt uns für | folgt uns und | folge uns | bleiben sie | bleib auf dem | bleib immer | bleib informiert | bleib mit uns | bleibt auf dem | " +
      "bleibt immer | bleibt informiert | verpassen sie kein | verpassen sie keine | verpassen sie nichts | verpasse keine | verpasse nichts | " +
      "verpasst keine | verpasst nichts",
    news:
      "nachrichten aus | nachrichten finden | nachrichten sport | nachrichten mehr | aktuellen nachrichten | neuesten nachrichten | " +
      "wichtigsten nachrichten | auf dem laufenden | keine news | newsletter | unsere app | unserer app",
  },
  {
    language: "fr",
    openings:
      "suivez nous | retrouvez | retrouvez nous | ne manquez rien | ne ratez rien | pour ne rien manquer | restez informé | restez informés | " +
      "restez au courant | suivez toute | suivez l'actualité",
    news: "actualité | lactualité | actus | infos de | linfo | notre site | notre application",
  },
  {
    language: "es",
    openings:
      "síguenos | síganos | sigue toda la actualidad | sigue toda la información | sigue las últimas | sigue las noticias | mantente al | " +
      "mantente informado | mantente informada | manténgase al | manténgase informado | entérate de | no te pierdas nada | no te pierdas ninguna | " +
      "no te pierdas las últimas | recibe las últimas | recibe las noticias | recibe todas las | recibe cada | recibe gratis | " +
      "consulta las últimas noticias | conoce las últimas noticias",
    news: "noticias | la actualidad | nuestra portada | nuestra web | nuestro canal | nuestra app | nuestras redes",
  },
  {
    language: "pt",
    openings:
      "siga nos | siga o nosso | siga a nossa | siga nosso | siga nossa | acompanhe | fique por dentro | fique atualizado | fique ligado | receba as | " +
      "receba todas | receba notícias | receba nossas | confira as últimas notícias | mantenha se informado | mantenha se atualizado",
    news: "notícias | nosso portal | nosso canal | nosso app | nosso site | nossas redes",
  },
  {
    language: "it",
    openings:
      "seguici | resta aggiornato | resta aggiornata | restate aggiornati | rimani aggiornato | per rimanere aggiornato | per restare aggiornato | " +
      "non perderti | segui tutte le notizie | segui tutte le ultime",
    news: "notizie | nostro canale | nostra app | nostro sito | aggiornament",
  },
  {
    language: "nl",
    openings:
      "volg ons | blijf op de hoogte | blijf altijd op de hoogte | mis niets | mis geen | lees al het | ontvang het | ontvang al | ontvang elke | " +
      "ontvang dagelijks",
    news: "nieuws | onze app | onze site | ons kanaal",
  },
  {
    language: "sv",
    openings:
      "följ oss | håll dig uppdaterad | håll koll på de | håll koll på allt | missa inga | missa inte | få de senaste nyheterna | få alla nyheter",
    news: "nyheter | senaste nytt | vår app | vår sajt | nyhetsbrev",
  },
  {
    language: "no",
    openings: "følg oss | hold deg oppdatert | gå ikke glipp av | få de siste nyhetene | få siste nytt",
    news: "nyheter | nyhetene | siste nytt | appen vår | vår app | nyhetsbrev",
  },
  {
    language: "da",
    openings: "følg os | hold dig opdateret | gå ikke glip af | få de seneste nyheder | få seneste nyt",
    news: "nyheder | seneste nyt | vores app | nyhedsbrev",
  },
  {
    language: "fi",
    openings: "seuraa meitä | pysy ajan tasalla | älä missaa",
    news: "uutis | sovellukse",
  },
  {
    language: "pl",
    openings: "obserwuj nas | śledź nas | bądź na bieżąco | bądźcie na bieżąco | nie przegap",
    news: "wiadomości | wiadomościami | informacji | informacje z | informacjami | newsów | naszej aplikacji",
  },
  {
    language: "cs",
    openings: "sledujte nás | zůstaňte v obraze | buďte v obraze | nenechte si ujít",
    news: "zprávy | zprávami | zpráv | novink | aplikac",
  },
  {
    language: "ru",
    openings:
      "подписывайтесь на нас | подписывайтесь на наш | следите за нами | следите за нашими | будьте в курсе | оставайтесь в курсе | хотите быть в курсе",
    news: "новост | нашем канале | наш канал | нашем сайте | нашем приложени",
  },
  {
    language: "uk",
    openings:
      "стежте за нами | стежте за новинами | стежте за нашими | слідкуйте за нами | слідкуйте за новинами | слідкуйте за нашими | підписуйтесь на | " +
      "підписуйтеся на | будьте в курсі",
    news: "новин",
  },
  {
    language: "tr",
    openings:
      "tüm haberler | en güncel haberler | en son haberler | son dakika haberleri | güncel haberler | son gelişmelerden | gelişmelerden anında | " +
      "haberlerimizi",
    news: "bizi takip edin | ziyaret edin | sitemizi | sitemizde | uygulamamız | kanalımız | tıklayın",
  },
  {
    language: "id",
    openings:
      "dapatkan berita | dapatkan update | ikuti kami | ikuti berita | ikuti terus berita | ikuti terus perkembangan | simak berita | jangan lewatkan berita",
    news: "berita",
  },
  {
    language: "vi",
    openings: "theo dõi chúng tôi | mời bạn đọc | mời quý vị | cập nhật tin | đón đọc",
    news: "tin tức | tin mới | tin nóng",
  },
  {
    language: "el",
    openings: "ακολουθήστε μας | ακολουθήστε το | μείνετε ενημερωμένοι | διαβάστε όλες",
    news: "ειδήσεις | όλα τα νέα | τελευταία νέα | ενημέρωση | google news",
  },
  {
    language: "ro",
    openings: "urmărește ne | urmăriți ne | fii la curent | rămâi la curent | abonează te",
    news: "știri | ştiri | noutăți",
  },
  {
    language: "hu",
    openings: "kövess minket | kövessen minket | ne maradj le | ne maradjon le | iratkozz fel",
    news: "hír",
  },
  {
    language: "ar",
    openings: "تابعونا | تابع آخر الأخبار | تابعوا آخر الأخبار | تابع آخر المستجدات | تابعوا آخر المستجدات",
    news: "الأخبار | أخبار | المستجدات",
  },
  {
    language: "he",
    openings: "עקבו אחרינו | הישארו מעודכנים | להתעדכן",
    news: "חדשות | החדשות | לכל החדשות | עדכונים",
  },
  {
    language: "fa",
    openings: "ما را دنبال | ما را در",
    news: "خبرها | همه خبر | اخبار | دنبال کنید",
  },
  {
    language: "hi",
    openings: "ताज़ा ख़बरों के लिए | ताजा खबरों के लिए | ताज़ा खबरों के लिए | देश दुनिया की | हमें फॉलो | सभी ताज़ा",
    news: "पढ़ें | पढ़िए | देखें | क्लिक करें | फॉलो करें | फॉलो कर | जुड़ें | जुड़े रहें | डाउनलोड करें | हमें हर",
  },
  {
    language: "ja",
    openings: "最新ニュースは | 最新のニュースは | ニュースをもっと | フォローして",
    news: "ご覧 | ください | チェックしよう | フォローして最新",
  },
  {
    language: "zh",
    openings:
      "更多新闻 | 更多新聞 | 更多资讯 | 更多資訊 | 更多内容 | 更多內容 | 更多精彩 | 欢迎关注 | 歡迎追蹤",
    news: "请关注 | 請關注 | 请下载 | 請下載 | 请点击 | 請點擊 | 请登录 | 請追蹤 | 欢迎关注 | 歡迎追蹤 | 我们的 | 我們的 | 敬请",
  },
  {
    language: "ko",
    openings: "더 많은 뉴스는 | 더 많은 소식은 | 최신 뉴스는 | 실시간 뉴스는 | 뉴스를 더",
    news: "볼 수 있습니다 | 보실 수 | 확인하세요 | 확인하실 | 확인할 수 있습니다 | 만나보세요 | 구독하 | 구독해",
  },
  {
    language: "th",
    openings: "ติดตามข่าว | กดติดตาม | อัปเดตข่าว",
    news: "เว็บไซต์ของเรา | แอปของเรา | เพจของเรา | ไลน์ของเรา | ได้ที่",
  },
];
