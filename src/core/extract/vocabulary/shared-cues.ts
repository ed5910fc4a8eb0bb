/*
 * Beginnings that furniture shares with reports. "Tell us" opens an appeal to readers, and what a widow shouts at a gate;
 * "Advertising" a box, and a sentence on its revenue. Such a line needs more to be furniture: passes/cue-lines.ts asks for
 * its place, its shortness, and for second cues (second-cues.ts).
 *
 * Sources: as in strong-cues-english.ts; each phrase there was asked whether a reporter could open a sentence with it.
 */
import type { PhraseList } from "./phrase-set.ts";

/** Spoken to the reader, and by pages far more often than in reports: direct speech only where a comma follows. */
export const SPOKEN: readonly PhraseList[] = [
  { reason: "related-link", language: "en", phrases: "read more | see also" },
  { reason: "newsletter", language: "en", phrases: "thank you for reading" },
  { reason: "social", language: "en", phrases: "follow us | follow our | join the conversation" },
  { reason: "interface", language: "en", phrases: "click here" },
  { reason: "contact", language: "en", phrases: "contact our" },
  { reason: "support-appeal", language: "en", phrases: "support our work" },
  { reason: "related-link", language: "de", phrases: "lesen sie auch" },
  { reason: "interface", language: "es", phrases: "síguenos" },
  { reason: "related-link", language: "pt", phrases: "saiba mais" },
  { reason: "related-link", language: "nl", phrases: "lees verder | volg ons" },
  { reason: "related-link", language: "sv", phrases: "läs mer | följ oss" },
  { reason: "related-link", language: "tr", phrases: "bizi takip edin" },
  { reason: "related-link", language: "vi", phrases: "đọc thêm" },
  { reason: "related-link", language: "el", phrases: "διαβάστε περισσότερα" },
  { reason: "related-link", language: "ar", phrases: "تابعونا" },
];

/** Spoken to the reader. In a report they are direct speech. */
export const APPEALS: readonly PhraseList[] = [
  {
    reason: "social",
    language: "en",
    phrases:
      "tell us | let us know | please share | please like | please follow | share this | share on | share via | share with | join our | " +
      "join us on | what do you think | have your say | send us your | connect with us",
  },
  {
    reason: "newsletter",
    language: "en",
    phrases:
      "sign up | subscribe | please subscribe | stay up to date | stay informed | stay connected | stay tuned | get the best of | " +
      "get the app | download the app | download our",
  },
  {
    reason: "support-appeal",
    language: "en",
    phrases:
      "get unlimited access | get unlimited digital access | support us | help us | donate to | make a donation | become a member | become a supporter",
  },
  {
    reason: "contact",
    language: "en",
    phrases:
      "contact us | email us | email the | write to us | get in touch | have a tip | have a story | have a question | got a tip | " +
      "got a story | do you have a story | do you know more | want more | want to know more | want to learn more | want to read more",
  },
  {
    reason: "interface",
    language: "en",
    phrases:
      "log in | login to | click to | tap here | skip to | show more | view all | view more | buy now | shop now | find out more | " +
      "learn more | save this | print this | by clicking | by submitting | by signing up | we may earn | we may receive | please enable",
  },
  {
    reason: "related-link",
    language: "en",
    phrases:
      "also see | see more | see all | dont miss | you may also | you might also | you may like | you might like | " +
      "you may be interested | you might be interested | you might enjoy | you may enjoy",
  },
  {
    reason: "newsletter",
    language: "de",
    phrases:
      "melden sie sich | jetzt anmelden | jetzt kostenlos | jetzt testen | kostenlos testen | abonnieren sie",
  },
  {
    reason: "social",
    language: "de",
    phrases: "folgen sie | diskutieren sie | schreiben sie uns | sie haben hinweise",
  },
  {
    reason: "related-link",
    language: "de",
    phrases: "das könnte sie | das könnte dich | jetzt lesen | mehr lesen",
  },
  { reason: "newsletter", language: "fr", phrases: "inscrivez vous | recevez | abonnez vous" },
  { reason: "related-link", language: "fr", phrases: "découvrez aussi | à découvrir | voir aussi" },
  {
    reason: "newsletter",
    language: "es",
    phrases: "suscríbete | suscríbase | regístrate | recibe las noticias",
  },
  { reason: "social", language: "es", phrases: "únete a" },
  {
    reason: "related-link",
    language: "es",
    phrases:
      "te puede interesar | puede interesarte | también te puede | también puedes leer | ver más | te recomendamos",
  },
  { reason: "newsletter", language: "pt", phrases: "assine | inscreva se" },
  { reason: "social", language: "pt", phrases: "siga o | compartilhe | partilhar" },
  { reason: "related-link", language: "pt", phrases: "você também pode | você pode gostar | veja mais" },
  { reason: "newsletter", language: "it", phrases: "iscriviti | abbonati" },
  { reason: "social", language: "it", phrases: "condividi" },
  {
    reason: "related-link",
    language: "it",
    phrases: "ti potrebbe | potrebbe interessarti | approfondisci | per approfondire",
  },
  { reason: "related-link", language: "no", phrases: "les hele" },
  { reason: "newsletter", language: "pl", phrases: "zapisz się" },
  { reason: "social", language: "pl", phrases: "podziel się | udostępnij | dołącz do nas" },
  { reason: "related-link", language: "cs", phrases: "přečtěte si | mohlo by vás zajímat" },
  { reason: "social", language: "cs", phrases: "sdílet" },
  {
    reason: "social",
    language: "ru",
    phrases: "следите за | присоединяйтесь к | поделиться | подписывайтесь | подпишитесь",
  },
  {
    reason: "social",
    language: "uk",
    phrases: "слідкуйте за | приєднуйтесь | поділитися | підписуйтесь | підписуйтеся",
  },
  { reason: "social", language: "tr", phrases: "abone ol" },
  { reason: "social", language: "id", phrases: "gabung | bagikan" },
  { reason: "related-link", language: "id", phrases: "saksikan video" },
  { reason: "social", language: "el", phrases: "ακολουθήστε" },
  { reason: "related-link", language: "hu", phrases: "olvasd el" },
  { reason: "related-link", language: "ar", phrases: "للمزيد | قد يعجبك" },
  { reason: "newsletter", language: "ja", phrases: "会員登録 | 有料会員 | ログイン" },
];

/** Forms that ask the reader and state: "comparte" (share, he shares), "شارك" (share, took part). */
export const TWOFOLD: readonly PhraseList[] = [
  { reason: "social", language: "es", phrases: "comparte | comenta | sigue a" },
  { reason: "related-link", language: "es", phrases: "sigue leyendo" },
  { reason: "related-link", language: "fr", phrases: "lire aussi" },
  { reason: "social", language: "it", phrases: "segui" },
  { reason: "related-link", language: "ru", phrases: "читать дальше" },
  { reason: "social", language: "tr", phrases: "paylaş" },
  { reason: "related-link", language: "hu", phrases: "olvassa el" },
  { reason: "social", language: "ar", phrases: "شارك | اشترك" },
  { reason: "social", language: "he", phrases: "שתפו | הצטרפו | קראו עוד" },
  { reason: "social", language: "th", phrases: "แชร์" },
];

/** Nouns and participles that name what follows. In a report they are the sentence's subject. */
export const LABELS: readonly PhraseList[] = [
  {
    reason: "related-link",
    language: "en",
    phrases:
      "more stories | more coverage | more from | more on this | more about this | more in this | most read | most popular | " +
      "popular stories | top stories | next article | next post | previous article | previous post | next story | previous story | " +
      "up next | also read",
  },
  { reason: "newsletter", language: "en", phrases: "this newsletter" },
  {
    reason: "publication-line",
    language: "en",
    phrases:
      "first published | printed from | last updated | last modified | updated on | updated at | published on | published at | originally published | " +
      "our standards | copyright | all rights reserved | filed under | posted in | posted under",
  },
  {
    reason: "interface",
    language: "en",
    phrases: "advertisement | advertising | sponsored content | paid content | loading | read aloud",
  },
  {
    reason: "caption-credit",
    language: "en",
    phrases:
      "photo by | photos by | image by | video by | photographs by | photograph by | illustration by | picture by | getty images",
  },
  { reason: "support-appeal", language: "en", phrases: "subscribers can" },
  {
    reason: "related-link",
    language: "de",
    phrases:
      "mehr zum thema | mehr dazu | mehr von | mehr aus | zum thema | weitere artikel | weitere meldungen | weitere nachrichten | weitere themen | " +
      "mehr über | passend dazu | aktuelle nachrichten | auch lesen | auch interessant",
  },
  {
    reason: "interface",
    language: "de",
    phrases:
      "anzeige | werbung | fehler gefunden | mit material von | mit material der | dieser text wurde | diese nachricht wurde | " +
      "dieser beitrag wurde | externer inhalt",
  },
  { reason: "newsletter", language: "de", phrases: "newsletter" },
  {
    reason: "related-link",
    language: "fr",
    phrases: "à lire | pour aller plus loin | sur le même sujet | les plus lus",
  },
  { reason: "interface", language: "fr", phrases: "publicité" },
  {
    reason: "related-link",
    language: "es",
    phrases: "más información | más noticias | más en | lo más leído",
  },
  { reason: "interface", language: "es", phrases: "publicidad | compartir | comentarios | archivado en" },
  { reason: "related-link", language: "pt", phrases: "relacionadas | em destaque | tópicos | mais lidas" },
  { reason: "interface", language: "pt", phrases: "publicidade | comentários" },
  { reason: "related-link", language: "it", phrases: "altri articoli | i più letti" },
  { reason: "interface", language: "it", phrases: "pubblicità | commenti | ultimo aggiornamento" },
  { reason: "related-link", language: "nl", phrases: "meer over | advertentie" },
  { reason: "related-link", language: "no", phrases: "mer om | annonse" },
  { reason: "related-link", language: "da", phrases: "mere om | annonce" },
  { reason: "related-link", language: "sv", phrases: "mer om | annons" },
  { reason: "related-link", language: "fi", phrases: "mainos | aiheesta lisää" },
  { reason: "related-link", language: "pl", phrases: "polecamy | reklama | komentarze" },
  { reason: "related-link", language: "cs", phrases: "související | reklama" },
  { reason: "related-link", language: "ru", phrases: "по теме | реклама | комментарии | самые читаемые" },
  { reason: "related-link", language: "uk", phrases: "за темою | реклама | коментарі | більше новин" },
  { reason: "related-link", language: "tr", phrases: "reklam | yorumlar | diğer haberler" },
  { reason: "related-link", language: "vi", phrases: "quảng cáo | chia sẻ | bình luận" },
  { reason: "related-link", language: "el", phrases: "διαφήμιση" },
  { reason: "related-link", language: "ro", phrases: "publicitate" },
  { reason: "related-link", language: "hu", phrases: "hirdetés | kapcsolódó" },
  { reason: "related-link", language: "ar", phrases: "إعلان" },
  { reason: "related-link", language: "he", phrases: "פרסומת | תגובות" },
  { reason: "related-link", language: "fa", phrases: "تبلیغات" },
  { reason: "related-link", language: "hi", phrases: "विज्ञापन" },
  { reason: "related-link", language: "ja", phrases: "タグ | 広告" },
  { reason: "related-link", language: "zh", phrases: "编辑 | 編輯 | 廣告 | 广告 | 下載" },
  { reason: "related-link", language: "ko", phrases: "광고 | 댓글 | 제보는 | 구독하기" },
  { reason: "related-link", language: "th", phrases: "โฆษณา" },
];
