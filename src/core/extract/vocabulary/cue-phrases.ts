/*
 * How lines begin that stand between or behind an article's paragraphs and are not part of it.
 *
 * `strong` phrases decide a line of up to 45 words; `usual` ones may also open a sentence of prose ("Support for
 * the bill grew"), so a longer whole sentence without links is kept; those of shared-cues.ts need a second cue within
 * the text. Lines in quotation marks are never looked up.
 *
 * Sources: the tuning half of the evaluation pages; the interface strings of WordPress (newspack, amp, jetpack
 * translations), Facebook's and X's embed texts, and the sharing plug-ins' translations in each language.
 */
import { byLanguage, byReason, type PhraseList } from "./phrase-list.ts";
import { ENGLISH_STRONG_CUES } from "./strong-cues-english.ts";
import { OTHER_STRONG_CUES } from "./strong-cues-other.ts";

export const STRONG_CUES: readonly PhraseList[] = [...ENGLISH_STRONG_CUES, ...OTHER_STRONG_CUES];

export const USUAL_CUES = byLanguage({
  en: {
    "related-link":
      "related | recommended | trending | more on | more about | more in | more news | more great | editors note | editors pick | editors picks | " +
      "this article | popular now | watch now | watch more | watch next | watch below | read on",
    newsletter:
      "get the | get our | get more | get breaking | get access | stay in | register | download the | download our",
    social:
      "follow | join our | join us | tweet | send us | send your | let us | check out our | check out more | check out the latest | check out the video",
    "support-appeal": "support our | support the | by subscribing | you can help",
    contact: "write to | contact | tags | topics",
    "publication-line": "updated | published | posted on | posted by",
  },
});

/** Words that open a line of furniture only where a colon follows them: "Tags: politics, budget". */
export const COLON_LABELS = byReason({
  label: {
    en:
      "more | read | watch | listen | related | tags | tag | topics | topic | category | categories | keywords | comments | via | updated | update | " +
      "last update | published | posted | photo | photos | image | images | picture | video | source | sources | citation | image source | " +
      "cover image | featured photo | also | see | read here | location | date | author | contact | web | website | phone | email | tel | fax | media contact",
    mul:
      "foto | fotos | bild | bilder | quelle | quellen | fonte | fuente | source | sources | источник | фото | теги | тег | etiquetas | schlagwörter | " +
      "schlagworte | tags | mots clés | palabras clave | parole chiave | tagi | źródło | zdjęcie | zdj | kilde | kaynak | etiketler | foto oleh | " +
      "sumber | editor | redaktion | 来源 | 來源 | 写真 | 出典 | 사진 | 출처 | 标签 | 標籤",
  },
});

/** Furniture where the line is short or mostly a link, but a beginning of prose otherwise. */
export const WEAK_CUES = byReason({
  "weak-cue": {
    en:
      "posted in | posted on | posted by | video | listen | watch | view | published | updated | more | next | previous | also | source | " +
      "reporting by | editing by | additional reporting | with files from | with reporting from | this is | image | photo | gallery | by | from | written by | " +
      "reuters | ap | afp",
    mul:
      "foto | bild | bilder | video | galerie | fotostrecke | von | par | por | di | redaktion | quelle | mehr | weiter | voir | vídeo | imagen | " +
      "mer | les | læs | läs | mira | ver | stand | aktualisiert | veröffentlicht | mis à jour | publié | actualizado | publicado | aggiornato | pubblicato | " +
      "опубликовано | обновлено | автор",
  },
});

/** Whole lines that name a control or a place of the page. */
export const INTERFACE_WORDS = byReason({
  "interface-word": {
    en:
      "advertisement | advert | loading | share | tweet | email | print | comment | comments | facebook | twitter | pinterest | whatsapp | linkedin | " +
      "reddit | telegram | instagram | youtube | bluesky | threads | ad | x | close | menu | play | pause | video | listen | watch | gallery | photo | photos | updated | live | " +
      "new | top | back | next | previous | more | follow | subscribe | sign up | sign in | log in | save | like | reply | report | null | undefined | tt | " +
      "copy link | copied | link copied | bookmark | text size | font size | expand collapse search | search | home | news | world | sport | sports | opinion | " +
      "expand | collapse | show all | transcript | captions | caption | credit | opens in new window | opens in a new tab | open in app | most viewed | exclusive | " +
      "analysis | breaking news | breaking | latest | featured | editors picks | contact form | email | message | required | submit | send | name",
    mul:
      "teilen | drucken | merken | kommentieren | kommentare | anzeige | werbung | video | bilder | mehr | schließen | suche | startseite | " +
      "partager | imprimer | commenter | publicité | vidéo | compartir | imprimir | guardar | publicidad | condividi | stampa | pubblicità | " +
      "delen | dela | del | jaa | paylaş | udostępnij | поделиться | реклама | мы в telegram | ми в telegram | cari blog ini | bagikan | シェア | シェアする | ツイート | 分享 | 列印 | 공유 | 인쇄 | شارك | שתף | dpa | sid | afp | kna | epd | apa | ansa",
  },
});
