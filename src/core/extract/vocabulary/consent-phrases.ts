/*
 * What consent notices say. A block of up to 160 words with one of these is a notice, where the page has at least
 * twice as much other text. Sources: the default texts of the consent managers in use in Europe (OneTrust,
 * Cookiebot, Didomi, Sourcepoint, Usercentrics) in their translations.
 */
export const CONSENT_PHRASES: readonly string[] = [
  ...[
    "uses cookies",
    "use cookies",
    "our cookies",
    "of cookies",
    "these cookies",
    "necessary cookies",
    "enable cookies",
  ],
  ...[
    "accept cookies",
    "accepting cookies",
    "cookie policy",
    "cookies to",
    "cookies on",
    "cookies are",
    "cookies may",
  ],
  ...[
    "cookies verwenden",
    "verwenden cookies",
    "verwendet cookies",
    "nutzt cookies",
    "cookies und",
    "cookie richtlinie",
  ],
  ...[
    "utilise des cookies",
    "utilisons des cookies",
    "dépôt de cookies",
    "utiliza cookies",
    "utilizamos cookies",
  ],
  ...[
    "utilizza cookie",
    "uso dei cookie",
    "gebruikt cookies",
    "gebruiken cookies",
    "bruker cookies",
    "använder cookies",
  ],
  ...["pliki cookie", "plików cookie", "файлы cookie", "файлов cookie", "çerezleri", "çerez politikası"],
];
