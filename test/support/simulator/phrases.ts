/*
 * What wire desks and pages put around a story, per script. All sentences are invented.
 */

export type ScriptName =
  | "Latin"
  | "Cyrillic"
  | "Greek"
  | "Arabic"
  | "Hebrew"
  | "Han"
  | "Hangul"
  | "Devanagari"
  | "Other";

export interface ScriptPhrases {
  readonly cities: readonly string[];
  readonly reporters: readonly string[];
  /** Sign-off with one `%` for a reporter's name. */
  readonly signOff: string;
  /** Page furniture: promotions, notices, share bars. */
  readonly furniture: readonly string[];
  /** House-style changes that leave the meaning alone. */
  readonly houseStyle: ReadonlyArray<readonly [pattern: RegExp, replacement: string]>;
}

const LATIN: ScriptPhrases = {
  cities: ["SEOUL", "LONDON", "WASHINGTON", "PARIS", "TOKYO", "NAIROBI", "QUITO", "OSLO"],
  reporters: ["Ana Lindqvist", "Joseph Marais", "Mei Tanaka", "Paulo Reis", "Ruth Okafor", "Ivan Dovic"],
  signOff: "(Reporting by %; Editing by %)",
  furniture: [
    "Follow our official channel for alerts and the updates that matter!",
    "Get the morning briefing in your inbox: sign up for our free newsletter today.",
    "Advertisement",
    "Share this story on Facebook Twitter WhatsApp Email Print",
    "This site uses cookies to improve your visit. By going on you accept our privacy policy and terms.",
    "Read more:",
    "Become a subscriber now for unlimited access to our reporting. You can cancel at any time.",
    "You may also like",
    "Copyright. All rights reserved. No part of this page may be published, broadcast or rewritten.",
    "Open or close the search box",
    "Our agency is one of the largest providers of news and pictures in the world.",
  ],
  houseStyle: [
    [/\bU\.S\./gu, "US"],
    [/\bU\.N\./gu, "UN"],
    [/\bU\.K\./gu, "UK"],
    [/(\d) ?(?:percent|pct|per cent)\b/gu, "$1%"],
    [/\bmln\b/gu, "million"],
    [/\bbln\b/gu, "billion"],
    [/\bdlrs\b/gu, "dollars"],
    [/(\d),(\d{3})/gu, "$1$2"],
    [/ized\b/gu, "ised"],
    [/izing\b/gu, "ising"],
    [/ization\b/gu, "isation"],
    [/\b(defen|offen)se\b/gu, "$1ce"],
    [/\b([Cc]ol|[Ll]ab|[Hh]arb|[Ff]av|[Hh]on|[Nn]eighb)or/gu, "$1our"],
    [/\bprogram\b/gu, "programme"],
    [/\bcenter\b/gu, "centre"],
    [/\bOctober\b/gu, "Oct."],
    [/\bJanuary\b/gu, "Jan."],
    [/\bFebruary\b/gu, "Feb."],
    [/\bSeptember\b/gu, "Sept."],
    [/\bgovernment\b/gu, "govt"],
    [/\bone\b/gu, "1"],
    [/\bfive\b/gu, "5"],
    [/\bten\b/gu, "10"],
    [/\babout\b/gu, "around"],
    [/"([^"]*)"/gu, "“$1”"],
    [/'/gu, "’"],
    [/ - /gu, " — "],
  ],
};

const CYRILLIC: ScriptPhrases = {
  cities: ["МОСКВА", "КИЕВ", "СОФИЯ", "МИНСК"],
  reporters: ["Анна Белова", "Иван Дончев", "Олег Марченко"],
  signOff: "(Репортаж: %; редактор: %)",
  furniture: [
    "Подпишитесь на наш канал и узнавайте новости первыми!",
    "Реклама",
    "Поделиться этой новостью с друзьями",
    "Все права защищены. Копирование материалов запрещено.",
    "Читайте также",
  ],
  houseStyle: [
    [/ё/gu, "е"],
    [/«([^»]*)»/gu, "„$1“"],
    [/(\d) ?процентов\b/gu, "$1%"],
    [/ — /gu, " - "],
    [/(\d) (\d{3})\b/gu, "$1$2"],
  ],
};

const GREEK: ScriptPhrases = {
  cities: ["ΑΘΗΝΑ", "ΛΕΥΚΩΣΙΑ"],
  reporters: ["Άννα Πέτρου", "Νίκος Βασιλείου"],
  signOff: "(Ρεπορτάζ: %, επιμέλεια: %)",
  furniture: [
    "Ακολουθήστε μας για όλες τις ειδήσεις!",
    "Διαφήμιση",
    "Διαβάστε επίσης",
    "Με την επιφύλαξη κάθε δικαιώματος.",
  ],
  houseStyle: [
    [/«([^»]*)»/gu, "“$1”"],
    [/ά/gu, "α"],
    [/(\d)\.(\d{3})/gu, "$1$2"],
  ],
};

const ARABIC: ScriptPhrases = {
  cities: ["القاهرة", "بيروت", "عمان"],
  reporters: ["ليلى حداد", "سامي منصور"],
  signOff: "(تغطية صحفية %، تحرير %)",
  furniture: ["تابعوا قناتنا للحصول على آخر الأخبار!", "إعلان", "اقرأ أيضا", "جميع الحقوق محفوظة."],
  houseStyle: [
    [/\u0640/gu, ""],
    [/[\u064b-\u0652]/gu, ""],
    [/0/gu, "٠"],
    [/1/gu, "١"],
    [/2/gu, "٢"],
    [/"([^"]*)"/gu, "«$1»"],
  ],
};

const HEBREW: ScriptPhrases = {
  cities: ["ירושלים", "חיפה"],
  reporters: ["דנה לוי", "יואב כהן"],
  signOff: "(דיווח: %, עריכה: %)",
  furniture: ["הצטרפו לערוץ שלנו וקבלו עדכונים!", "פרסומת", "קראו גם", "כל הזכויות שמורות."],
  houseStyle: [
    [/[\u0591-\u05c7]/gu, ""],
    [/"/gu, "״"],
    [/'/gu, "׳"],
  ],
};

const HAN: ScriptPhrases = {
  cities: ["北京", "東京", "台北", "上海"],
  reporters: ["林小文", "田中美咲"],
  signOff: "（記者 %、編集 %）",
  furniture: ["關注我們的頻道，第一時間獲取最新消息！", "廣告", "相關閱讀", "版權所有，未經許可不得轉載。"],
  houseStyle: [
    [/「([^」]*)」/gu, "“$1”"],
    [/1/gu, "１"],
    [/2/gu, "２"],
    [/％/gu, "%"],
  ],
};

const HANGUL: ScriptPhrases = {
  cities: ["서울", "부산"],
  reporters: ["이서연", "박준호"],
  signOff: "(취재 %, 편집 %)",
  furniture: ["채널을 구독하고 새 소식을 받아보세요!", "광고", "관련 기사", "무단 전재 및 재배포 금지."],
  houseStyle: [
    [/"([^"]*)"/gu, "“$1”"],
    [/(\d),(\d{3})/gu, "$1$2"],
  ],
};

const DEVANAGARI: ScriptPhrases = {
  cities: ["नई दिल्ली", "मुंबई"],
  reporters: ["अनीता शर्मा", "रवि कुमार"],
  signOff: "(रिपोर्ट: %, संपादन: %)",
  furniture: ["ताज़ा ख़बरों के लिए हमारे चैनल से जुड़ें!", "विज्ञापन", "यह भी पढ़ें", "सर्वाधिकार सुरक्षित।"],
  houseStyle: [
    [/0/gu, "०"],
    [/1/gu, "१"],
    [/"([^"]*)"/gu, "“$1”"],
  ],
};

const PHRASES: Record<ScriptName, ScriptPhrases> = {
  Latin: LATIN,
  Cyrillic: CYRILLIC,
  Greek: GREEK,
  Arabic: ARABIC,
  Hebrew: HEBREW,
  Han: HAN,
  Hangul: HANGUL,
  Devanagari: DEVANAGARI,
  Other: LATIN,
};

const SCRIPT_LETTERS: ReadonlyArray<readonly [ScriptName, RegExp]> = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Han", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Hangul", /\p{Script=Hangul}/gu],
  ["Devanagari", /\p{Script=Devanagari}/gu],
];

/** The script most letters belong to; Japanese counts as Han, `Other` where none of the known ones occurs. */
export function scriptOf(text: string): ScriptName {
  let best: ScriptName = "Other";
  let most = 0;
  for (const [name, letters] of SCRIPT_LETTERS) {
    const count = text.match(letters)?.length ?? 0;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

export function phrasesOf(text: string): ScriptPhrases {
  return PHRASES[scriptOf(text)];
}
