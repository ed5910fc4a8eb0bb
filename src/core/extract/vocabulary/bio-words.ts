/*
 * How a note on the author that does not name her reads: "She is a journalist based in …", "Die Autorin ist Redakteurin …".
 * It opens in the present tense, the job follows within a few words, and it says what such notes say ("based in", "writes
 * about"); reports end with sentences of that form too ("He is a reporter and was freed on Tuesday"), and tell what
 * happened. In languages whose verb stands last the line ends with the job.
 *
 * Sources: the present tense of "to be" and "to work as" in each language, in both genders; jobs as in byline-words.ts,
 * those of the press alone, since reports tell of other writers; auxiliaries of the past tense.
 */

export interface BioWords {
  /** BCP 47. */
  readonly language: string;
  /** Phrases separated by `|`, at the beginning of the line. */
  readonly openings: string;
  /** Openings that say whom the line is about: "the author is". */
  readonly authors?: string;
  /** Words separated by `|`. */
  readonly jobs: string;
  /** Beginnings of words, one of which a line has that opens with a pronoun. */
  readonly marks: string;
  /** Words that tell what happened: no note has one. */
  readonly events: string;
}

export const BIO_WORDS: readonly BioWords[] = [
  {
    language: "en",
    openings:
      "she is a | she is an | she is the | he is a | he is an | he is the | they are a | they are an | they are the | she works as a | he works as a | " +
      "the writer is a | the writer is an | the writer is the",
    authors: "the author is a | the author is an | the author is the",
    jobs: "journalist | reporter | correspondent | columnist | staff writer | freelance writer | contributing writer | contributing editor | news editor",
    marks:
      "based in | freelance | award winning | contributing | who covers | and covers | covering | writes about | writes on | writes for | write about | " +
      "write for | specialis | specializ | work has appeared",
    events:
      "was | were | had | been | faces | arrested | detained | released | freed | jailed | killed | died | charged | exile | custody | prison | former",
  },
  {
    language: "de",
    openings: "sie ist | er ist | sie arbeitet als | er arbeitet als",
    authors: "die autorin ist | der autor ist | die autorin arbeitet als | der autor arbeitet als",
    jobs: "journalistin | journalist | reporterin | reporter | redakteurin | redakteur | korrespondentin | korrespondent | kolumnistin | kolumnist",
    marks: "freie | freier | freiberuf | schreibt über | schreibt für | schreibt zu",
    events: "wurde | wurden | war | hatte | saß | sitzt | haft | untersuchungshaft | exil | gefängnis",
  },
  {
    language: "fr",
    openings: "elle est | il est",
    authors: "l'auteur est | l'auteure est | l'autrice est",
    jobs: "journaliste | reporter | reportrice | correspondante | correspondant | rédactrice | rédacteur | chroniqueuse | chroniqueur | éditorialiste",
    marks: "indépendant | pigiste | basé | écrit sur | écrit pour | couvre | spécialis",
    events:
      "été | était | avait | risque | prison | exil | libéré | libérée | arrêté | arrêtée | premier | première",
  },
  {
    language: "es",
    openings: "es | es una | es un | ella es | él es",
    authors: "la autora es | el autor es",
    jobs: "periodista | corresponsal | reportera | reportero | redactora | redactor | columnista",
    marks:
      "escribe sobre | escribe para | cubre | radicad | con base en | freelance | independiente | especializad | colabora",
    events:
      "fue | era | había | ha sido | lleva | prisión | cárcel | exilio | detenido | detenida | primer | primera",
  },
  {
    language: "pt",
    openings: "é | é uma | é um | ela é | ele é",
    authors: "a autora é | o autor é",
    jobs: "jornalista | repórter | correspondente | colunista | redatora | redator",
    marks:
      "escreve sobre | escreve para | cobre | radicad | baseada em | baseado em | freelance | especializ | colabora",
    events:
      "foi | era | tinha | havia | prisão | exílio | preso | presa | detido | detida | primeiro | primeira",
  },
  {
    language: "it",
    openings: "è | è una | è un | lei è | lui è",
    authors: "l'autrice è | l'autore è",
    jobs: "giornalista | corrispondente | redattrice | redattore | cronista | reporter | editorialista",
    marks: "scrive di | scrive per | scrive su | freelance | collabora | si occupa | specializz",
    events: "stato | stata | era | aveva | carcere | esilio | arrestato | arrestata | primo | prima",
  },
  {
    language: "nl",
    openings: "zij is | ze is | hij is | de schrijver is",
    authors: "de auteur is",
    jobs: "journalist | journaliste | verslaggever | verslaggeefster | correspondent | columnist | redacteur | freelancejournalist",
    marks: "freelance | schrijft over | schrijft voor | gevestigd in",
    events: "werd | was | had | zat | zit | vast | cel | gevangenis",
  },
  {
    language: "sv",
    openings: "hon är | han är",
    authors: "skribenten är | författaren är",
    jobs: "journalist | reporter | korrespondent | kolumnist | redaktör | krönikör | frilansjournalist",
    marks: "frilans | skriver om | skriver för | baserad | bevakar",
    events: "var | blev | hade | åtalas | häktad | fängelse",
  },
  {
    language: "no",
    openings: "hun er | han er | hun arbeider som | han arbeider som",
    authors: "skribenten er | forfatteren er",
    jobs: "journalist | reporter | korrespondent | redaktør | spaltist | frilansjournalist",
    marks: "frilans | skriver om | skriver for | base i | dekker",
    events: "ble | var | hadde | løslatt | fengsel",
  },
  {
    language: "da",
    openings: "hun er | han er",
    authors: "skribenten er | forfatteren er",
    jobs: "journalist | reporter | korrespondent | redaktør | klummeskribent | freelancejournalist",
    marks: "freelance | skriver om | skriver for | base i | dækker",
    events: "blev | var | havde | løsladt | fængsel",
  },
  {
    language: "fi",
    openings: "hän on | hän työskentelee",
    authors: "kirjoittaja on",
    jobs: "toimittaja | toimittajana | kirjeenvaihtaja | kirjeenvaihtajana | kolumnisti",
    marks: "vapaa | freelance | kirjoittaa | erikoistu",
    events: "oli | ollut | vapautui | vankila | vankilassa",
  },
  {
    language: "pl",
    openings: "jest | ona jest | on jest",
    authors: "autorka jest | autor jest",
    jobs: "dziennikarką | dziennikarzem | reporterką | reporterem | korespondentką | korespondentem | publicystką | publicystą | felietonistką | felietonistą",
    marks: "pisze o | pisze dla | niezależn | specjalizuje",
    events: "był | była | został | została | siedzi | areszcie | więzieniu | pierwszym | pierwszą",
  },
  {
    language: "cs",
    openings: "je | pracuje jako",
    authors: "autorka je | autor je",
    jobs: "novinářka | novinář | novinářkou | novinářem | redaktorka | redaktorkou | redaktorem | zpravodajka | zpravodajem",
    marks: "píše o | píše pro | nezávisl | na volné noze | věnuje",
    events: "byl | byla | hrozí | vazbě | vězení | první",
  },
  {
    language: "ru",
    openings: "она | он | работает",
    authors: "автор",
    jobs: "журналист | журналистка | корреспондент | корреспондентка | репортёр | репортер | обозреватель | колумнист | журналистом | корреспондентом",
    marks: "пишет о | пишет об | пишет для | независим | освещает | специализ",
    events: "был | была | были | освобождён | освобожден | тюрьме | суд | первый | первая",
  },
  {
    language: "uk",
    openings: "вона | він | працює",
    authors: "автор | авторка",
    jobs: "журналіст | журналістка | кореспондент | кореспондентка | репортер | оглядач | журналісткою | журналістом",
    marks: "пише про | пише для | незалежн | висвітлює | спеціаліз",
    events: "був | була | були | вирок | вʼязниці | суд | перший | перша",
  },
  {
    language: "ar",
    openings: "هي | هو",
    authors: "الكاتب | الكاتبة",
    jobs: "صحفية | صحفي | صحافية | صحافي | مراسلة | مراسل",
    marks: "مقيم | مستقل | يكتب | تكتب | يغطي | تغطي",
    events: "كان | كانت | أفرج | وأفرج | اعتقل | السجن | أول",
  },
];

export interface BioEnds {
  /** BCP 47. */
  readonly language: string;
  /** Ends of lines separated by `|`. */
  readonly ends: string;
  /** Where the line holds one, it tells whom it is about. Pieces, in scripts with spaces ends of words. */
  readonly subjects: string;
}

export const BIO_ENDS: readonly BioEnds[] = [
  {
    language: "tr",
    ends:
      "serbest bir gazetecidir | serbest gazetecidir | yaşayan bir gazetecidir | muhabiridir | köşe yazarıdır | gazeteci olarak çalışıyor | " +
      "gazeteci olarak çalışmaktadır",
    subjects: "lardan biri | lerden biri",
  },
  {
    language: "ja",
    ends: "在住のジャーナリスト | 在住の記者 | 在住のライター | フリージャーナリスト | フリーライター | 拠点に活動するジャーナリスト",
    subjects: "は | が",
  },
  {
    language: "ko",
    ends: "활동하는 기자다 | 활동하는 기자이다 | 활동하는 기자입니다 | 프리랜서 기자다 | 프리랜서 기자입니다 | 저널리스트입니다",
    subjects: "은 | 는 사람은 | 이 | 씨는 | 그는 | 그녀는",
  },
  {
    language: "zh",
    ends: "自由撰稿人 | 特约撰稿人 | 特約撰稿人 | 专栏作家 | 專欄作家 | 的自由记者 | 的自由記者",
    subjects: "是 | 为 | 為 | 名",
  },
];
