/*
 * Sentences of the pages that wall-phrases.ts is about which a report may say of others too: "down for maintenance", "they
 * already have an account". They count under a wall's title, or beside a sentence that only such a page says.
 * Sources: as in wall-phrases.ts.
 */
import { byReason } from "./phrase-list.ts";

export const HALF_WALL_PHRASES = byReason({
  "not-found": {
    en:
      "try again later | may have been moved or deleted | has been moved or deleted | may have been removed or | might have been removed | " +
      "not available in your country | not available in your region | unavailable in your country | unavailable in your region | " +
      "access cannot be granted at this time | currently undergoing maintenance | down for maintenance | nothing was found at this location",
    mul:
      "versuchen sie es später | seite wurde nicht gefunden | seite konnte nicht gefunden | artikel ist nicht mehr verfügbar | " +
      "beitrag ist nicht mehr verfügbar | inhalt ist nicht mehr verfügbar | contenu n'est plus disponible | contenido no está disponible | " +
      "conteúdo não está disponível | страница была удалена | страница не существует | sivua ei löydy | strona nie istnieje | " +
      "page est introuvable | siden findes ikke | siden finnes ikke",
  },
  "log-in": {
    en:
      "create an account | create a free account | need an account | new to the site | not a member yet | already have an account | " +
      "dont have an account",
    mul:
      "ihrem passwort | ihr passwort | bereits registriert | passwort vergessen | su contraseña | mot de passe oublié | créer un compte | " +
      "crear una cuenta | pas encore de compte | déjà un compte | se connecter avec | não tem uma conta",
  },
  paywall: {
    en:
      "unlimited digital access | unlimited access to | for members only | already a member | cancel anytime | cancel at any time | " +
      "reserved for subscribers | exclusive to subscribers",
    mul:
      "accès illimité | sans engagement | profitez de | acceso ilimitado | acesso ilimitado | accesso illimitato | jederzeit kündbar | " +
      "monatlich kündbar | onbeperkt toegang | ubegrænset adgang | ubegrenset tilgang | bereits abonnent | seguir leyendo | continuar lendo | " +
      "continua a leggere | verder lezen | um weiterzulesen",
  },
  "cookie-wall": {
    mul:
      "we and our | wir und unsere | nos partenaires | nuestros socios | nossos parceiros | i nostri partner | onze partners | nasi partnerzy | votre choix | personalised ads | personalized ads | information on a device | accept cookies | reject all cookies | ihre zustimmung | " +
      "ihre einwilligung | jederzeit widerrufen | ohne tracking | ohne werbetracking | verwenden cookies | su consentimiento | " +
      "seu consentimento | accepter les cookies | aceptar las cookies | aceitar os cookies | accettare i cookie | cookies accepteren | " +
      "acceptér cookies | swoją zgodę",
  },
  "robot-check": {
    en:
      "before proceeding | unusual traffic | suspicious activity from your | reference id | browser does not support | " +
      "complete the security check | completing the captcha | solve the captcha",
    mul: "aus ihrem netzwerk | zugriff wurde verweigert | accès a été bloqué | dass sie ein mensch",
  },
});

/** The same for scripts without spaces: pieces of text, looked for anywhere. */
export const SPACELESS_HALF_WALL_PHRASES = byReason({
  "log-in": { ja: "ログインが必要" },
  paywall: {
    ja: "読み放題",
    zh: "成为会员|成為會員",
  },
  "robot-check": { zh: "异常流量|異常流量" },
});
