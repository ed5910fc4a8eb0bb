/*
 * The same as in strong-cues-english.ts for other languages, in the order of the scripts: Latin, Cyrillic, Greek, Arabic,
 * Hebrew, Devanagari, East Asian.
 *
 * Sources: the tuning half of the evaluation pages; the interface strings of WordPress (newspack, amp, jetpack
 * translations), Facebook's and X's embed texts, and the sharing plug-ins' translations in each language.
 */
import { byLanguage } from "./phrase-list.ts";

export const OTHER_STRONG_CUES = byLanguage({
  de: {
    "related-link":
      "lesen sie mehr | lesen sie hier | lesen sie dazu | lies auch | siehe auch | ähnliche artikel | " +
      "auch lesenswert | lesetipp | lesen sie jetzt | weiterlesen | hier lesen sie | passend zum thema | mehr news | meistgelesen",
    newsletter:
      "jetzt abonnieren | keine nachricht mehr verpassen | unser newsletter | der tag kompakt | hier abonnieren | zur anmeldung | " +
      "jetzt weiterlesen mit | sie haben bereits ein abo | schon abonnent | bereits abonnent | diesen artikel weiterlesen",
    social:
      "folge uns | artikel teilen | diesen artikel teilen | beitrag teilen | kommentar schreiben | kommentare lesen | " +
      "schreiben sie einen kommentar",
    interface:
      "artikel anhören | zur startseite | zur übersicht | zum seitenanfang | empfohlener externer inhalt | " +
      "empfohlener redaktioneller inhalt | an dieser stelle finden sie | an dieser stelle findest du | ich bin damit einverstanden | " +
      "hinweis der redaktion | transparenzhinweis | korrekturhinweis | dieser artikel wurde | dieses thema im programm | " +
      "bei dieser meldung handelt es sich | © dpa | dpa infocom | alle rechte vorbehalten | die redaktion behält sich",
  },
  fr: {
    "related-link":
      "à lire aussi | lire la suite | lire également | à voir aussi | articles liés | la suite après cette publicité | " +
      "la suite après la publicité",
    interface:
      "partager cet article | partager l'article | suivez nous | cet article est réservé | vous avez déjà un compte | " +
      "passer la publicité | copier le lien | tous droits réservés | s'abonner à la newsletter | écouter cet article | crédit photo",
  },
  es: {
    "related-link":
      "lea también | lee también | lea además | lea más | leer más | lee más | mira también | vea también | ver también | " +
      "noticias relacionadas | noticia relacionada | artículos relacionados | además lea",
    interface:
      "temas relacionados | todos los derechos reservados | esta funcionalidad es sólo para | reportar un error | " +
      "escucha este artículo",
  },
  pt: {
    "related-link":
      "leia também | leia mais | leia ainda | veja também | confira também | notícias relacionadas | " +
      "continua após a publicidade | continua depois da publicidade | continue lendo | ler mais",
    interface: "siga nos",
  },
  it: {
    "related-link":
      "leggi anche | leggi di più | leggi tutto | vedi anche | guarda anche | articoli correlati | continua a leggere | notizie correlate",
    interface: "seguici | riproduzione riservata | ascolta l'articolo",
  },
  nl: {
    "related-link":
      "lees ook | lees meer | bekijk ook | zie ook | gerelateerde artikelen | meest gelezen | deel dit artikel | " +
      "schrijf je in",
  },
  no: {
    "related-link":
      "les også | les mer | les saken | se også | les videre | saken oppdateres | annonsørinnhold | del artikkel | del saken | " +
      "følg oss | artikkelen fortsetter under | saken fortsetter under | fortsetter under annonsen",
  },
  da: {
    "related-link":
      "læs også | læs mere | se også | artiklen fortsætter | del artiklen | følg os | hør artiklen",
  },
  sv: {
    "related-link":
      "läs också | läs även | läs mera | se också | se även | artikeln fortsätter | dela artikeln | " +
      "detta är en nyhetsartikel",
  },
  fi: {
    "related-link": "lue myös | lue lisää | katso myös | juttu jatkuu | jaa artikkeli | seuraa meitä",
  },
  pl: {
    "related-link":
      "czytaj też | czytaj także | czytaj więcej | czytaj dalej | czytaj również | zobacz też | zobacz także | zobacz również | " +
      "zobacz więcej | przeczytaj także | przeczytaj też | dalszy ciąg materiału | wszelkie prawa zastrzeżone",
  },
  cs: { "related-link": "čtěte také | čtěte více | článek pokračuje" },
  ru: {
    "related-link":
      "читайте также | читайте ещё | читайте еще | читать далее | смотрите также | материалы по теме | еще по теме | " +
      "ещё по теме | наш телеграм",
  },
  uk: { "related-link": "читайте також | читати далі | дивіться також" },
  tr: {
    "related-link":
      "ilgili haberler | ilgili haber | bültenimize | ilginizi çekebilir | ayrıca okuyun | devamını oku | haberin devamı | " +
      "bunlar da ilginizi çekebilir",
  },
  id: {
    "related-link":
      "baca juga | baca selengkapnya | lihat juga | simak juga | simak video | artikel terkait | berita terkait | scroll to continue | " +
      "ikuti kami",
  },
  vi: { "related-link": "xem thêm | tin liên quan | bài liên quan" },
  el: { "related-link": "διαβάστε επίσης | διαβάστε ακόμη | δείτε επίσης | σχετικά άρθρα" },
  ro: {
    "related-link":
      "citește și | citeşte şi | citește mai mult | vezi și | te-ar putea interesa | articole similare | abonează te",
  },
  hu: { "related-link": "kapcsolódó cikkek | iratkozzon fel | ez is érdekelheti" },
  ar: {
    "related-link":
      "اقرأ أيضا | اقرأ أيضًا | اقرأ المزيد | إقرأ أيضا | شاهد أيضا | مواضيع ذات صلة | أخبار ذات صلة",
  },
  he: { "related-link": "קראו גם | ראו גם | לקריאה נוספת | כתבות נוספות | עוד בנושא" },
  fa: { "related-link": "بیشتر بخوانید | همچنین بخوانید | مطالب مرتبط | اخبار مرتبط" },
  hi: {
    "related-link": "यह भी पढ़ें | ये भी पढ़ें | और पढ़ें | इसे भी पढ़ें | संबंधित खबरें | शेयर करें",
  },
  ja: {
    "related-link":
      "関連記事 | 関連ニュース | あわせて読みたい | おすすめ記事 | 続きを読む | 記事を読む | この記事をシェア | 無断転載 | 人気記事 | アクセスランキング",
  },
  zh: {
    "related-link":
      "相关新闻 | 相关阅读 | 相关文章 | 相關新聞 | 相關文章 | 相關報導 | 延伸閱讀 | 延伸阅读 | 更多新聞 | 更多新闻 | 看更多 | 推薦閱讀 | 推荐阅读 | 责任编辑 | 責任編輯 | 分享到 | 关注我们 | 追蹤我們 | " +
      "版权所有 | 點我 | 免责声明本 | 免責聲明本 | 免责声明以上 | 免責聲明以上 | 免责声明该 | 声明 本网转 | 声明 本网站 | 声明 本文仅 | 声明 本文内容 | 声明 本文观点 | 声明 本文系 | 声明 本文来 | 声明 本文由 | 声明 本文为 | 聲明 本文僅 | 聲明 本文內容 | 聲明 本文觀點 | 特别声明 本",
  },
  ko: {
    "related-link":
      "관련기사 | 관련 기사 | 관련뉴스 | 추천기사 | 많이 본 뉴스 | 무단전재 | 무단 전재 | 저작권자 | 기사제보 | 공유하기",
  },
  th: {
    "related-link": "อ่านเพิ่มเติม | อ่านต่อ | ข่าวที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | ติดตามเรา",
  },
  mul: {
    // Offers to readers. Never their first words alone: interviews and reports have those too.
    contact:
      "fehler entdeckt schreiben | fehler entdeckt melden | fehler entdeckt hier | haben sie einen fehler gefunden | " +
      "haben sie einen fehler entdeckt | haben sie einen fehler im artikel | une erreur dans cet article | " +
      "has encontrado un error en este | has encontrado un error en esta | has encontrado un error avísanos | " +
      "has encontrado un error escríbenos | has encontrado un error cuéntanos | hai trovato un errore in questo | " +
      "hai trovato un errore in questa | hai trovato un errore nell'articolo | hai trovato un errore segnalacelo | " +
      "hai trovato un errore scrivici | encontrou um erro neste | encontrou um erro nesta | encontrou um erro na matéria | " +
      "encontrou um erro avise | encontrou um erro fale | fout gezien mail | fout gezien meld | fout gezien laat | hittat ett fel | " +
      "har du sett en feil i artikkelen | har du sett en feil i saken | har du sett en feil tips | har du sett en feil gi | " +
      "masz ciekawy temat napisz | masz ciekawy temat wyślij | masz ciekawy temat daj | masz ciekawy temat skontaktuj | " +
      "masz ciekawy temat zadzwoń | napisz do nas | masz zdjęcie wyślij | masz zdjęcie prześlij | masz zdjęcie lub film | " +
      "masz zdjęcie albo film | zauważyłeś błąd w artykule | zauważyłeś błąd w tekście | zauważyłeś błąd zgłoś | " +
      "zauważyłeś błąd napisz | zauważyłeś błąd daj | если вы нашли ошибку выделите | если вы нашли ошибку пожалуйста выделите | если вы заметили ошибку выделите | если вы заметили ошибку пожалуйста выделите | нашли опечатку выделите | нашли опечатку в тексте | нашли опечатку нажмите | " +
      "нашли опечатку сообщите | нашли ошибку выделите | нашли ошибку в тексте | нашли ошибку нажмите | нашли ошибку сообщите | " +
      "нашли ошибку напишите | заметили ошибку выделите | заметили ошибку в тексте | заметили ошибку нажмите | " +
      "заметили ошибку сообщите | заметили ошибку напишите | знайшли помилку виділіть | знайшли помилку в тексті | " +
      "знайшли помилку у тексті | знайшли помилку повідомте | помітили помилку виділіть | помітили помилку в тексті | " +
      "помітили помилку у тексті | помітили помилку повідомте | читайте нас в | мы в telegram подписывайтесь | " +
      "мы в telegram присоединяйтесь | ми в telegram підписуйтесь | ми в telegram приєднуйтесь | hata mı buldunuz | 扫码关注 | 扫码下载 | " +
      "扫描二维码关注 | 扫描二维码下载 | 扫描二维码阅读 | 掃描 qr code 加入 | 掃描 qr code 下載 | 掃碼關注 | 掃碼加入 | 掃碼下載 | 掃碼訂閱",
  },
});
