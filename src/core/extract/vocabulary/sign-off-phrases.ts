/*
 * How agency sign-offs open. Sources: Reuters, AP, AFP, EFE and dpa texts in each language as they stand on the
 * pages of their customers.
 */

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
