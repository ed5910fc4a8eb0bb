/*
 * News agencies: every spelling that stands in bylines, datelines and credits, and the one name wirefold gives.
 * Source: the member lists of the European Alliance of News Agencies, OANA and MINDS, and the bylines seen in the
 * tuning half of the evaluation pages. Photo agencies are marked: they credit pictures, never texts.
 */

import { titleKey } from "../blocks/text-shape.ts";

const TEXT_AGENCIES: ReadonlyArray<readonly [name: string, spellings: string]> = [
  [
    "Reuters",
    "reuters|reuter|thomson reuters|reuters staff|thomson reuters foundation|رويترز|رويترز عربي|ロイター|路透社|路透|로이터",
  ],
  ["AP", "ap|associated press|the associated press|ap news|associated press ap|a p"],
  [
    "AFP",
    "afp|agence france presse|agence france presse afp|afp deutschland|france presse|أ ف ب|فرانس برس|法新社",
  ],
  ["dpa", "dpa|deutsche presse agentur|dpa infocom|dpa afx|dpa tmn|deutsche presseagentur"],
  ["AFX", "afx"],
  ["EFE", "efe|agencia efe|efe agencia|agencias efe"],
  ["ANSA", "ansa|agenzia ansa"],
  ["APA", "apa|austria presse agentur"],
  ["Keystone-SDA", "sda|keystone sda|ats|keystone ats"],
  ["SID", "sid|sport informations dienst"],
  ["epd", "epd|evangelischer pressedienst"],
  ["KNA", "kna|katholische nachrichten agentur"],
  ["Europa Press", "europa press|ep"],
  ["Lusa", "lusa|agência lusa"],
  ["NTB", "ntb|norsk telegrambyrå"],
  ["TT", "tt nyhetsbyrån|tt"],
  ["Ritzau", "ritzau|ritzaus bureau"],
  ["STT", "stt|stt lehtikuva"],
  ["ANP", "anp|algemeen nederlands persbureau"],
  ["Belga", "belga"],
  ["PAP", "pap|polska agencja prasowa"],
  ["ČTK", "čtk|ctk|česká tisková kancelář"],
  ["MTI", "mti|magyar távirati iroda"],
  ["Agerpres", "agerpres"],
  ["Hina", "hina"],
  ["Tanjug", "tanjug"],
  ["TASS", "tass|тасс|итар тасс"],
  ["RIA Novosti", "ria novosti|риа новости|ria"],
  ["Interfax", "interfax|интерфакс"],
  ["Ukrinform", "ukrinform|укрінформ|укринформ"],
  ["Anadolu", "anadolu|anadolu agency|anadolu ajansı|aa"],
  ["DHA", "dha|demirören haber ajansı"],
  ["İHA", "iha|ihlas haber ajansı|i̇ha"],
  ["Xinhua", "xinhua|xinhua news agency|新华社|新華社"],
  ["CNA", "central news agency|中央社"],
  ["Kyodo", "kyodo|kyodo news|共同通信|共同|共同通信社"],
  ["Jiji", "jiji|jiji press|時事通信|時事"],
  ["Yonhap", "yonhap|yonhap news agency|연합뉴스"],
  ["KCNA", "kcna|korean central news agency|korea news service"],
  ["PTI", "pti|press trust of india"],
  ["ANI", "ani|asian news international"],
  ["IANS", "ians"],
  ["Antara", "antara|antara news"],
  ["Bernama", "bernama"],
  ["VNA", "vna|ttxvn"],
  ["SPA", "spa|saudi press agency|واس"],
  ["WAM", "wam|وام"],
  ["IRNA", "irna"],
  ["PA", "pa|pa media|press association|pa news agency"],
  ["AAP", "aap|australian associated press"],
  ["The Canadian Press", "canadian press|the canadian press|la presse canadienne"],
  ["UPI", "upi|united press international"],
  ["Bloomberg", "bloomberg|bloomberg news"],
  ["Dow Jones", "dow jones|dow jones newswires"],
  ["Notimex", "notimex"],
  ["Télam", "télam|telam"],
  ["Agência Brasil", "agência brasil|agencia brasil"],
  ["Estadão Conteúdo", "estadão conteúdo"],
  ["Folhapress", "folhapress"],
  ["Nampa", "nampa|namibia press agency"],
  ["PR Newswire", "pr newswire|prnewswire"],
  ["Business Wire", "business wire|businesswire"],
  ["GlobeNewswire", "globe newswire|globenewswire"],
  ["CNS", "city news service|cns"],
];

const PHOTO_AGENCIES =
  "getty images|getty|shutterstock|imago|picture alliance|epa|epa efe|alamy|istock|zuma|zuma press|sipa|sipa usa|unsplash|pexels|pixabay|" +
  "adobe stock|depositphotos|ullstein bild|lehtikuva|scanpix|keystone|corbis|magnum|pa wire|pa images|pa images via getty images|afp via getty images";

const BY_SPELLING = new Map<string, string>();
for (const [name, spellings] of TEXT_AGENCIES) {
  for (const spelling of spellings.split("|")) BY_SPELLING.set(spelling, name);
}
const PHOTO_SPELLINGS = new Set(PHOTO_AGENCIES.split("|"));

/** Spellings that are also ordinary words or initials: an agency only where nothing but the name is expected. */
const AMBIGUOUS = new Set([
  "ap",
  "pa",
  "tt",
  "ep",
  "aa",
  "spa",
  "ani",
  "ria",
  "ats",
  "apa",
  "cns",
  "pap",
  "sid",
  "wam",
  "a p",
  "共同",
  "時事",
]);

/** @param key as titleKey gives it: lower case, letters and digits only */
export function agencyName(key: string): string | undefined {
  return BY_SPELLING.get(key);
}

/** The same, without the spellings that are ordinary words. */
export function unambiguousAgencyName(key: string): string | undefined {
  return AMBIGUOUS.has(key) ? undefined : BY_SPELLING.get(key);
}

/** The same for a name as written: where its spelling is an ordinary word too, only in capitals. */
export function capitalisedAgencyName(written: string): string | undefined {
  const key = titleKey(written);
  return AMBIGUOUS.has(key) && written.trim() !== written.trim().toUpperCase() ? undefined : agencyName(key);
}

/** Spellings that are a company of many houses where more than a job follows: "Thomson Reuters Tax". */
export const COMPANIES: ReadonlySet<string> = new Set(["thomson reuters", "dow jones"]);

/** True for agencies that credit pictures; "ap" and "pa" count only in capitals. */
export function isPhotoAgency(name: string): boolean {
  const key = titleKey(name);
  if (AMBIGUOUS.has(key) && name.trim() !== name.trim().toUpperCase()) return false;
  return PHOTO_SPELLINGS.has(key) || BY_SPELLING.has(key);
}
