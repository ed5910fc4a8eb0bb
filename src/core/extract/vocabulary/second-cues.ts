/*
 * What tells an appeal to readers from a sentence that only opens like one: it names the medium in which they are to do
 * it ("in the comments", "our newsletter", "WhatsApp"), or an address.
 *
 * Stems at the beginning of a word, in lower case without apostrophes, as normaliseWords gives them.
 * Sources: as in strong-cues-english.ts.
 */

function stems(list: string): string {
  return ` (?:${list.split(" | ").join("|")})`;
}

/** Media, and what one does in them, behind the opening words. */
const MEDIA_STEMS = stems(
  "(?<! an? )newsletter | e ?mail | inbox | whats ?app | telegram | facebook | instagram | twitter | youtube | tiktok | linkedin | bluesky | podcast | apps?\\b | comments?\\b(?! of) | " +
    "below\\b(?! (?:an?|the(?! (?:article|story|post|text|line|picture))|this|that|these|those|his|her|its|their|them|it|zero)\\b) | subscri | cancel any ?time | journalis | donat | contribution | click | this article | this story | this page | this site | this website | this post | our page | our site | our website | our app | " +
    "our channel | our coverage | our reporting | our stories | our articles | our readers | our newsroom | our reporters | our community | our terms | privacy | terms of | cookie | " +
    "commission | affiliate | kommentar | abonn | dies(?:en|em|er|es) (?:artikel|beitrag|text|seite|meldung) | unser(?:e|en|em|er)? (?:kanal|app|seite|redaktion|leser|themenseite) | " +
    "datenschutz | commentaire | cet article | cette page | notre (?:site|lettre|chaîne|rédaction|application) | lettre dinfo | infolettre | comentario | suscri | boletín | este artículo | " +
    "esta nota | nuestr(?:o|a|os|as) (?:web|canal|boletín|redes|página|diario|periódico) | redes sociales | comentário | assin | inscrev | este artigo | esta matéria | esta notícia | " +
    "noss(?:o|a|os|as) (?:canal|site|redes|grupo|página) | commento | commenti | iscri | questo articolo | nostr(?:o|a|i|e) (?:canal|sito|pagina|social) | nieuwsbrief | dit artikel | " +
    "nyhetsbrev | nyhedsbrev | prenumer | uutiskir | komentarz | subskry | tym artykule | tego artykułu | nasz(?:ym|ej|ego|e)? (?:profil|kanał|stron) | komentář | tento článek | " +
    "tohoto článku | odběr | комментари | коммент | рассылк | телеграм | канал | ютуб | эту статью | этой статье | коментар | розсилк | yorum | abone | bülten | kanal | langgan | buletin | " +
    "artikel ini | đăng ký | bản tin | bài viết này | σχόλι | εγγρα | ενημερωτικ | تعليق | التعليقات | النشرة | قناتنا | واتساب | تلغرام | تليغرام | فيسبوك | תגוב | ניוזלטר | ווטסאפ | טלגרם | " +
    "פייסבוק | בפייסבוק | בטלגרם | خبرنامه | تلگرام | टिप्पणी | व्हाट्सएप | सब्सक्राइब | न्यूज़लेटर | 댓글 | 구독 | 카카오톡",
);
const MEDIA = new RegExp(MEDIA_STEMS, "u");
const SPACELESS_MEDIA =
  /コメント|メルマガ|購読|アプリ|この記事|评论|評論|订阅|訂閱|公众号|客户端|扫码|ความคิดเห็น|สมัคร|ไลน์|เฟซบุ๊ก/u;

/** Somebody else's text is spoken of, or rights to this one. */
const RIGHTS_STEMS = stems(
  "rights reserved | may not be | redistribut | reproduction | permission | alle rechte | tous droits | derechos reservados | direitos reservados | diritti riservati | riproduzione | все права | всі права | wszelkie prawa",
);

const RIGHTS = new RegExp(RIGHTS_STEMS, "u");

/** @param rest what follows the opening words, normalised, without a space before it */
export function namesMedium(rest: string): boolean {
  return MEDIA.test(` ${rest}`) || SPACELESS_MEDIA.test(rest);
}

/** "Photo by Jonna Tvedt", not "Photo by photo". */
const PHOTOGRAPHER = /^(?:photo by|PHOTO BY|Photo [Bb]y) [\p{Lu}\p{Lo}]/u;

export function namesPhotographer(text: string): boolean {
  return PHOTOGRAPHER.test(text);
}

export function namesRights(rest: string): boolean {
  return RIGHTS.test(` ${rest}`);
}

const MAX_SEARCHED_CHARACTERS = 600;
/** A URL, a host with a path or a usual ending, a mail address, a handle. */
const ADDRESS =
  /https?:|www\.|\S@\S|(?:^|\s)@\w|\w\.(?:com|org|net|example|info|de|fr|es|it|pl|ru|uk)(?![\p{L}\p{N}])/u;
/** "Up next: …", "Related » …" */
const LABEL_END = /[:：»›→]/u;

/** Characters in which the colon of a label stands. */
const MAX_LABEL_CHARACTERS = 40;

export function holdsAddress(text: string): boolean {
  return ADDRESS.test(text.slice(0, MAX_SEARCHED_CHARACTERS));
}

/** @param openingLength words of the phrase that opens the text */
export function isLabelled(text: string, openingLength: number): boolean {
  const head = text.slice(0, MAX_LABEL_CHARACTERS);
  const end = head.search(LABEL_END);
  return end > 0 && head.slice(0, end).trim().split(/\s+/).length <= openingLength;
}
