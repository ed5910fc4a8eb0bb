/*
 * What pages say where their text ends for readers who do not pay. Only statements about this article: "Subscribe" and
 * "Already a subscriber?" stand on free pages too. Sources: the paywall screens of Piano, Zephr, Leaky Paywall and
 * Poool in their translations.
 */
import type { PhraseList } from "./phrase-list.ts";
import type { PieceHint } from "./piece-hint.ts";

const SPACED =
  "article is for subscribers | story is for subscribers | content is for subscribers | post is for paid subscribers | post is for paying subscribers | " +
  "article is exclusive to subscribers | available to subscribers only | for subscribers only | to continue reading subscribe | subscribe to continue reading | " +
  "subscribe to keep reading | subscribe to read the full | subscribe to read on | to read the full story subscribe | to read the full article subscribe | " +
  "sign in to continue reading | register to continue reading | " +
  "diesen artikel weiterlesen mit | jetzt weiterlesen mit | lesen sie weiter mit | weiterlesen mit einem abo | artikel ist abonnenten vorbehalten | nur für abonnenten | " +
  "artikel ist nur für abonnenten | mit abo weiterlesen | " +
  "article est réservé aux abonnés | article réservé aux abonnés | contenu réservé aux abonnés | la suite est réservée aux abonnés | abonnez vous pour lire la suite | " +
  "contenido exclusivo para suscriptores | exclusivo para suscriptores | suscríbete para seguir leyendo | suscríbase para seguir leyendo | solo para suscriptores | " +
  "contenuto riservato agli abbonati | articolo riservato agli abbonati | abbonati per continuare a leggere | per continuare a leggere abbonati | " +
  "conteúdo exclusivo para assinantes | exclusivo para assinantes | assine para continuar lendo | exclusivo para subscritores | " +
  "alleen voor abonnees | lees verder met een abonnement | endast för prenumeranter | läs vidare med | artikeln är för prenumeranter | " +
  "kun for abonnenter | saken er for abonnenter | artiklen er for abonnenter | tylko dla prenumeratorów | dostępne dla prenumeratorów | artykuł tylko dla | " +
  "abonelere özel | okumaya devam etmek için abone | только для подписчиков | доступно по подписке | лише для передплатників | للمشتركين فقط | למנויים בלבד | " +
  "구독자 전용 | 유료 회원 전용 | μόνο για συνδρομητές";

const SPACELESS =
  "有料会員限定|会員限定記事|続きは有料会員|付费阅读|订阅后继续|付費閱讀|訂閱後繼續|仅限订阅|สำหรับสมาชิกเท่านั้น";

export const PAYWALL_PHRASES: PhraseList = { reason: "paywall", language: "mul", phrases: SPACED };

/** The same for scripts without spaces: pieces of text, looked for anywhere. */
export const SPACELESS_PAYWALL_PHRASES: PhraseList = {
  reason: "paywall",
  language: "mul",
  phrases: SPACELESS,
};

/** Pieces of words of which every phrase holds one. */
export const PAYWALL_HINT: PieceHint = {
  ascii:
    /subscri|register to|sign in to|abonn|abbonat|abone|mit abo|einem abo|prenumer|suscr|assin|weiterlesen|verder met|lesen sie weiter|artykul/i,
  other:
    /läs vidare|suscrí|abonné|artykuł|подписчик|подписке|передплат|للمشتركين|למנויים|구독자|유료|会員|付费|付費|订阅|訂閱|สมาชิก|συνδρομ/i,
};
