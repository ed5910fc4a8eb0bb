/*
 * What stands beside news in offers of them, as reports do not list it: fields of news, and the world at the end of a list
 * of places. Sources: the sections of the broadcasters and papers of each language.
 */
import type { WordList } from "./word-list.ts";

/** Beside news in such a line: "for all the news, sport and weather". */
export const NEWS_FIELDS: readonly WordList[] = [
  {
    language: "en",
    words: "sport|sports|weather|business|politics|entertainment|culture|opinion|analysis|features|videos",
  },
  { language: "de", words: "sport|wetter|wirtschaft|politik|kultur" },
  { language: "fr", words: "sport|sports|météo|économie|politique|culture" },
  { language: "es", words: "deporte|deportes|tiempo|economía|política|cultura" },
  { language: "pt", words: "esporte|esportes|desporto|tempo|economia|política|cultura" },
  { language: "it", words: "sport|meteo|economia|politica|cultura" },
  { language: "nl", words: "sport|weer|economie|politiek|cultuur" },
  { language: "sv", words: "sport|väder|ekonomi|kultur" },
  { language: "no", words: "sport|vær|økonomi|kultur" },
  { language: "da", words: "sport|vejr|økonomi|kultur" },
  { language: "fi", words: "urheilu|urheilun|sää|sään|talous|talouden" },
  { language: "pl", words: "sport|sportu|pogoda|pogodę|gospodarka|gospodarkę|kultura|kulturę" },
  { language: "cs", words: "sport|počasí|ekonomika|ekonomiku|kultura|kulturu" },
  {
    language: "ru",
    words: "спорт|спорта|погода|погоды|экономика|экономики|политика|политики|культура|культуры",
  },
  {
    language: "uk",
    words: "спорт|спорту|погода|погоди|економіка|економіки|політика|політики|культура|культури",
  },
  { language: "tr", words: "spor|hava durumu|ekonomi" },
  { language: "id", words: "olahraga|cuaca|ekonomi" },
  { language: "vi", words: "thể thao|thời tiết|kinh tế" },
  { language: "el", words: "αθλητισμό|αθλητικά|καιρό|οικονομία" },
  { language: "ro", words: "sport|sportul|vremea|economie" },
  { language: "hu", words: "sport|időjárás|gazdaság" },
  { language: "ar", words: "الرياضة|والرياضة|الطقس|والطقس" },
  { language: "he", words: "הספורט|ספורט|מזג האוויר" },
  { language: "fa", words: "ورزش|هوا" },
];

/** At the end of a list of places: "from Varnby, the coast and the world". */
export const WORLD_WORDS: readonly WordList[] = [
  { language: "en", words: "world|globe" },
  { language: "de", words: "welt" },
  { language: "fr", words: "monde" },
  { language: "es", words: "mundo" },
  { language: "pt", words: "mundo" },
  { language: "it", words: "mondo" },
  { language: "nl", words: "wereld" },
  { language: "pl", words: "świata|świecie" },
  { language: "ru", words: "мира|мире" },
  { language: "id", words: "dunia" },
];
