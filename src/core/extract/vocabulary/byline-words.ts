/*
 * Words of bylines that are no names. Sources: byline elements of the tuning half of the evaluation pages and the
 * mastheads of the outlets in it; job titles from the International Press Institute's glossary.
 */

import { type WordList, wordSet } from "./word-list.ts";

/** Open a byline: "By", "Von", "Text:", "Words by". */
export const BYLINE_OPENERS = wordSet(`
  by von por par di de door van av af tekst text texte texto testo teksti words story reporting report writing written reported
  compiled posted published presented author authors autor autora autores autorin autoren auteur auteurs autrice autore autori autoři
  verfasst escrito publicado firma scritto écrit redaktion redacción от автор авторы автори текст oleh penulis wartawan yazan yazar
  haber bài viết tekst autorzy interview protokoll kirjoittaja írta szerző szöveg oprac píše piše napsal napsala skrev
  γράφει γράφουν ο η του της συντάκτης ρεπορτάζ بقلم كتب كتبت الكاتب تحرير מאת כתב โดย เรื่อง 글 취재 记者 記者 本报记者 文 作者 撰文 執筆 تحریر نویسنده लेखक লেখক`);

/** Open what others did for the article: pictures, editing, translation. Whoever is named behind them did not write it. */
export const OTHER_CREDITS = wordSet(`
  foto fotos fot fotograf fotografie photo photos photographs photography pictures picture image images bild bilder kuva kuvat
  fotoğraf fotó fénykép fotografía fotografías ảnh video videos grafik graphics illustration illustrations illustrationen
  redigiert redigeret redigert redigerad édité edited editing editor editör editors editado edición redigiert bearbeitung reviewed checked translated translation traducción
  traduction übersetzung oversettelse перевод фото φωτογραφία תמונות صور تصوير 사진 영상 그래픽 편집 写真 撮影 摄影 攝影 编辑 編輯
  责编 責編 责任编辑 責任編輯 校对 编译 編譯 翻訳 翻译 翻譯`);

/** Kinds of texts that stand before "von", "di", "av" and the like: "Ein Kommentar von". */
export const GENRES = wordSet(`
  kommentar gastbeitrag gastkommentar analyse interview kolumne essay reportage bericht glosse leitartikel porträt rezension
  commento analisi intervista editoriale servizio cura opinión análisis entrevista crónica reportaje artículo artigo análise
  chronique tribune analyse entretien récit reportage krönika ledare kronikk leder opinie column artikel inviato inviata`);

/** Jobs: cut off both ends of a part; what holds one in its middle, or nothing else, is no person. */
export const ROLE_WORDS = wordSet(`
  reporter editor correspondent writer journalist columnist contributor photographer producer director chief senior
  deputy political sports business science foreign bureau freelance freelancer intern researcher analyst
  expert specialist strategist economist professor blogger commentator ceo founder
  redakteur redakteurin korrespondent korrespondentin korrespondenten reporterin chefredakteur chefredakteurin leiter leiterin
  volontär volontärin journalistin
  journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée spécial spéciale redactor redactora corresponsal
  periodista enviado enviada especial repórter jornalista editora colunista
  giornalista redattore redattrice inviato inviata corrispondente redaktør reportør redaktör journalisten dziennikarz dziennikarka
  toimittaja päätoimittaja kolumnisti újságíró főszerkesztő szerkesztő verslaggever verslaggeefster correspondente redacteur
  корреспондент корреспондентка журналист журналистка обозреватель кореспондент журналістка muhabir muhabiri editör editörü
  novinar novinarka novinář novinářka ziarist wartawan jurnalis phóng viên pv संवाददाता ผู้สื่อข่าว 記者 기자 특파원 委員`);

/** Cut off beside a job only: "Chief Political Correspondent", "Staff Writer". */
export const ROLE_MODIFIERS = wordSet(`
  contributing investigative assistant associate managing executive staff special national international city technology health
  education economics environment entertainment culture crime diplomatic defence defense security markets features opinion
  washington politics home consumer climate energy legal medical religion travel`);

/** Whose: "our correspondent", "unserem Korrespondenten", "nostro inviato"; cut off the front like a job. */
export const POSSESSIVES = wordSet(`
  our unser unsere unserem unserer unseren notre nos nuestro nuestra nosso nossa dal dalla nostro nostra nostri onze vår vores наш`);

/** A part of a byline with one of these is an outlet or a desk. */
export const NON_PERSON_WORDS = wordSet(`
  news newspaper newsroom newsdesk desk team editors editorial editorials media press agency agencies agentur agenturen nachrichtenagentur nachrichtenagenturen presseagentur telegrambyrå nyhetsbyrå ajans
  agencias agências agences agenzie redaktion redaktionen redazione redacción redação rédaction redactie redaksjonen redakcja redakce
  redakcija redakció редакция редакція toimitus szerkesztőség σύνταξη تحرير מערכת กองบรรณาธิการ প্রতিবেদক डेस्क
  admin administrator webmaster anonymous online times post herald tribune guardian mail mirror express telegraph zeitung
  nachrichten tageszeitung
  journal gazette magazine magazin radio tv television broadcasting channel network wire wires service services reports
  writers contributors correspondents board group ltd inc gmbh com org net www digital webdesk web newswire today
  agence agencia agência agenzia ajansı haberler merkezi новости новостей 新聞 新闻 通信 通讯社 編集部 オンライン
  편집국 뉴스 온라인 뉴스팀 spiegel welt bild stern heute kurier standard presse zeit figaro monde parisien país mundo
  университет university institute foundation guest staff sponsored partner content twitter facebook instagram whatsapp linkedin login abo share powered
  getty istock shutterstock teilen folgen follow subscribe infos info mehr more autores contact profil profile`);

/** Of those, words with which an outlet signs a text that nobody signs in person. */
export const HOUSE_WORDS = wordSet(`
  staff team desk newsroom newsdesk webdesk editors editorial redaktion redazione redacción redação rédaction redactie
  redaksjonen redakcja redakce redakcija redakció редакция редакція toimitus szerkesztőség sponsored`);

/** Of those, words that are surnames as well: believed of a person whom the page's data names as one. */
export const SURNAMES_TOO = wordSet("spiegel welt stern zeit guest more washington post mundo");

/** First words of places' names: "Cape Town" above a text is no author. */
export const PLACE_OPENERS = wordSet(`
  new north south east west cape port fort mount lake los las san santa saint st sankt united great upper lower buenos rio
  são sao hong kuala tel abu addis sri costa puerto el ciudad ho bad den nova novi nowy stary central middle`);

/** Small words before a surname, "van der Tvedt", as a regular expression writes them. */
export const SURNAME_PARTICLES = "van|von|der|den|de|di|da|du|al|bin|ter|af|zu";

/**
 * Articles behind those, "de la Tvedt"; by themselves they part a place from who acts there, "En Varnby la Fiscalía", or
 * are part of its name, "De Varnby del Mar".
 */
export const SURNAME_ARTICLES = "la|le|el|del";

/** Small words of names that do not make one alone. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set([
  ...`${SURNAME_PARTICLES}|${SURNAME_ARTICLES}`.split("|"),
  ...wordSet("do dos das ten della dei bint ibn ben abu av zum zur and the of y e"),
]);

/**
 * Small words within names that open other things too, so they count behind the first word only. Spanish, French,
 * Italian, German, Dutch, Swedish, Malay, Mauritanian; "med." of a German doctor.
 */
export const INNER_PARTICLES = wordSet(
  "los las des degli dei dalla lo vom am op af't binti ould med i und in",
);

/** Given names of Catalan alone among the languages in which "i" stands between words (Idescat, names of residents, 2024). */
export const CATALAN_GIVEN_NAMES = wordSet(`
  josep jordi joan pere lluís carles jaume francesc enric antoni miquel xavier oriol pau pep artur vicenç ferran narcís
  núria montserrat mercè eulàlia laia meritxell roser neus`);

/**
 * Given names of Slovenia, where "in" joins two names; elsewhere it stands before a place (Statistical Office of the
 * Republic of Slovenia, names of residents, 2024).
 */
export const SLOVENE_GIVEN_NAMES = wordSet(`
  franc janez marko andrej ivan luka anton matej tomaž jožef peter rok jure aleš bojan boštjan matjaž mitja uroš miha žiga gregor
  blaž nejc primož klemen igor dejan jaka matic gašper borut branko darko samo simon
  marija maja mojca irena nina mateja nataša barbara andreja petra eva jožica katja tatjana anja sonja tanja milena tina katarina
  alenka martina vesna urška nika lara sara špela tjaša neža živa polona simona metka darja klara`);

/** Desks that run on behind a name without a mark: "Jonna Tvedt Da Redação". */
export const DESKS_BEHIND = [
  "da redação",
  "da redacao",
  "de la redacción",
  "de la rédaction",
  "della redazione",
];

/** Stand between two names, or between a name and the agency or colleague it worked with; capitals as bylines set them. */
export const NAME_JOINERS: readonly WordList[] = [
  { language: "en", words: "and|And|AND|with|With|via|Via" },
  { language: "de", words: "und|Und|UND|mit" },
  { language: "fr", words: "et|ET|avec" },
  { language: "es", words: "y|e|con" },
  { language: "it", words: "e|con" },
  { language: "pt", words: "e" },
  { language: "ca", words: "i" },
  { language: "nl", words: "en" },
  { language: "da", words: "og" },
  { language: "no", words: "og" },
  { language: "sv", words: "och" },
  { language: "fi", words: "ja" },
  { language: "et", words: "ja" },
  { language: "lt", words: "ir" },
  { language: "pl", words: "i" },
  { language: "cs", words: "a|i" },
  { language: "sk", words: "a|i" },
  { language: "hr", words: "i" },
  { language: "hu", words: "és" },
  { language: "ro", words: "și|si" },
  { language: "ru", words: "и" },
  { language: "uk", words: "та|и" },
  { language: "el", words: "και" },
  { language: "tr", words: "ve" },
  { language: "id", words: "dan" },
  { language: "vi", words: "và" },
];
