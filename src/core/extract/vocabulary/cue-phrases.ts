/*
 * How lines begin that stand between or behind an article's paragraphs and are not part of it.
 *
 * `strong` phrases decide a line of up to 45 words; `usual` ones may also open a sentence of prose ("Support for
 * the bill grew"), so a longer whole sentence without links is kept. Lines in quotation marks are never looked up.
 *
 * Sources: the tuning half of the evaluation pages; the interface strings of WordPress (newspack, amp, jetpack
 * translations), Facebook's and X's embed texts, and the sharing plug-ins' translations in each language.
 */
import type { PhraseList } from "./phrase-set.ts";

export const STRONG_CUES: readonly PhraseList[] = [
  {
    reason: "related-link",
    language: "en",
    phrases:
      "read more | read next | read also | read the full | also read | also see | see also | see more | see all | more stories | " +
      "more coverage | more like this | more from | more on this | more about this | more in this | dont miss | you may also | " +
      "you might also | you may like | you might like | you may be interested | you might be interested | you might enjoy | " +
      "you may enjoy | story continues | continue reading | article continues | explore further | top stories | most read | " +
      "most popular | popular stories | popular posts | next article | next post | previous article | previous post | " +
      "next story | previous story | recommended for you | recommended stories | related articles | related stories | " +
      "related coverage | related posts | related news | related content | related reading | related topics | up next",
  },
  {
    reason: "newsletter",
    language: "en",
    phrases:
      "sign up | subscribe | get the latest news | get breaking news | get our newsletter | get more news | get the app | " +
      "get the newsletter | get our free | get our daily | get the best of | this newsletter | our free email | " +
      "enter your email | your email address | stay up to date | stay informed | stay connected | stay tuned | " +
      "thanks for signing up | thank you for signing up | check your inbox | please subscribe",
  },
  {
    reason: "social",
    language: "en",
    phrases:
      "follow us | share this | share on | share via | share with | like this story | like this article | like this post | " +
      "follow him on | follow her on | follow them on | follow me on | join our | join us on | join the conversation | join the discussion | " +
      "please share | please like | please follow | tell us | let us know | what do you think | leave a comment | " +
      "leave a reply | got a view | write to the editor | view comments | post a comment | add a comment | comments are closed | have your say | send us your | " +
      "follow our | connect with us",
  },
  {
    reason: "publication-line",
    language: "en",
    phrases:
      "first published | last updated | last modified | updated on | updated at | published on | published at | originally published | " +
      "this article originally | this story originally | this post originally | this article was originally | this story was originally | " +
      "this post was originally | this article first | this story first | this article was first | this story was first | " +
      "all rights reserved | copyright | our standards | filed under | posted in | posted under | a version of this article | " +
      "this article appeared in | this content is published | reprinted with permission | republished with permission",
  },
  {
    reason: "interface",
    language: "en",
    phrases:
      "click here | click to | tap here | advertisement | advertising | sponsored content | paid content | skip to | log in | login to | " +
      "print this | show more | load more | view all | view more | view gallery | view image in fullscreen | this slideshow requires | media playback | " +
      "please enable | your browser does not | loading | buy now | shop now | find out more | learn more | listen to this article | " +
      "listen to this story | listen to article | read aloud | save this | print article | expand collapse | " +
      "this video is not available | this video can not | video unavailable | image caption | media caption | open image modal | " +
      "by clicking | by submitting | by signing up | by subscribing you | this site uses affiliate | this post contains affiliate | " +
      "this article contains affiliate | this post may contain affiliate | affiliate disclosure | as an amazon associate | " +
      "we may earn | we may receive | we use cookies | this site uses cookies | reprints and permissions | request reprint | gift this article",
  },
  {
    reason: "caption-credit",
    language: "en",
    phrases:
      "photo by | photos by | photo credit | photos credit | image credit | image source | image copyright | main image | picture credit | " +
      "picture by | image by | video by | featured image | photo courtesy | image courtesy | photograph by | photographs by | " +
      "illustration by | file photo | getty images",
  },
  {
    reason: "contact",
    language: "en",
    phrases:
      "contact us | contact the author | contact the writer | contact the reporter | contact our | email us | email the | write to us | " +
      "have a tip | got a tip | have a story | have a question | got a story | do you have a story | do you know more | want more | want to read more | " +
      "want to learn more | want to know more | download the app | download our | get in touch",
  },
  {
    reason: "support-appeal",
    language: "en",
    phrases:
      "support our journalism | support our work | support us | help us | donate to | make a donation | become a member | " +
      "become a supporter | become a subscriber | already a subscriber | subscribers can | in a time of both misinformation",
  },
  {
    reason: "related-link",
    language: "de",
    phrases:
      "mehr zum thema | mehr dazu | mehr von | mehr aus | mehr lesen | lesen sie auch | lesen sie mehr | lesen sie hier | lesen sie dazu | " +
      "lies auch | auch interessant | das könnte sie | das könnte dich | siehe auch | zum thema | weitere artikel | weitere meldungen | " +
      "weitere nachrichten | weitere themen | ähnliche artikel | auch lesen | auch lesenswert | lesetipp | lesen sie jetzt | weiterlesen | " +
      "mehr über | hier lesen sie | jetzt lesen | passend dazu | passend zum thema | mehr news | aktuelle nachrichten | meistgelesen",
  },
  {
    reason: "newsletter",
    language: "de",
    phrases:
      "jetzt abonnieren | newsletter | melden sie sich | jetzt anmelden | abonnieren sie | keine nachricht mehr verpassen | " +
      "unser newsletter | der tag kompakt | hier abonnieren | zur anmeldung | jetzt kostenlos | kostenlos testen | jetzt testen | " +
      "jetzt weiterlesen mit | sie haben bereits ein abo | schon abonnent | bereits abonnent | diesen artikel weiterlesen",
  },
  {
    reason: "social",
    language: "de",
    phrases:
      "folgen sie | folge uns | artikel teilen | diesen artikel teilen | beitrag teilen | kommentar schreiben | diskutieren sie | " +
      "kommentare lesen | schreiben sie uns | schreiben sie einen kommentar | sie haben hinweise",
  },
  {
    reason: "interface",
    language: "de",
    phrases:
      "anzeige | werbung | artikel anhören | zur startseite | zur übersicht | zum seitenanfang | empfohlener externer inhalt | " +
      "empfohlener redaktioneller inhalt | externer inhalt | an dieser stelle finden sie | an dieser stelle findest du | ich bin damit einverstanden | " +
      "hinweis der redaktion | transparenzhinweis | korrekturhinweis | fehler gefunden | mit material von | mit material der | " +
      "dieser artikel wurde | dieser text wurde | diese nachricht wurde | dieser beitrag wurde | dieses thema im programm | " +
      "bei dieser meldung handelt es sich | © dpa | dpa infocom | alle rechte vorbehalten | die redaktion behält sich",
  },
  {
    reason: "related-link",
    language: "fr",
    phrases:
      "à lire aussi | lire aussi | voir aussi | à lire | lire la suite | lire également | à voir aussi | découvrez aussi | sur le même sujet | " +
      "articles liés | à découvrir | la suite après cette publicité | la suite après la publicité | pour aller plus loin | les plus lus",
  },
  {
    reason: "interface",
    language: "fr",
    phrases:
      "publicité | partager cet article | partager l'article | abonnez vous | inscrivez vous | recevez | suivez nous | " +
      "cet article est réservé | vous avez déjà un compte | passer la publicité | copier le lien | tous droits réservés | " +
      "s'abonner à la newsletter | écouter cet article | crédit photo",
  },
  {
    reason: "related-link",
    language: "es",
    phrases:
      "te puede interesar | puede interesarte | lea también | lee también | lea además | lea más | leer más | lee más | mira también | vea también | " +
      "ver más | ver también | más información | más noticias | noticias relacionadas | noticia relacionada | artículos relacionados | " +
      "también te puede | también puedes leer | además lea | sigue leyendo | lo más leído | te recomendamos | más en",
  },
  {
    reason: "interface",
    language: "es",
    phrases:
      "publicidad | suscríbete | suscríbase | regístrate | síguenos | sigue a | compartir | comparte | comentarios | comenta | únete a | " +
      "temas relacionados | archivado en | todos los derechos reservados | esta funcionalidad es sólo para | reportar un error | " +
      "escucha este artículo | recibe las noticias",
  },
  {
    reason: "related-link",
    language: "pt",
    phrases:
      "leia também | leia mais | leia ainda | veja também | veja mais | saiba mais | confira também | você pode gostar | você também pode | " +
      "notícias relacionadas | continua após a publicidade | continua depois da publicidade | continue lendo | mais lidas | ler mais | " +
      "relacionadas | em destaque | tópicos",
  },
  {
    reason: "interface",
    language: "pt",
    phrases: "publicidade | assine | inscreva se | siga o | siga nos | compartilhe | partilhar | comentários",
  },
  {
    reason: "related-link",
    language: "it",
    phrases:
      "leggi anche | ti potrebbe | potrebbe interessarti | leggi di più | leggi tutto | vedi anche | guarda anche | articoli correlati | " +
      "approfondisci | per approfondire | continua a leggere | notizie correlate | i più letti | altri articoli",
  },
  {
    reason: "interface",
    language: "it",
    phrases:
      "pubblicità | iscriviti | abbonati | seguici | segui | condividi | commenti | riproduzione riservata | ascolta l'articolo | ultimo aggiornamento",
  },
  {
    reason: "related-link",
    language: "nl",
    phrases:
      "lees ook | lees meer | lees verder | bekijk ook | zie ook | meer over | gerelateerde artikelen | meest gelezen | advertentie | deel dit artikel | volg ons | schrijf je in",
  },
  {
    reason: "related-link",
    language: "no",
    phrases:
      "les også | les mer | les saken | se også | les hele | les videre | saken oppdateres | annonse | annonsørinnhold | mer om | del artikkel | " +
      "del saken | følg oss | artikkelen fortsetter under | saken fortsetter under | fortsetter under annonsen",
  },
  {
    reason: "related-link",
    language: "da",
    phrases:
      "læs også | læs mere | se også | artiklen fortsætter | annonce | del artiklen | følg os | mere om | hør artiklen",
  },
  {
    reason: "related-link",
    language: "sv",
    phrases:
      "läs också | läs mer | läs även | läs mera | se också | se även | artikeln fortsätter | annons | dela artikeln | följ oss | mer om | detta är en nyhetsartikel",
  },
  {
    reason: "related-link",
    language: "fi",
    phrases:
      "lue myös | lue lisää | katso myös | juttu jatkuu | mainos | jaa artikkeli | seuraa meitä | aiheesta lisää",
  },
  {
    reason: "related-link",
    language: "pl",
    phrases:
      "czytaj też | czytaj także | czytaj więcej | czytaj dalej | czytaj również | zobacz też | zobacz także | zobacz również | zobacz więcej | " +
      "przeczytaj także | przeczytaj też | polecamy | reklama | podziel się | udostępnij | zapisz się | dołącz do nas | komentarze | " +
      "dalszy ciąg materiału | wszelkie prawa zastrzeżone",
  },
  {
    reason: "related-link",
    language: "cs",
    phrases:
      "čtěte také | čtěte více | přečtěte si | mohlo by vás zajímat | související | reklama | sdílet | článek pokračuje",
  },
  {
    reason: "related-link",
    language: "ru",
    phrases:
      "читайте также | читайте ещё | читайте еще | читать далее | читать дальше | смотрите также | по теме | материалы по теме | реклама | " +
      "подписывайтесь | подпишитесь | поделиться | комментарии | следите за | самые читаемые | еще по теме | ещё по теме | " +
      "присоединяйтесь к | наш телеграм",
  },
  {
    reason: "related-link",
    language: "uk",
    phrases:
      "читайте також | читати далі | дивіться також | за темою | реклама | підписуйтесь | підписуйтеся | поділитися | коментарі | слідкуйте за | приєднуйтесь | більше новин",
  },
  {
    reason: "related-link",
    language: "tr",
    phrases:
      "ilgili haberler | ilginizi çekebilir | ayrıca okuyun | devamını oku | haberin devamı | reklam | abone ol | bizi takip edin | paylaş | yorumlar | bunlar da ilginizi çekebilir | diğer haberler",
  },
  {
    reason: "related-link",
    language: "id",
    phrases:
      "baca juga | baca selengkapnya | lihat juga | simak juga | artikel terkait | berita terkait | advertisement | scroll to continue | gabung | ikuti kami | bagikan | saksikan video",
  },
  {
    reason: "related-link",
    language: "vi",
    phrases: "xem thêm | đọc thêm | tin liên quan | bài liên quan | quảng cáo | chia sẻ | bình luận",
  },
  {
    reason: "related-link",
    language: "el",
    phrases:
      "διαβάστε επίσης | διαβάστε περισσότερα | διαβάστε ακόμη | δείτε επίσης | σχετικά άρθρα | διαφήμιση | ακολουθήστε",
  },
  {
    reason: "related-link",
    language: "ro",
    phrases:
      "citește și | citeşte şi | citește mai mult | vezi și | te-ar putea interesa | articole similare | publicitate | abonează te",
  },
  {
    reason: "related-link",
    language: "hu",
    phrases:
      "olvassa el | olvasd el | kapcsolódó cikkek | kapcsolódó | hirdetés | iratkozzon fel | ez is érdekelheti",
  },
  {
    reason: "related-link",
    language: "ar",
    phrases:
      "اقرأ أيضا | اقرأ أيضًا | اقرأ المزيد | إقرأ أيضا | شاهد أيضا | قد يعجبك | مواضيع ذات صلة | أخبار ذات صلة | إعلان | تابعونا | اشترك | شارك | للمزيد",
  },
  {
    reason: "related-link",
    language: "he",
    phrases:
      "קראו גם | קראו עוד | ראו גם | לקריאה נוספת | כתבות נוספות | עוד בנושא | פרסומת | שתפו | הצטרפו | תגובות",
  },
  {
    reason: "related-link",
    language: "fa",
    phrases: "بیشتر بخوانید | همچنین بخوانید | مطالب مرتبط | اخبار مرتبط | تبلیغات",
  },
  {
    reason: "related-link",
    language: "hi",
    phrases: "यह भी पढ़ें | ये भी पढ़ें | और पढ़ें | इसे भी पढ़ें | संबंधित खबरें | विज्ञापन",
  },
  {
    reason: "related-link",
    language: "ja",
    phrases:
      "関連記事 | 関連ニュース | あわせて読みたい | おすすめ記事 | 続きを読む | 記事を読む | タグ | 広告 | シェアする | この記事をシェア | 無断転載 | 会員登録 | 有料会員 | ログイン | 人気記事 | アクセスランキング",
  },
  {
    reason: "related-link",
    language: "zh",
    phrases:
      "相关新闻 | 相关阅读 | 相关文章 | 相關新聞 | 相關文章 | 相關報導 | 延伸閱讀 | 延伸阅读 | 更多新聞 | 更多新闻 | 看更多 | 推薦閱讀 | 推荐阅读 | 责任编辑 | 責任編輯 | 編輯 | 编辑 | 分享到 | 关注我们 | 追蹤我們 | 廣告 | 广告 | 版权所有 | 下載 | 點我",
  },
  {
    reason: "related-link",
    language: "ko",
    phrases:
      "관련기사 | 관련 기사 | 관련뉴스 | 추천기사 | 많이 본 뉴스 | 무단전재 | 무단 전재 | 저작권자 | 기사제보 | 제보는 | 구독하기 | 공유하기 | 광고 | 댓글",
  },
  {
    reason: "related-link",
    language: "th",
    phrases: "อ่านเพิ่มเติม | อ่านต่อ | ข่าวที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | โฆษณา | แชร์ | ติดตามเรา",
  },
];

export const USUAL_CUES: readonly PhraseList[] = [
  {
    reason: "related-link",
    language: "en",
    phrases:
      "related | recommended | trending | more on | more about | more in | more news | more great | editors note | editors pick | editors picks | " +
      "this article | popular now | watch now | watch more | watch next | watch below | read on",
  },
  {
    reason: "newsletter",
    language: "en",
    phrases:
      "get the | get our | get more | get breaking | get access | stay in | register | download the | download our",
  },
  {
    reason: "social",
    language: "en",
    phrases:
      "follow | join our | join us | tweet | send us | send your | let us | check out our | check out more | check out the latest | check out the video",
  },
  {
    reason: "support-appeal",
    language: "en",
    phrases: "support our | support the | by subscribing | you can help",
  },
  {
    reason: "newsletter",
    language: "en",
    phrases: "thanks for reading | thank you for reading | if you enjoyed this",
  },
  { reason: "contact", language: "en", phrases: "write to | contact | tags | topics" },
  { reason: "publication-line", language: "en", phrases: "updated | published | posted on | posted by" },
];

/** Words that open a line of furniture only where a colon follows them: "Tags: politics, budget". */
export const COLON_LABELS: readonly PhraseList[] = [
  {
    reason: "label",
    language: "en",
    phrases:
      "more | read | watch | listen | related | tags | tag | topics | topic | category | categories | keywords | comments | via | updated | update | " +
      "last update | published | posted | photo | photos | image | images | picture | video | source | sources | citation | image source | " +
      "cover image | featured photo | also | see | read here | location | date | author | contact | web | website | phone | email | tel | fax | media contact",
  },
  {
    reason: "label",
    language: "mul",
    phrases:
      "foto | fotos | bild | bilder | quelle | quellen | fonte | fuente | source | sources | источник | фото | теги | тег | etiquetas | schlagwörter | " +
      "schlagworte | tags | mots clés | palabras clave | parole chiave | tagi | źródło | zdjęcie | zdj | kilde | kaynak | etiketler | foto oleh | " +
      "sumber | editor | redaktion | 来源 | 來源 | 写真 | 出典 | 사진 | 출처 | 标签 | 標籤",
  },
];

/** Furniture where the line is short or mostly a link, but a beginning of prose otherwise. */
export const WEAK_CUES: readonly PhraseList[] = [
  {
    reason: "weak-cue",
    language: "en",
    phrases:
      "posted in | posted on | posted by | video | listen | watch | view | published | updated | more | next | previous | also | source | " +
      "reporting by | editing by | additional reporting | with files from | with reporting from | this is | image | photo | gallery | by | from | written by | " +
      "reuters | ap | afp",
  },
  {
    reason: "weak-cue",
    language: "mul",
    phrases:
      "foto | bild | bilder | video | galerie | fotostrecke | von | par | por | di | redaktion | quelle | mehr | weiter | voir | vídeo | imagen | " +
      "mer | les | læs | läs | mira | ver | stand | aktualisiert | veröffentlicht | mis à jour | publié | actualizado | publicado | aggiornato | pubblicato | " +
      "опубликовано | обновлено | автор",
  },
];

/** Whole lines that name a control or a place of the page. */
export const INTERFACE_WORDS: readonly PhraseList[] = [
  {
    reason: "interface-word",
    language: "en",
    phrases:
      "advertisement | advert | loading | share | tweet | email | print | comment | comments | facebook | twitter | pinterest | whatsapp | linkedin | " +
      "reddit | telegram | instagram | youtube | bluesky | threads | ad | x | close | menu | play | pause | video | listen | watch | gallery | photo | photos | updated | live | " +
      "new | top | back | next | previous | more | follow | subscribe | sign up | sign in | log in | save | like | reply | report | null | undefined | tt | " +
      "copy link | copied | link copied | bookmark | text size | font size | expand collapse search | search | home | news | world | sport | sports | opinion | " +
      "expand | collapse | show all | transcript | captions | caption | credit | opens in new window | opens in a new tab | open in app | most viewed | exclusive | " +
      "analysis | breaking news | breaking | latest | featured | editors picks | contact form | email | message | required | submit | send | name",
  },
  {
    reason: "interface-word",
    language: "mul",
    phrases:
      "teilen | drucken | merken | kommentieren | kommentare | anzeige | werbung | video | bilder | mehr | schließen | suche | startseite | " +
      "partager | imprimer | commenter | publicité | vidéo | compartir | imprimir | guardar | publicidad | condividi | stampa | pubblicità | " +
      "delen | dela | del | jaa | paylaş | udostępnij | поделиться | реклама | cari blog ini | bagikan | シェア | ツイート | 分享 | 列印 | 공유 | 인쇄 | شارك | שתף | dpa | sid | afp | kna | epd | apa | ansa",
  },
];

/** How headings of boxes begin whose whole rest is other stories, comments or appeals. */
export const RELATED_HEADINGS: readonly PhraseList[] = [
  {
    reason: "related-heading",
    language: "en",
    phrases:
      "related | you may | you might | more from | more stories | more news | more on | more like | more in | recommended | read next | read more | read also | " +
      "read these | see also | also read | also see | also on | most read | most popular | trending | top stories | latest news | latest stories | latest from | " +
      "latest posts | latest articles | popular posts | popular stories | popular now | popular articles | what to read next | dont miss | similar | further reading | " +
      "editors picks | editors pick | from around the web | around the web | sponsored | promoted | up next | next up | next article | next post | next story | next in | " +
      "leave a reply | leave a comment | comments | add a comment | post a comment | join the conversation | join the discussion | newsletter | " +
      "sign up | subscribe | follow us | about the author | about the authors | about author | tags | topics | share this | others also read | recent posts | recent articles | " +
      "other stories | other news | in other news | keep reading | continue reading | explore more | discover more | stay connected | get the latest",
  },
  {
    reason: "related-heading",
    language: "mul",
    phrases:
      "você pode | você também | leia também | leia mais | veja também | veja mais | relacionadas | relacionados | te puede | te puede interesar | artículos relacionados | " +
      "noticias relacionadas | más noticias | más información | lo más leído | lo más visto | à lire | lire aussi | articles liés | articles similaires | articles connexes | sur le même sujet | " +
      "les plus lus | mehr zum | mehr zum thema | mehr aus | mehr von | das könnte | auch interessant | verwandte | ähnliche | weitere | kommentare | meistgelesen | meist gelesen | " +
      "newsletter | themen | schlagworte | schlagwörter | leggi anche | potrebbe interessarti | potrebbe interessarvi | articoli correlati | i più letti | lees ook | meer over | les også | mer fra | " +
      "se også | siste nytt | siste fra | läs också | läs även | läs mer | mer från | senaste nytt | læs også | mere fra | читайте | читайте также | похожие | по теме | комментарии | отзывы | " +
      "материалы по теме | новости по теме | читайте також | czytaj też | czytaj także | zobacz | zobacz także | podobne | komentarze | polecamy | najnowsze | ilgili haberler | " +
      "diğer haberler | son haberler | çok okunanlar | baca juga | berita terkait | artikel terkait | berita lainnya | terpopuler | 関連記事 | 関連 | おすすめ | 人気記事 | ランキング | 相关 | 相關 | 延伸 | 推薦 | 推荐 | 熱門 | 热门 | " +
      "관련기사 | 관련 기사 | 많이 본 | 추천 | 인기 | 댓글 | اقرأ أيضا | مواضيع ذات صلة | مقالات ذات صلة | قد يعجبك | الأكثر قراءة | التعليقات | כתבות נוספות | עוד בנושא | תגובות | " +
      "ข่าวที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | tin liên quan | xem thêm | διαβάστε επίσης | σχετικά",
  },
];

/** Phrases anywhere in a short line behind the last paragraph that make it a note about the article. */
export const TAIL_PHRASES: readonly PhraseList[] = [
  {
    reason: "credit-note",
    language: "en",
    phrases:
      "contributed to this report | contributed to this story | contributed to this article | contributed reporting | follow him on | follow her on | " +
      "follow them on | follow us on | follow me on | on twitter at | can be reached at | reached at | all rights reserved | terms of service | terms of use | " +
      "privacy policy | sign up for | sign up to | subscribe to | newsletter | to your inbox | your inbox | is a freelance writer | is a staff writer | is a senior writer | " +
      "is a freelance journalist | is a staff reporter | is a senior reporter | is a contributing writer | is a contributing editor | is a writer | " +
      "is a reporter | is a journalist | is a correspondent | is a columnist | is an editor | is an author | is the author of | is a senior editor | is a senior correspondent | " +
      "material from the associated press | all rights reserved this material | may not be published broadcast | whatsapp channel | whatsapp | diversity of letters to the editor | " +
      "letters to the editor | purchase an item through | earn a commission | affiliate commission | do not necessarily reflect | " +
      "not intended as | this article has been updated | is a partner of | ai intervention | have information about this story",
  },
  {
    reason: "credit-note",
    language: "mul",
    phrases:
      "más información en | ist redakteur | ist redakteurin | ist autor | ist autorin | est journaliste | con informazioni | con información de | mit material von",
  },
];
