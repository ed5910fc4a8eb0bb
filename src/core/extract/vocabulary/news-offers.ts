/*
 * How a house offers its news in the middle of a text: an opening spoken to readers, and a word for news somewhere behind
 * it. "Follow us for all the news, sport and weather." Reports open so too ("Keep up with the boat, he shouted"), but
 * hardly with both.
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
      "to stay up to date | to stay updated | follow us for | follow us to | follow us and | follow along for | for all the latest | for the latest | for more news | for more stories | " +
      "for more coverage | for all your | keep up with | keep up to date | stay up to date | stay updated | stay on top of | catch up on | " +
      "catch up with | get all the | never miss a | never miss an | find all the latest | find more | you can follow | visit our",
    news: "news | headlines | stories from | story from | updates from | coverage | our homepage | our website",
  },
  {
    language: "de",
    openings:
      "folgen sie uns | folgt uns | folge uns | bleiben sie | bleib | bleibt | " +
      "verpassen sie | verpasse | verpasst",
    news: "nachrichten aus | nachrichten finden | nachrichten sport | nachrichten mehr | aktuellen nachrichten | neuesten nachrichten | wichtigsten nachrichten | auf dem laufenden | keine news | newsletter | unsere app | unserer app",
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
      "síguenos | síganos | sigue toda | sigue las | mantente | manténgase | " +
      "entérate | no te pierdas | recibe | consulta las últimas | conoce las últimas",
    news: "noticias | la actualidad | nuestra portada | nuestra web | nuestro canal | nuestra app | nuestras redes",
  },
  {
    language: "pt",
    openings:
      "siga nos | siga o | siga a | acompanhe | fique por dentro | fique atualizado | fique ligado | receba | receba as | confira as últimas | mantenha se",
    news: "notícias | nosso portal | nosso canal | nosso app | nosso site | nossas redes",
  },
  {
    language: "it",
    openings:
      "seguici | resta aggiornato | resta aggiornata | restate aggiornati | rimani aggiornato | per rimanere aggiornato | per restare aggiornato | " +
      "tutte le notizie | tutte le ultime | non perderti | segui tutte",
    news: "notizie | nostro canale | nostra app | nostro sito | aggiornament",
  },
  {
    language: "nl",
    openings:
      "volg ons | blijf op de hoogte | blijf altijd op de hoogte | mis niets | mis geen | al het laatste | lees al het | ontvang",
    news: "nieuws | onze app | onze site | ons kanaal",
  },
  {
    language: "sv",
    openings: "följ oss | håll dig uppdaterad | håll koll på | missa inga | missa inte | få de senaste",
    news: "nyheter | senaste nytt | vår app | vår sajt | nyhetsbrev",
  },
  {
    language: "no",
    openings: "følg oss | hold deg oppdatert | gå ikke glipp av | få de siste | få siste",
    news: "nyheter | siste nytt | appen vår | vår app | nyhetsbrev",
  },
  {
    language: "da",
    openings: "følg os | hold dig opdateret | gå ikke glip af | få de seneste | få seneste",
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
      "подписывайтесь на нас | подписывайтесь на наш | следите за нами | следите за нашими | будьте в курсе | " +
      "оставайтесь в курсе | хотите быть в курсе",
    news: "новост | канале | нашем сайте | приложени",
  },
  {
    language: "uk",
    openings: "стежте за | слідкуйте за | підписуйтесь на | підписуйтеся на | будьте в курсі",
    news: "новин",
  },
  {
    language: "tr",
    openings:
      "tüm haberler | en güncel haberler | en son haberler | son dakika haberleri | güncel haberler | son gelişmelerden | " +
      "gelişmelerden anında | haberlerimizi",
    news: "bizi takip edin | ziyaret edin | sitemiz | uygulama | kanalımız | tıklayın",
  },
  {
    language: "id",
    openings:
      "dapatkan berita | dapatkan update | ikuti kami | ikuti berita | ikuti terus | simak berita | jangan lewatkan",
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
    news: "ειδήσεις | νέα | ενημέρωση | google news",
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
    openings:
      "تابعونا | تابعنا | تابع آخر | تابعوا آخر | لمتابعة آخر | لمتابعة أحدث | للاطلاع على آخر | للحصول على آخر",
    news: "الأخبار | أخبار | المستجدات",
  },
  {
    language: "he",
    openings: "עקבו אחרינו | עקבו אחרי | הישארו מעודכנים | לכל החדשות | להתעדכן",
    news: "חדשות | החדשות | עדכונים",
  },
  {
    language: "fa",
    openings: "ما را دنبال | ما را در | برای دیدن آخرین | برای اطلاع از آخرین",
    news: "خبر | اخبار",
  },
  {
    language: "hi",
    openings: "ताज़ा ख़बरों के लिए | ताजा खबरों के लिए | ताज़ा खबरों के लिए | देश दुनिया की | हमें फॉलो | सभी ताज़ा",
    news: "ख़बर | खबर | हमें फॉलो | हमें हर",
  },
  {
    language: "ja",
    openings: "最新ニュースは | 最新のニュースは | ニュースをもっと | フォローして",
    news: "公式アプリ | アプリで | ご覧 | フォローして最新 | 公式サイト | 公式LINE",
  },
  {
    language: "zh",
    openings:
      "更多新闻 | 更多新聞 | 更多资讯 | 更多資訊 | 更多内容 | 更多內容 | 更多精彩 | 欢迎关注 | 歡迎追蹤",
    news: "关注 | 關注 | 追蹤 | 公众号 | 客户端 | 下载 | 下載 | 官网 | 官網",
  },
  {
    language: "ko",
    openings: "더 많은 뉴스는 | 더 많은 소식은 | 최신 뉴스는 | 실시간 뉴스는 | 뉴스를 더",
    news: "채널 | 구독 | 카카오톡 | 앱에서 | 홈페이지 | 유튜브",
  },
  {
    language: "th",
    openings: "ติดตามข่าวสาร | ติดตามข่าว | กดติดตาม | อัปเดตข่าว",
    news: "เว็บไซต์ | แอป | เพจ | ของเรา | ไลน์ | ได้ที่",
  },
  // News as the subject: reports open so too, and the medium has to be named.
  {
    language: "de",
    openings:
      "alle aktuellen nachrichten | alle wichtigen nachrichten | weitere aktuelle nachrichten | die wichtigsten nachrichten | mehr nachrichten",
    news: "finden sie hier | findest du hier | auf unserer | in unserer | in unserem | newsletter",
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
    language: "pl",
    openings: "więcej wiadomości | najnowsze wiadomości | najnowsze informacje | więcej informacji",
    news: "naszym | naszej | na stronie głównej",
  },
  {
    language: "ru",
    openings: "больше новостей | все новости | самые важные новости | главные новости",
    news: "в нашем | на нашем | нашего канала",
  },
  {
    language: "uk",
    openings: "більше новин | усі новини | всі новини | головні новини",
    news: "у нашому | в нашому | на нашому",
  },
  {
    language: "el",
    openings: "όλες οι ειδήσεις | δείτε όλες τις",
    news: "google news | στο site μας | σελίδα μας",
  },
];
