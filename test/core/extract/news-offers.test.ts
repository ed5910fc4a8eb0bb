/*
 * Sentences in which a house offers its news, between the paragraphs of an article; and reports that open like them.
 */
import { describe, expect, it } from "vitest";
import { article, HARBOUR_TEXT, harbourPage } from "./pages.ts";

const OFFERS: readonly string[] = [
  "Follow us for all the news, sport and weather.",
  "Follow us for breaking news, sport and weather from the sound.",
  "For all the latest news from Varnby, visit our homepage.",
  "For more news from the coast, click here.",
  "Keep up with all the latest news from the sound.",
  "Stay up to date with the latest news from the coast.",
  "Catch up on all the latest headlines from Varnby.",
  "Never miss a story from the sound with our daily letter.",
  "Folgen Sie uns für alle aktuellen Nachrichten, Sport und Wetter.",
  "Bleiben Sie mit uns immer auf dem Laufenden über die Küste.",
  "Alle aktuellen Nachrichten aus Varnby finden Sie hier.",
  "Verpassen Sie keine Nachrichten mehr aus der Region Varnby.",
  "Suivez-nous pour toute l’actualité, le sport et la météo.",
  "Retrouvez toute l’actualité de la côte sur notre site.",
  "Ne manquez rien de l’actualité de Varnby et de sa région.",
  "Síguenos para todas las noticias, el deporte y el tiempo.",
  "Mantente al día con las últimas noticias de la costa.",
  "Toda la actualidad de Varnby está en nuestra portada.",
  "Seguici per tutte le notizie, lo sport e il meteo.",
  "Resta aggiornato sulle ultime notizie della costa.",
  "Siga-nos para todas as notícias, esporte e tempo.",
  "Acompanhe as últimas notícias do litoral em nosso portal.",
  "Fique por dentro das últimas notícias de Varnby e região.",
  "Volg ons voor al het nieuws, sport en weer.",
  "Blijf op de hoogte van het laatste nieuws uit Varnby.",
  "Följ oss för alla nyheter, sport och väder.",
  "Håll dig uppdaterad med de senaste nyheterna från kusten.",
  "Følg oss for alle nyheter, sport og vær.",
  "Hold deg oppdatert på siste nytt fra hele kysten.",
  "Følg os for alle nyheder, sport og vejr.",
  "Hold dig opdateret med seneste nyt fra hele kysten.",
  "Seuraa meitä ja saat kaikki uutiset, urheilun ja sään.",
  "Pysy ajan tasalla rannikon tuoreimmista uutisista meidän kanssamme.",
  "Obserwuj nas, aby mieć wszystkie wiadomości, sport i pogodę.",
  "Bądź na bieżąco z najnowszymi wiadomościami z całego wybrzeża.",
  "Sledujte nás a mějte všechny zprávy, sport a počasí.",
  "Подписывайтесь на нас: все новости, спорт и погода.",
  "Больше новостей побережья — в нашем канале и на сайте.",
  "Будьте в курсе последних новостей всего нашего побережья.",
  "Стежте за нами: усі новини, спорт і погода.",
  "Tüm haberler, spor ve hava durumu için bizi takip edin.",
  "En güncel haberler için sitemizi her gün ziyaret edin.",
  "Dapatkan berita terbaru tentang pesisir hanya di situs kami.",
  "Ikuti kami untuk semua berita, olahraga, dan cuaca.",
  "Theo dõi chúng tôi để cập nhật tin tức, thể thao và thời tiết.",
  "Ακολουθήστε μας για όλα τα νέα, τον αθλητισμό και τον καιρό.",
  "Urmărește-ne pentru toate știrile, sportul și vremea.",
  "Kövess minket, hogy minden hír, sport és időjárás meglegyen.",
  "تابعونا للاطلاع على آخر الأخبار والرياضة والطقس.",
  "لمتابعة آخر الأخبار عن الساحل زوروا موقعنا كل يوم.",
  "עקבו אחרינו לכל החדשות, הספורט ומזג האוויר.",
  "ما را دنبال کنید تا همه خبرها، ورزش و هوا را بدانید.",
  "ताज़ा ख़बरों के लिए हमें हर दिन पढ़ें और देखें।",
  "最新ニュースは公式アプリでいつでもご覧いただけます。",
  "更多新闻请关注我们的公众号和客户端。",
  "더 많은 뉴스는 카카오톡 채널에서 볼 수 있습니다.",
  "ติดตามข่าวสารล่าสุดของชายฝั่งได้ทุกวันที่เว็บไซต์ของเรา",
];

const REPORTS: readonly string[] = [
  "“Follow us for all the news, sport and weather,” the old sign above the kiosk still says.",
  "Follow us and you will see it, the divers told the police on the quay.",
  "For more than ninety years, the boat had carried the news across the sound.",
  "For all the latest fears, the bridge has never been closed in a storm.",
  "Keep up with the boat, the coach shouted at his swimmers on the quay.",
  "News, sport and weather came by boat until the year of the great flood.",
  "„Folgen Sie uns für alle aktuellen Nachrichten“, steht noch am alten Kiosk.",
  "Alle aktuellen Fahrpläne hängen am Kiosk, und keiner davon stimmt noch.",
  "Bleiben Sie auf dem Schiff, rief der Kapitän den Leuten am Kai zu.",
  "Toute la côte parle de la gare maritime depuis que le conseil a voté.",
  "Toda la costa habla de la terminal desde que votó el concejo.",
  "Tutte le barche restano in porto da quando il consiglio ha votato.",
  "Alle boten blijven in de haven sinds de raad heeft gestemd.",
  "Все лодки стоят в порту с тех пор, как совет проголосовал.",
  "Все новости о пароме жители узнавали в эти дни от соседей.",
  "Todas las noticias sobre la terminal las dio el concejo el lunes.",
  "Toute l’actualité du port tenait sur une page de son carnet.",
  "Mehr Nachrichten hatte der Kapitän den Leuten am Kai nicht zu bieten.",
  "Больше рыбы в этом году никто у берега не видел.",
  "Tüm tekneler meclisin oylamasından beri limanda bekliyor.",
  "آخر القوارب غادر الميناء صباح الاثنين بعد قرار المجلس.",
  "最新の報告書によると、桟橋の修理には十年分の収入が必要だという。",
  "更多渔民在周一的会议上反对关闭码头的决定。",
];

const at = (line: string) => article(harbourPage({ between: `<p>${line}</p>` })).text;

describe("between the paragraphs of an article", () => {
  it.each(OFFERS)("an offer of news leaves: %s", (line) => {
    expect(at(line)).toBe(HARBOUR_TEXT);
  });

  it.each(REPORTS)("a sentence that opens like one stays: %s", (line) => {
    expect(at(line)).toContain(line);
  });
});
