/*
 * Beginnings that furniture shares with reports. "Tell us" opens an appeal to readers, and what a widow shouts at a gate;
 * "Advertising" a box, and a sentence on its revenue. Such a line needs more to be furniture: passes/cue-lines.ts asks for
 * its place, its shortness, and for second cues (second-cues.ts).
 *
 * Sources: as in strong-cues-english.ts; each phrase there was asked whether a reporter could open a sentence with it.
 */
import { byLanguage } from "./phrase-list.ts";

/** Spoken to the reader, and by pages far more often than in reports: direct speech only where a comma follows. */
export const SPOKEN = byLanguage({
  en: {
    "related-link": "read more | see also",
    newsletter: "thank you for reading",
    social: "follow us | follow our | join the conversation",
    interface: "click here",
    contact: "contact our",
    "support-appeal": "support our work",
  },
  de: { "related-link": "lesen sie auch" },
  es: { interface: "síguenos" },
  pt: { "related-link": "saiba mais" },
  nl: { "related-link": "lees verder | volg ons" },
  sv: { "related-link": "läs mer | följ oss" },
  tr: { "related-link": "bizi takip edin" },
  vi: { "related-link": "đọc thêm" },
  el: { "related-link": "διαβάστε περισσότερα" },
  ar: { "related-link": "تابعونا" },
});

/** Spoken to the reader. In a report they are direct speech. */
export const APPEALS = byLanguage({
  en: {
    social:
      "tell us | let us know | please share | please like | please follow | share this | share on | share via | share with | join our | " +
      "join us on | what do you think | have your say | send us your | connect with us",
    newsletter:
      "sign up | subscribe | please subscribe | stay up to date | stay informed | stay connected | stay tuned | get the best of | " +
      "get the app | download the app | download our",
    "support-appeal":
      "get unlimited access | get unlimited digital access | support us | help us | donate to | make a donation | become a member | become a supporter",
    contact:
      "contact us | email us | email the | write to us | get in touch | have a tip | have a story | have a question | got a tip | " +
      "got a story | do you have a story | do you know more | want more | want to know more | want to learn more | want to read more",
    interface:
      "log in | login to | click to | tap here | skip to | show more | view all | view more | buy now | shop now | find out more | " +
      "learn more | save this | print this | by clicking | by submitting | by signing up | we may earn | we may receive | please enable",
    "related-link":
      "also see | see more | see all | dont miss | you may also | you might also | you may like | you might like | " +
      "you may be interested | you might be interested | you might enjoy | you may enjoy",
  },
  de: {
    newsletter:
      "melden sie sich | jetzt anmelden | jetzt kostenlos | jetzt testen | kostenlos testen | abonnieren sie",
    social: "folgen sie | diskutieren sie | schreiben sie uns | sie haben hinweise",
    "related-link": "das könnte sie | das könnte dich | jetzt lesen | mehr lesen",
  },
  fr: {
    newsletter: "inscrivez vous | recevez | abonnez vous",
    "related-link": "découvrez aussi | à découvrir | voir aussi",
  },
  es: {
    newsletter: "suscríbete | suscríbase | regístrate | recibe las noticias",
    social: "únete a",
    "related-link":
      "te puede interesar | puede interesarte | también te puede | también puedes leer | ver más | te recomendamos",
  },
  pt: {
    newsletter: "assine | inscreva se",
    social: "siga o | compartilhe | partilhar",
    "related-link": "você também pode | você pode gostar | veja mais",
  },
  it: {
    newsletter: "iscriviti | abbonati",
    social: "condividi",
    "related-link": "ti potrebbe | potrebbe interessarti | approfondisci | per approfondire",
  },
  no: { "related-link": "les hele" },
  pl: {
    newsletter: "zapisz się",
    social: "podziel się | udostępnij | dołącz do nas",
  },
  cs: {
    "related-link": "přečtěte si | mohlo by vás zajímat",
    social: "sdílet",
  },
  ru: { social: "следите за | присоединяйтесь к | поделиться | подписывайтесь | подпишитесь" },
  uk: { social: "слідкуйте за | приєднуйтесь | поділитися | підписуйтесь | підписуйтеся" },
  tr: { social: "abone ol" },
  id: {
    social: "gabung | bagikan",
    "related-link": "saksikan video",
  },
  el: { social: "ακολουθήστε" },
  hu: { "related-link": "olvasd el" },
  ar: { "related-link": "للمزيد | قد يعجبك" },
  ja: { newsletter: "会員登録 | 有料会員 | ログイン" },
});

/** Forms that ask the reader and state: "comparte" (share, he shares), "شارك" (share, took part). */
export const TWOFOLD = byLanguage({
  es: {
    social: "comparte | comenta | sigue a",
    "related-link": "sigue leyendo",
  },
  fr: { "related-link": "lire aussi" },
  it: { social: "segui" },
  ru: { "related-link": "читать дальше" },
  tr: { social: "paylaş" },
  hu: { "related-link": "olvassa el" },
  ar: { social: "شارك | اشترك" },
  he: { social: "שתפו | הצטרפו | קראו עוד" },
  th: { social: "แชร์" },
});

/** Nouns and participles that name what follows. In a report they are the sentence's subject. */
export const LABELS = byLanguage({
  en: {
    "related-link":
      "more stories | more coverage | more from | more on this | more about this | more in this | most read | most popular | " +
      "popular stories | top stories | next article | next post | previous article | previous post | next story | previous story | " +
      "up next | also read",
    newsletter: "this newsletter",
    "publication-line":
      "first published | printed from | last updated | last modified | updated on | updated at | published on | published at | originally published | " +
      "our standards | copyright | all rights reserved | filed under | posted in | posted under",
    interface: "advertisement | advertising | sponsored content | paid content | loading | read aloud",
    "caption-credit":
      "photo by | photos by | image by | video by | photographs by | photograph by | illustration by | picture by | getty images",
    "support-appeal": "subscribers can",
  },
  de: {
    "related-link":
      "mehr zum thema | mehr dazu | mehr von | mehr aus | zum thema | weitere artikel | weitere meldungen | weitere nachrichten | weitere themen | " +
      "mehr über | passend dazu | aktuelle nachrichten | auch lesen | auch interessant",
    interface:
      "anzeige | werbung | fehler gefunden | mit material von | mit material der | dieser text wurde | diese nachricht wurde | " +
      "dieser beitrag wurde | externer inhalt",
    newsletter: "newsletter",
  },
  fr: {
    "related-link": "à lire | pour aller plus loin | sur le même sujet | les plus lus",
    interface: "publicité",
  },
  es: {
    "related-link": "más información | más noticias | más en | lo más leído",
    interface: "publicidad | compartir | comentarios | archivado en",
  },
  pt: {
    "related-link": "relacionadas | em destaque | tópicos | mais lidas",
    interface: "publicidade | comentários",
  },
  it: {
    "related-link": "altri articoli | i più letti",
    interface: "pubblicità | commenti | ultimo aggiornamento",
  },
  nl: { "related-link": "meer over | advertentie" },
  no: { "related-link": "mer om | annonse" },
  da: { "related-link": "mere om | annonce" },
  sv: { "related-link": "mer om | annons" },
  fi: { "related-link": "mainos | aiheesta lisää" },
  pl: { "related-link": "polecamy | reklama | komentarze" },
  cs: { "related-link": "související | reklama" },
  ru: { "related-link": "по теме | реклама | комментарии | самые читаемые" },
  uk: { "related-link": "за темою | реклама | коментарі | більше новин" },
  tr: { "related-link": "reklam | yorumlar | diğer haberler" },
  vi: { "related-link": "quảng cáo | chia sẻ | bình luận" },
  el: { "related-link": "διαφήμιση" },
  ro: { "related-link": "publicitate" },
  hu: { "related-link": "hirdetés | kapcsolódó" },
  ar: { "related-link": "إعلان" },
  he: { "related-link": "פרסומת | תגובות" },
  fa: { "related-link": "تبلیغات" },
  hi: { "related-link": "विज्ञापन" },
  ja: { "related-link": "タグ | 広告" },
  zh: { "related-link": "编辑 | 編輯 | 廣告 | 广告 | 下載" },
  ko: { "related-link": "광고 | 댓글 | 제보는 | 구독하기" },
  th: { "related-link": "โฆษณา" },
});
