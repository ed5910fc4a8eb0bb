/*
 * How agency sign-offs open. Sources: Reuters, AP, AFP, EFE and dpa texts in each language as they stand on the
 * pages of their customers.
 */

import { anyOf, type WordList } from "./word-list.ts";

/** Those behind which reporters and writers are named, longest first. */
export const REPORTING_PHRASES: readonly string[] = [
  ...[
    "additional reporting and writing by",
    "additional reporting by",
    "reporting and writing by",
    "reporting and editing by",
  ],
  ...[
    "reporting writing and editing by",
    "writing and reporting by",
    "reporting by",
    "writing by",
    "written by",
    "report by",
    "compiled by",
  ],
  ...[
    "reporting from",
    "reporte de",
    "reporte adicional de",
    "escrito por",
    "información de",
    "reportagem de",
    "reportagem adicional de",
  ],
  ...[
    "reportage de",
    "reportage par",
    "rédigé par",
    "avec",
    "bericht von",
    "geschrieben von",
    "berichtet von",
    "servizio di",
    "verslaggeving door",
  ],
];

/** Those behind which only editors are named. */
const EDITING_PHRASES: readonly string[] = [
  ...[
    "editing by",
    "edited by",
    "editing and",
    "editado por",
    "edición de",
    "editando por",
    "traducido por",
    "edição de",
    "édité par",
  ],
  ...[
    "version française",
    "redigiert von",
    "bearbeitet von",
    "redaktion",
    "a cura di",
    "translation by",
    "translated by",
  ],
];

export const SIGN_OFF_PHRASES: readonly string[] = [
  ...REPORTING_PHRASES.filter((phrase) => phrase !== "avec"),
  ...EDITING_PHRASES,
];

/** Stand before a colon and the agency: "Quelle: dpa". */
const SOURCE_LABELS: readonly WordList[] = [
  { language: "en", words: "source|sources|text" },
  { language: "de", words: "quelle|quellen|agentur" },
  { language: "fr", words: "source|sources" },
  { language: "es", words: "fuente|fuentes" },
  { language: "it", words: "fonte|fonti" },
  { language: "pt", words: "fonte|fontes" },
  { language: "nl", words: "bron|bronnen" },
  { language: "da", words: "kilde|kilder" },
  { language: "no", words: "kilde|kilder" },
  { language: "sv", words: "källa|källor" },
  { language: "fi", words: "lähde|lähteet" },
  { language: "pl", words: "źródło|źródła" },
  { language: "cs", words: "zdroj|zdroje" },
  { language: "hu", words: "forrás" },
  { language: "ro", words: "sursa|sursă" },
  { language: "hr", words: "izvor" },
  { language: "sl", words: "vir" },
  { language: "tr", words: "kaynak" },
  { language: "el", words: "πηγή" },
  { language: "ru", words: "источник" },
  { language: "uk", words: "джерело" },
  { language: "id", words: "sumber" },
  { language: "vi", words: "nguồn" },
  { language: "ar", words: "المصدر" },
  { language: "he", words: "מקור" },
  { language: "fa", words: "منبع" },
  { language: "ja", words: "出典" },
  { language: "zh", words: "来源|來源" },
  { language: "ko", words: "출처" },
];

/** "with AP", "theo AFP": stand before an agency from which a text was taken in part. */
const AGENCY_OPENERS: readonly WordList[] = [
  { language: "en", words: "with" },
  { language: "fr", words: "avec" },
  { language: "de", words: "mit" },
  { language: "es", words: "con" },
  { language: "it", words: "con" },
  { language: "pt", words: "com" },
  { language: "nl", words: "met" },
  { language: "sv", words: "med" },
  { language: "pl", words: "z" },
  { language: "ru", words: "с" },
  { language: "vi", words: "theo" },
];

/** "Quelle: dpa", "Source : AFP" */
export const SOURCE_LABEL = new RegExp(`^(?:${anyOf(SOURCE_LABELS)})\\s?[:：]\\s?`, "iu");
/** "with AP", "avec AFP", "Mit Material von dpa", "Com informações da Lusa" */
export const AGENCY_OPENER = new RegExp(
  `^(?:${anyOf(AGENCY_OPENERS)})\\s(?:(?:material|inputs?|files|reporting|reports?|información|informaciones|informações|informazioni|informations)\\s)?(?:(?:from|by|von|der|de|da|do|del|di|dell|fra|från)\\s)?`,
  "iu",
);
/** "Da Redação, com Lusa": the outlet's own desk before the agency. */
export const DESK_OPENER = /^da reda[cç][aã]o,?\s(?=com\s)/iu;
