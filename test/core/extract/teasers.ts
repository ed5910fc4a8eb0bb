/*
 * Invented teasers: headline and one or two sentences each, as front pages show them. In several languages.
 */

export interface Teaser {
  readonly headline: string;
  readonly text: string;
}

export const ENGLISH: readonly Teaser[] = [
  {
    headline: "Bridge toll to rise next year",
    text: "The toll on the Tovik bridge is to rise by a tenth from January, the road office said on Tuesday.",
  },
  {
    headline: "New mayor for Halmby",
    text: "The town elected the teacher Pia Lund with a majority of nine votes. A recount took all night.",
  },
  {
    headline: "Storm closes coastal road until Thursday",
    text: "Fallen pines block the road between Tovik and the lighthouse until at least Thursday, police said.",
  },
  {
    headline: "School bus company files for bankruptcy",
    text: "Eleven villages are without a school bus from Monday on. Parents have begun to share their cars.",
  },
  {
    headline: "Varnby wins the derby in the last minute",
    text: "A header by the substitute Aron Lie decided the match before four thousand spectators in the rain.",
  },
  {
    headline: "Seal found in swimming pool",
    text: "Fire fighters carried the animal back to the sound in a wet blanket. It had come in through the drain.",
  },
  {
    headline: "Library stays open on Sundays",
    text: "After a trial of six months the council has decided to keep the reading rooms open seven days a week.",
  },
  {
    headline: "Old lighthouse is for sale again",
    text: "The tower on Gull Rock has had five owners in twenty years, and the roof still leaks in every one of its rooms.",
  },
];

export const GERMAN: readonly Teaser[] = [
  {
    headline: "Brückenmaut steigt im kommenden Jahr",
    text: "Die Maut auf der Tovikbrücke steigt ab Januar um ein Zehntel. Das teilte das Straßenamt am Dienstag mit.",
  },
  {
    headline: "Halmby wählt eine neue Bürgermeisterin",
    text: "Die Lehrerin Pia Lund gewann mit neun Stimmen Vorsprung. Die Nachzählung dauerte die ganze Nacht.",
  },
  {
    headline: "Sturm sperrt die Küstenstraße",
    text: "Umgestürzte Kiefern blockieren die Straße zwischen Tovik und dem Leuchtturm mindestens bis Donnerstag.",
  },
  {
    headline: "Bücherei bleibt sonntags geöffnet",
    text: "Nach einem halben Jahr auf Probe hat der Rat entschieden, die Lesesäle an allen sieben Tagen zu öffnen.",
  },
  {
    headline: "Robbe im Schwimmbad gefunden",
    text: "Feuerwehrleute trugen das Tier in einer nassen Decke zurück an den Sund. Es war durch den Abfluss gekommen.",
  },
];

export const ARABIC: readonly Teaser[] = [
  {
    headline: "رفع رسوم الجسر في العام المقبل",
    text: "قررت سلطة الطرق رفع رسوم جسر توفيك بمقدار العشر ابتداء من يناير المقبل. وأعلنت ذلك يوم الثلاثاء.",
  },
  {
    headline: "رئيسة جديدة لبلدية هالمبي",
    text: "فازت المعلمة بيا لوند بفارق تسعة أصوات فقط. واستمرت إعادة فرز الأصوات طوال الليل.",
  },
  {
    headline: "العاصفة تغلق الطريق الساحلي",
    text: "أغلقت أشجار الصنوبر المتساقطة الطريق بين توفيك والمنارة حتى يوم الخميس على الأقل.",
  },
  {
    headline: "العثور على فقمة في مسبح المدينة",
    text: "حمل رجال الإطفاء الحيوان في بطانية مبللة وأعادوه إلى المضيق. وكان قد دخل من أنبوب الصرف.",
  },
];

export const JAPANESE: readonly Teaser[] = [
  {
    headline: "橋の通行料、来年から値上げへ",
    text: "道路局は火曜日、トヴィク橋の通行料を来年一月から一割引き上げると発表した。",
  },
  {
    headline: "ハルムビー町に新町長が誕生",
    text: "教師のピア・ルンド氏が九票差で当選した。票の数え直しは夜を徹して行われた。",
  },
  {
    headline: "嵐で海沿いの道路が通行止め",
    text: "倒れた松の木のため、トヴィクと灯台の間の道路は少なくとも木曜日まで通れない。",
  },
  {
    headline: "町のプールにアザラシが迷い込む",
    text: "消防隊員がぬれた毛布に包んで海峡へ返した。排水口から入ったとみられている。",
  },
];

export const HINDI: readonly Teaser[] = [
  {
    headline: "अगले साल पुल का शुल्क बढ़ेगा",
    text: "सड़क विभाग ने मंगलवार को बताया कि तोविक पुल का शुल्क जनवरी से दस प्रतिशत बढ़ाया जाएगा।",
  },
  {
    headline: "हाल्म्बी को मिली नई महापौर",
    text: "शिक्षिका पिया लुंड नौ मतों के अंतर से जीतीं। मतों की दोबारा गिनती पूरी रात चलती रही।",
  },
  {
    headline: "तूफान से तटीय सड़क बंद हुई",
    text: "गिरे हुए पेड़ों के कारण तोविक और प्रकाशस्तंभ के बीच की सड़क गुरुवार तक बंद रहेगी।",
  },
  {
    headline: "तरणताल में मिली एक सील मछली",
    text: "दमकल कर्मियों ने उसे गीले कंबल में लपेटकर वापस समुद्र में छोड़ दिया। वह नाली के रास्ते आई थी।",
  },
];
