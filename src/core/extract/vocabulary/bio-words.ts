/*
 * How a note on the author opens that does not name her: "She is a journalist based in …", "Die Autorin ist Redakteurin
 * …". Openings stand at the beginning of the line, in the present tense; the job follows within a few words. In
 * languages whose verb stands last the line ends with the job.
 *
 * Sources: the present tense of "to be" and "to work as" in each language, in both genders; jobs as in byline-words.ts,
 * those of the press alone, since reports tell of other writers.
 */

export interface BioWords {
  /** BCP 47. */
  readonly language: string;
  /** Phrases separated by `|`. */
  readonly openings: string;
  /** Words separated by `|`. */
  readonly jobs: string;
}

export const BIO_WORDS: readonly BioWords[] = [
  {
    language: "en",
    openings:
      "she is a | she is an | she is the | he is a | he is an | he is the | they are a | they are an | they are the | she works as a | " +
      "he works as a | the author is a | the author is an | the author is the | the writer is a | the writer is an | the writer is the",
    jobs: "journalist | reporter | correspondent | columnist | staff writer | freelance writer | contributing writer | contributing editor | news editor",
  },
  {
    language: "de",
    openings:
      "sie ist | er ist | sie arbeitet als | er arbeitet als | die autorin ist | der autor ist | die autorin arbeitet als | der autor arbeitet als",
    jobs: "journalistin | journalist | reporterin | reporter | redakteurin | redakteur | korrespondentin | korrespondent | kolumnistin | kolumnist",
  },
  {
    language: "fr",
    openings: "elle est | il est | l'auteur est | l'auteure est | l'autrice est",
    jobs: "journaliste | reporter | reportrice | correspondante | correspondant | rédactrice | rédacteur | chroniqueuse | chroniqueur | éditorialiste",
  },
  {
    language: "es",
    openings: "es | es una | es un | ella es | él es | la autora es | el autor es",
    jobs: "periodista | corresponsal | reportera | reportero | redactora | redactor | columnista",
  },
  {
    language: "pt",
    openings: "é | é uma | é um | ela é | ele é | a autora é | o autor é",
    jobs: "jornalista | repórter | correspondente | colunista | redatora | redator",
  },
  {
    language: "it",
    openings: "è | è una | è un | lei è | lui è | l'autrice è | l'autore è",
    jobs: "giornalista | corrispondente | redattrice | redattore | cronista | reporter | editorialista",
  },
  {
    language: "nl",
    openings: "zij is | ze is | hij is | de auteur is | de schrijver is",
    jobs: "journalist | journaliste | verslaggever | verslaggeefster | correspondent | columnist | redacteur | freelancejournalist",
  },
  {
    language: "sv",
    openings: "hon är | han är | skribenten är | författaren är",
    jobs: "journalist | reporter | korrespondent | kolumnist | redaktör | krönikör | frilansjournalist",
  },
  {
    language: "no",
    openings: "hun er | han er | hun arbeider som | han arbeider som | skribenten er | forfatteren er",
    jobs: "journalist | reporter | korrespondent | redaktør | spaltist | frilansjournalist",
  },
  {
    language: "da",
    openings: "hun er | han er | skribenten er | forfatteren er",
    jobs: "journalist | reporter | korrespondent | redaktør | klummeskribent | freelancejournalist",
  },
  {
    language: "fi",
    openings: "hän on | kirjoittaja on | hän työskentelee",
    jobs: "toimittaja | toimittajana | kirjeenvaihtaja | kirjeenvaihtajana | kolumnisti",
  },
  {
    language: "pl",
    openings: "jest | ona jest | on jest | autorka jest | autor jest",
    jobs: "dziennikarką | dziennikarzem | reporterką | reporterem | korespondentką | korespondentem | publicystką | publicystą | felietonistką | felietonistą",
  },
  {
    language: "cs",
    openings: "je | autorka je | autor je | pracuje jako",
    jobs: "novinářka | novinář | novinářkou | novinářem | redaktorka | redaktorkou | redaktorem | zpravodajkou | zpravodajem",
  },
  {
    language: "ru",
    openings: "она | он | автор | работает",
    jobs: "журналист | журналистка | корреспондент | корреспондентка | репортёр | репортер | обозреватель | колумнист | журналистом | корреспондентом",
  },
  {
    language: "uk",
    openings: "вона | він | автор | авторка | працює",
    jobs: "журналіст | журналістка | кореспондент | кореспондентка | репортер | оглядач | журналісткою | журналістом",
  },
  {
    language: "ar",
    openings: "هي | هو | الكاتب | الكاتبة",
    jobs: "صحفية | صحفي | صحافية | صحافي | مراسلة | مراسل",
  },
];

/** Ends of such lines. */
export const BIO_ENDS: readonly BioWords[] = [
  {
    language: "tr",
    openings: "",
    jobs: "gazetecidir | muhabirdir | muhabiridir | köşe yazarıdır | gazeteci olarak çalışıyor | gazeteci olarak çalışmaktadır",
  },
  {
    language: "ja",
    openings: "",
    jobs: "在住のジャーナリスト | 在住の記者 | 在住のライター | フリージャーナリスト | フリーライター | 拠点に活動するジャーナリスト",
  },
  {
    language: "ko",
    openings: "",
    jobs: "활동하는 기자다 | 활동하는 기자이다 | 활동하는 기자입니다 | 프리랜서 기자다 | 프리랜서 기자입니다 | 저널리스트입니다",
  },
  {
    language: "zh",
    openings: "",
    jobs: "自由撰稿人 | 特约撰稿人 | 特約撰稿人 | 专栏作家 | 專欄作家 | 的自由记者 | 的自由記者",
  },
];
