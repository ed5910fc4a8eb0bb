/*
 * Words by which an appeal goes on behind a comma or a dash ("Follow our reporters, and you will know"), where a report
 * tells who said it. Sources: the conjunctions and prepositions of each language.
 */
import type { WordList } from "./word-list.ts";

/** As normaliseWords gives them. */
export const CLAUSE_OPENINGS: readonly WordList[] = [
  {
    language: "en",
    words: "and|or|but|with|for|from|because|so|to|if|when|where|while|including|as|at|in|on|no|not|every",
  },
  { language: "de", words: "und|oder|aber|mit|für|von|damit|um|wenn" },
  { language: "fr", words: "et|ou|mais|avec|pour|si" },
  { language: "es", words: "y|o|pero|con|para" },
  { language: "pt", words: "e|com" },
  { language: "it", words: "per" },
  { language: "nl", words: "en|of|met|voor|zodat|om" },
  { language: "sv", words: "och|eller|med|för" },
  { language: "da", words: "og" },
  { language: "pl", words: "i|lub|z|dla|aby|żeby|abyście" },
  { language: "cs", words: "abyste" },
  { language: "hu", words: "hogy" },
  { language: "ro", words: "pentru" },
  { language: "el", words: "για|ώστε" },
  { language: "ru", words: "и|или|с|для|чтобы" },
  { language: "uk", words: "щоб" },
  { language: "tr", words: "ve|ile|için" },
];
