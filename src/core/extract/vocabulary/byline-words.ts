/*
 * Words of bylines that are no names. Sources: byline elements of the tuning half of the evaluation pages and the
 * mastheads of the outlets in it; job titles from the International Press Institute's glossary.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Open a byline: "By", "Von", "Text:", "Words by". */
export const BYLINE_OPENERS = words(`
  by von por par di de door av af tekst text texte words story reporting editing writing written reported edited
  compiled posted published author autor autorin auteur autore redaktion verfasst escrito publicado redacción от автор
  oleh penulis yazan yazar bài autorzy opracowanie interview protokoll foto fotos photographs`);

/** A part of a byline with one of these is a job, not a person. */
export const ROLE_WORDS = words(`
  reporter editor correspondent writer journalist columnist contributor photographer producer director chief senior
  deputy political sports business science foreign washington bureau freelance freelancer intern researcher analyst
  redakteur redakteurin korrespondent korrespondentin reporterin chefredakteur chefredakteurin leiter leiterin volontär volontärin
  journaliste rédacteur rédactrice correspondant correspondante envoyé spécial redactor redactora corresponsal periodista
  giornalista redattore inviato redaktør reportør reporterin redaktör korrespondentin dziennikarz dziennikarka
  корреспондент журналист обозреватель muhabir editör 記者 기자 특파원 委員`);

/** A part of a byline with one of these is an outlet or a desk. */
export const NON_PERSON_WORDS = words(`
  news newspaper newsroom newsdesk desk staff team editors editorial editorials media press agency agencies agentur agenturen
  redaktion redaktionen redazione redacción rédaction redactie redaktionen redaksjonen redakcja redakce редакция редакція
  admin administrator online times post herald tribune guardian mail mirror express telegraph zeitung nachrichten tageszeitung
  journal gazette magazine magazin radio tv television broadcasting channel network wire wires service services report reports
  reporters writers contributors correspondents board group ltd inc gmbh com org net www digital webdesk web newswire
  agence agencia agências agência agenzia ajansı haber haberler merkezi новости новостей 新聞 新闻 通信 通讯社 編集部 オンライン
  편집국 뉴스 온라인 뉴스팀 spiegel welt bild stern heute kurier standard presse zeit figaro monde parisien país mundo
  университет university institute foundation guest sponsored partner content twitter facebook instagram whatsapp linkedin login abo share powered image images
  photo photos getty istock shutterstock teilen folgen follow subscribe infos info mehr more autoren authors autores contact profil profile`);

/** First words of places' names: "Cape Town" above a text is no author. */
export const PLACE_OPENERS = words(`
  new north south east west cape port fort mount lake los las san santa saint st sankt united great upper lower buenos rio
  são sao hong kuala tel abu addis sri costa puerto el ciudad ho bad den nova novi nowy stary central middle`);

/** Small words of names that do not make one alone. */
export const NAME_PARTICLES = words(
  "de da di do dos das la le van von der den del el al bin ibn zu and the of",
);
