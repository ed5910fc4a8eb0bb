/*
 * Month names as dates are written with them: twelve months parted by `|`, spellings of one by commas. Upper case,
 * accents and full stops do not matter (fold-line.ts).
 *
 * Source: Unicode CLDR 48 (Unicode License v3), dates/calendars/gregorian/months, format and stand-alone, wide and
 * abbreviated, as Intl.DateTimeFormat of Node 20 prints them; for Arabic those of ar, ar-LB (Levant), ar-MA, ar-DZ.
 * Added from the languages' grammars: genitives and locatives that stand behind a day (Slovene "novembra", Serbian "jula", Latvian
 * "novembrī", Estonian "novembril", Basque "azaroaren"), Greek nominatives, spellings without article (Arabic) and older
 * ones ("Pebruari", "setiembre", "Jänner", "नवम्बर").
 * Left out: Korean, Vietnamese and Mongolian, whose months are numbers; Amharic and Sinhala, whose calendars differ.
 */
export const MONTH_NAMES: Readonly<Record<string, string>> = {
  af: `
    Januarie, Jan | Februarie, Feb | Maart, Mrt | April, Apr | Mei | Junie, Jun | Julie, Jul | Augustus, Aug |
    September, Sep | Oktober, Okt | November, Nov | Desember, Des`,
  ar: `
    يناير, كانون الثاني, جانفي, كانون ثاني | فبراير, شباط, فيفري | مارس, آذار | أبريل, نيسان, أفريل | مايو, أيار,
    ماي | يونيو, حزيران, جوان, يونيه | يوليو, تموز, يوليوز, جويلية, يوليه | أغسطس, آب, غشت, أوت | سبتمبر, أيلول,
    شتنبر | أكتوبر, تشرين الأول, تشرين اول | نوفمبر, تشرين الثاني, نونبر, تشرين ثاني | ديسمبر, كانون الأول, دجنبر,
    كانون اول`,
  az: `
    yanvar, yan | fevral, fev | mart, mar | aprel, apr | may | iyun, iyn | iyul, iyl | avqust, avq | sentyabr, sen |
    oktyabr, okt | noyabr, noy | dekabr, dek`,
  be: `
    студзеня, студзень, сту | лютага, люты, лют | сакавіка, сакавік, сак | красавіка, красавік, кра | мая, май |
    чэрвеня, чэрвень, чэр | ліпеня, ліпень, ліп | жніўня, жнівень, жні | верасня, верасень, вер | кастрычніка,
    кастрычнік, кас | лістапада, лістапад, ліс | снежня, снежань, сне`,
  bg: `
    януари, ян | февруари, фев | март, мар | април, апр | май | юни | юли | август, авг | септември, сеп | октомври,
    окт | ноември, ное | декември, дек`,
  bn: `
    জানুয়ারি, জানু | ফেব্রুয়ারি, ফেব | মার্চ | এপ্রিল, এপ্রি | মে | জুন | জুলাই, জুল | আগস্ট, আগ | সেপ্টেম্বর,
    সেপ, সেপ্ট | অক্টোবর, অক্টো | নভেম্বর, নভে | ডিসেম্বর, ডিসে`,
  bs: `
    januar, jan, јануар, јан, januara | februar, feb, фебруар, феб, februara | mart, mar, март, мар, marta | april,
    apr, април, апр, aprila | maj, мај, maja | juni, jun, јуни, јун, juna | juli, jul, јули, јул, jula | august,
    aug, аугуст, ауг, augusta | septembar, sep, септембар, сеп, septembra | oktobar, okt, октобар, окт, oktobra |
    novembar, nov, новембар, нов, novembra | decembar, dec, децембар, дец, decembra`,
  ca: `
    gener, gen | febrer, febr | març | abril, abr | maig | juny | juliol, jul | agost, ag | setembre, set | octubre,
    oct | novembre, nov | desembre, des`,
  cs: `
    ledna, leden, led | února, únor, úno | března, březen, bře | dubna, duben, dub | května, květen, kvě | června,
    červen, čvn | července, červenec, čvc | srpna, srpen, srp | září, zář | října, říjen, říj | listopadu, listopad,
    lis | prosince, prosinec, pro`,
  cy: `
    Ionawr, Ion | Chwefror, Chwef, Chw | Mawrth, Maw | Ebrill, Ebr | Mai | Mehefin, Meh | Gorffennaf, Gorff, Gor |
    Awst | Medi | Hydref, Hyd | Tachwedd, Tach | Rhagfyr, Rhag`,
  da: `
    januar, jan | februar, feb | marts, mar | april, apr | maj | juni, jun | juli, jul | august, aug | september,
    sep | oktober, okt | november, nov | december, dec`,
  de: `
    Januar, Jan, Jänner | Februar, Feb, Feber | März, Mär | April, Apr | Mai | Juni, Jun | Juli, Jul | August, Aug |
    September, Sept, Sep | Oktober, Okt | November, Nov | Dezember, Dez`,
  el: `
    Ιανουαρίου, Ιαν, Ιανουάριος | Φεβρουαρίου, Φεβ, Φεβρουάριος, Φεβρ | Μαρτίου, Μαρ, Μάρτιος | Απριλίου, Απρ,
    Απρίλιος | Μαΐου, Μαΐ, Μάιος | Ιουνίου, Ιουν, Ιούνιος | Ιουλίου, Ιουλ, Ιούλιος | Αυγούστου, Αυγ, Αύγουστος |
    Σεπτεμβρίου, Σεπ, Σεπτέμβριος, Σεπτ | Οκτωβρίου, Οκτ, Οκτώβριος | Νοεμβρίου, Νοε, Νοέμβριος | Δεκεμβρίου, Δεκ,
    Δεκέμβριος`,
  en: `
    January, Jan | February, Feb | March, Mar | April, Apr | May | June, Jun | July, Jul | August, Aug | September,
    Sep, Sept | October, Oct | November, Nov | December, Dec`,
  es: `
    enero, ene | febrero, feb | marzo, mar | abril, abr | mayo, may | junio, jun | julio, jul | agosto, ago |
    septiembre, sept, setiembre, sep | octubre, oct | noviembre, nov | diciembre, dic`,
  et: `
    jaanuar, jaan, jaanuaril | veebruar, veebr, veebruaril | märts, märtsil | aprill, apr, aprillil | mai, mail |
    juuni, juunil | juuli, juulil | august, aug, augustil | september, sept, septembril | oktoober, okt, oktoobril |
    november, nov, novembril | detsember, dets, detsembril`,
  eu: `
    urtarrila, urt, urtarrilaren | otsaila, ots, otsailaren | martxoa, mar, martxoaren | apirila, api, apirilaren |
    maiatza, mai, maiatzaren | ekaina, eka, ekainaren | uztaila, uzt, uztailaren | abuztua, abu, abuztuaren |
    iraila, ira, irailaren | urria, urr, urriaren | azaroa, aza, azaroaren | abendua, abe, abenduaren`,
  fa: `
    ژانویه | فوریه | مارس | آوریل, اپریل | مه, می | ژوئن, جون | ژوئیه, جولای | اوت, آگوست | سپتامبر | اکتبر | نوامبر
    | دسامبر`,
  fi: `
    tammikuuta, tammikuu, tammi, tammikuun | helmikuuta, helmikuu, helmi, helmikuun | maaliskuuta, maaliskuu,
    maalis, maaliskuun | huhtikuuta, huhtikuu, huhti, huhtikuun | toukokuuta, toukokuu, touko, toukokuun |
    kesäkuuta, kesäkuu, kesä, kesäkuun | heinäkuuta, heinäkuu, heinä, heinäkuun | elokuuta, elokuu, elo, elokuun |
    syyskuuta, syyskuu, syys, syyskuun | lokakuuta, lokakuu, loka, lokakuun | marraskuuta, marraskuu, marras,
    marraskuun | joulukuuta, joulukuu, joulu, joulukuun`,
  fil: `
    Enero, Ene | Pebrero, Peb | Marso, Mar | Abril, Abr | Mayo, May | Hunyo, Hun | Hulyo, Hul | Agosto, Ago |
    Setyembre, Set | Oktubre, Okt | Nobyembre, Nob | Disyembre, Dis`,
  fr: `
    janvier, janv | février, févr | mars | avril, avr | mai | juin | juillet, juil | août | septembre, sept |
    octobre, oct | novembre, nov | décembre, déc`,
  ga: `
    Eanáir, Ean | Feabhra, Feabh | Márta | Aibreán, Aib | Bealtaine, Beal | Meitheamh, Meith | Iúil | Lúnasa, Lún |
    Meán Fómhair, MFómh | Deireadh Fómhair, DFómh | Samhain, Samh | Nollaig, Noll`,
  gl: `
    xaneiro, xan | febreiro, feb | marzo, mar | abril, abr | maio | xuño | xullo, xul | agosto, ago | setembro, set
    | outubro, out | novembro, nov | decembro, dec`,
  gu: `
    જાન્યુઆરી, જાન્યુ | ફેબ્રુઆરી, ફેબ્રુ | માર્ચ | એપ્રિલ | મે | જૂન | જુલાઈ | ઑગસ્ટ | સપ્ટેમ્બર, સપ્ટે | ઑક્ટોબર,
    ઑક્ટો | નવેમ્બર, નવે | ડિસેમ્બર, ડિસે`,
  he: `
    ינואר, ינו | פברואר, פבר | מרץ, מרס | אפריל, אפר | מאי | יוני | יולי | אוגוסט, אוג | ספטמבר, ספט | אוקטובר, אוק
    | נובמבר, נוב | דצמבר, דצמ`,
  hi: `
    जनवरी, जन | फ़रवरी, फ़र | मार्च | अप्रैल | मई | जून | जुलाई, जुल | अगस्त, अग | सितंबर, सित, सितम्बर | अक्टूबर,
    अक्टू, अक्तूबर | नवंबर, नव, नवम्बर | दिसंबर, दिस, दिसम्बर`,
  hr: `
    siječnja, siječanj, sij | veljače, veljača, velj | ožujka, ožujak, ožu | travnja, travanj, tra | svibnja,
    svibanj, svi | lipnja, lipanj, lip | srpnja, srpanj, srp | kolovoza, kolovoz, kol | rujna, rujan, ruj |
    listopada, listopad, lis | studenoga, studeni, stu | prosinca, prosinac, pro`,
  hu: `
    január, jan | február, febr | március, márc | április, ápr | május, máj | június, jún | július, júl | augusztus,
    aug | szeptember, szept | október, okt | november, nov | december, dec`,
  hy: `
    հունվարի, հունվար, հնվ | փետրվարի, փետրվար, փտվ | մարտի, մարտ, մրտ | ապրիլի, ապրիլ, ապր | մայիսի, մայիս, մյս |
    հունիսի, հունիս, հնս | հուլիսի, հուլիս, հլս | օգոստոսի, օգոստոս, օգս | սեպտեմբերի, սեպտեմբեր, սեպ | հոկտեմբերի,
    հոկտեմբեր, հոկ | նոյեմբերի, նոյեմբեր, նոյ | դեկտեմբերի, դեկտեմբեր, դեկ`,
  id: `
    Januari, Jan | Februari, Feb, Pebruari | Maret, Mar | April, Apr | Mei | Juni, Jun | Juli, Jul | Agustus, Agu,
    Agt | September, Sep | Oktober, Okt | November, Nov, Nopember | Desember, Des`,
  is: `
    janúar, jan | febrúar, feb | mars, mar | apríl, apr | maí | júní, jún | júlí, júl | ágúst, ágú | september, sep
    | október, okt | nóvember, nóv | desember, des`,
  it: `
    gennaio, gen | febbraio, feb | marzo, mar | aprile, apr | maggio, mag | giugno, giu | luglio, lug | agosto, ago
    | settembre, set | ottobre, ott | novembre, nov | dicembre, dic`,
  ka: `
    იანვარი, იან | თებერვალი, თებ | მარტი, მარ | აპრილი, აპრ | მაისი, მაი | ივნისი, ივნ | ივლისი, ივლ | აგვისტო, აგვ
    | სექტემბერი, სექ | ოქტომბერი, ოქტ | ნოემბერი, ნოე | დეკემბერი, დეკ`,
  kk: `
    қаңтар, қаң | ақпан, ақп | наурыз, нау | сәуір, сәу | мамыр, мам | маусым, мау | шілде, шіл | тамыз, там |
    қыркүйек, қыр | қазан, қаз | қараша, қар | желтоқсан, жел`,
  km: "មករា | កុម្ភៈ | មីនា | មេសា | ឧសភា | មិថុនា | កក្កដា | សីហា | កញ្ញា | តុលា | វិច្ឆិកា | ធ្នូ",
  kn: `
    ಜನವರಿ, ಜನ | ಫೆಬ್ರವರಿ, ಫೆಬ್ರ | ಮಾರ್ಚ್ | ಏಪ್ರಿಲ್, ಏಪ್ರಿ | ಮೇ | ಜೂನ್ | ಜುಲೈ | ಆಗಸ್ಟ್, ಆಗ | ಸೆಪ್ಟೆಂಬರ್, ಸೆಪ್ಟೆಂ |
    ಅಕ್ಟೋಬರ್, ಅಕ್ಟೋ | ನವೆಂಬರ್, ನವೆಂ | ಡಿಸೆಂಬರ್, ಡಿಸೆಂ`,
  lo: "ມັງກອນ | ກຸມພາ | ມີນາ | ເມສາ | ພຶດສະພາ | ມິຖຸນາ | ກໍລະກົດ | ສິງຫາ | ກັນຍາ | ຕຸລາ | ພະຈິກ | ທັນວາ",
  lt: `
    sausio, sausis | vasario, vasaris | kovo, kovas | balandžio, balandis | gegužės, gegužė | birželio, birželis |
    liepos, liepa | rugpjūčio, rugpjūtis | rugsėjo, rugsėjis | spalio, spalis | lapkričio, lapkritis | gruodžio,
    gruodis`,
  lv: `
    janvāris, janv, janvārī | februāris, febr, februārī | marts, martā | aprīlis, apr, aprīlī | maijs, maijā |
    jūnijs, jūn, jūnijā | jūlijs, jūl, jūlijā | augusts, aug, augustā | septembris, sept, septembrī | oktobris, okt,
    oktobrī | novembris, nov, novembrī | decembris, dec, decembrī`,
  mk: `
    јануари, јан | февруари, фев | март, мар | април, апр | мај | јуни, јун | јули, јул | август, авг | септември,
    сеп | октомври, окт | ноември, ное | декември, дек`,
  ml: `
    ജനുവരി, ജനു | ഫെബ്രുവരി, ഫെബ്രു | മാർച്ച്, മാർ | ഏപ്രിൽ, ഏപ്രി | മേയ് | ജൂൺ | ജൂലൈ | ഓഗസ്റ്റ്, ഓഗ | സെപ്റ്റംബർ,
    സെപ്റ്റം | ഒക്‌ടോബർ, ഒക്ടോ | നവംബർ, നവം | ഡിസംബർ, ഡിസം`,
  mr: `
    जानेवारी, जाने | फेब्रुवारी, फेब्रु | मार्च | एप्रिल, एप्रि | मे | जून | जुलै | ऑगस्ट, ऑग | सप्टेंबर, सप्टें |
    ऑक्टोबर, ऑक्टो | नोव्हेंबर, नोव्हें | डिसेंबर, डिसें`,
  ms: `
    Januari, Jan | Februari, Feb | Mac | April, Apr | Mei | Jun | Julai, Jul | Ogos, Ogo | September, Sep | Oktober,
    Okt | November, Nov | Disember, Dis`,
  my: `
    ဇန်နဝါရီ, ဇန် | ဖေဖော်ဝါရီ, ဖေ | မတ် | ဧပြီ, ဧ | မေ | ဇွန် | ဇူလိုင်, ဇူ | ဩဂုတ်, ဩ | စက်တင်ဘာ, စက် |
    အောက်တိုဘာ, အောက် | နိုဝင်ဘာ, နို | ဒီဇင်ဘာ, ဒီ`,
  nb: `
    januar, jan | februar, feb | mars, mar | april, apr | mai | juni, jun | juli, jul | august, aug | september, sep
    | oktober, okt | november, nov | desember, des`,
  ne: `
    जनवरी | फेब्रुअरी | मार्च | अप्रिल | मे | जुन | जुलाई | अगस्ट | सेप्टेम्बर | अक्टोबर | नोभेम्बर | डिसेम्बर`,
  nl: `
    januari, jan | februari, feb | maart, mrt | april, apr | mei | juni, jun | juli, jul | augustus, aug |
    september, sep | oktober, okt | november, nov | december, dec`,
  pa: `
    ਜਨਵਰੀ, ਜਨ | ਫ਼ਰਵਰੀ, ਫ਼ਰ | ਮਾਰਚ | ਅਪ੍ਰੈਲ, ਅਪ੍ਰੈ | ਮਈ | ਜੂਨ | ਜੁਲਾਈ, ਜੁਲਾ | ਅਗਸਤ, ਅਗ | ਸਤੰਬਰ, ਸਤੰ | ਅਕਤੂਬਰ, ਅਕਤੂ |
    ਨਵੰਬਰ, ਨਵੰ | ਦਸੰਬਰ, ਦਸੰ`,
  pl: `
    stycznia, styczeń, sty | lutego, luty, lut | marca, marzec, mar | kwietnia, kwiecień, kwi | maja, maj | czerwca,
    czerwiec, cze | lipca, lipiec, lip | sierpnia, sierpień, sie | września, wrzesień, wrz | października,
    październik, paź | listopada, listopad, lis | grudnia, grudzień, gru`,
  ps: `
    جنوري | فبروري, فېبروري | مارچ | اپریل | مۍ | جون | جولای | اګست | سېپتمبر, سپتمبر | اکتوبر | نومبر | دسمبر`,
  pt: `
    janeiro, jan | fevereiro, fev | março, mar | abril, abr | maio, mai | junho, jun | julho, jul | agosto, ago |
    setembro, set | outubro, out | novembro, nov | dezembro, dez`,
  ro: `
    ianuarie, ian | februarie, feb | martie, mar | aprilie, apr | mai | iunie, iun | iulie, iul | august, aug |
    septembrie, sept | octombrie, oct | noiembrie, nov, noi | decembrie, dec`,
  ru: `
    января, январь, янв | февраля, февраль, февр, фев | марта, март, мар | апреля, апрель, апр | мая, май | июня,
    июнь, июн | июля, июль, июл | августа, август, авг | сентября, сентябрь, сент, сен | октября, октябрь, окт |
    ноября, ноябрь, нояб, ноя | декабря, декабрь, дек`,
  sk: `
    januára, január, jan | februára, február, feb | marca, marec, mar | apríla, apríl, apr | mája, máj | júna, jún |
    júla, júl | augusta, august, aug | septembra, september, sep | októbra, október, okt | novembra, november, nov |
    decembra, december, dec`,
  sl: `
    januar, jan, januarja | februar, feb, februarja | marec, mar, marca | april, apr, aprila | maj, maja | junij,
    jun, junija | julij, jul, julija | avgust, avg, avgusta | september, sep, septembra | oktober, okt, oktobra |
    november, nov, novembra | december, dec, decembra`,
  sq: `
    janar, jan | shkurt, shk | mars, mar | prill, pri | maj | qershor, qer | korrik, korr | gusht, gush | shtator,
    sht | tetor, tet | nëntor, nën | dhjetor, dhj`,
  sr: `
    јануар, јан, januar, jan, јануара, januara | фебруар, феб, februar, feb, фебруара, februara | март, мар, mart,
    mar, марта, marta | април, апр, april, apr, априла, aprila | мај, maj, маја, maja | јун, jun, јуна, juna, juni |
    јул, jul, јула, jula, juli | август, авг, avgust, avg, августа, avgusta | септембар, сеп, septembar, sep,
    септембра, septembra | октобар, окт, oktobar, okt, октобра, oktobra | новембар, нов, novembar, nov, новембра,
    novembra | децембар, дец, decembar, dec, децембра, decembra`,
  sv: `
    januari, jan | februari, feb | mars | april, apr | maj | juni | juli | augusti, aug | september, sep | oktober,
    okt | november, nov | december, dec`,
  sw: `
    Januari, Jan | Februari, Feb | Machi, Mac | Aprili, Apr | Mei | Juni, Jun | Julai, Jul | Agosti, Ago | Septemba,
    Sep | Oktoba, Okt | Novemba, Nov | Desemba, Des`,
  ta: `
    ஜனவரி, ஜன | பிப்ரவரி, பிப் | மார்ச், மார் | ஏப்ரல், ஏப் | மே | ஜூன் | ஜூலை | ஆகஸ்ட், ஆக | செப்டம்பர், செப் |
    அக்டோபர், அக் | நவம்பர், நவ | டிசம்பர், டிச`,
  te: `
    జనవరి, జన | ఫిబ్రవరి, ఫిబ్ర | మార్చి | ఏప్రిల్, ఏప్రి | మే | జూన్ | జులై | ఆగస్టు, ఆగ | సెప్టెంబర్, సెప్టెం |
    అక్టోబర్, అక్టో | నవంబర్, నవం | డిసెంబర్, డిసెం`,
  th: `
    มกราคม, ม.ค | กุมภาพันธ์, ก.พ | มีนาคม, มี.ค | เมษายน, เม.ย | พฤษภาคม, พ.ค | มิถุนายน, มิ.ย | กรกฎาคม, ก.ค |
    สิงหาคม, ส.ค | กันยายน, ก.ย | ตุลาคม, ต.ค | พฤศจิกายน, พ.ย | ธันวาคม, ธ.ค`,
  tr: `
    Ocak, Oca | Şubat, Şub | Mart, Mar | Nisan, Nis | Mayıs, May | Haziran, Haz | Temmuz, Tem | Ağustos, Ağu |
    Eylül, Eyl | Ekim, Eki | Kasım, Kas | Aralık, Ara`,
  uk: `
    січня, січень, січ | лютого, лютий, лют | березня, березень, бер | квітня, квітень, квіт, кві | травня, травень,
    трав, тра | червня, червень, черв, чер | липня, липень, лип | серпня, серпень, серп, сер | вересня, вересень,
    вер | жовтня, жовтень, жовт, жов | листопада, листопад, лист, лис | грудня, грудень, груд, гру`,
  ur: "جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر",
  uz: `
    yanvar, yan | fevral, fev | mart, mar | aprel, apr | may | iyun, iyn | iyul, iyl | avgust, avg | sentabr, sen |
    oktabr, okt | noyabr, noy | dekabr, dek`,
};

/**
 * Months of the Solar Hijri calendar (Iran; Afghanistan in Dari and Pashto), from Farvardin on.
 * Source: Unicode CLDR 48, fa and fa-AF, dates/calendars/persian/months.
 */
export const SOLAR_MONTH_NAMES: Readonly<Record<string, string>> = {
  fa: `
    فروردین, حمل | اردیبهشت, ثور | خرداد, جوزا | تیر, سرطان | مرداد, امرداد, اسد | شهریور, سنبله |
    مهر, میزان | آبان, عقرب | آذر, قوس | دی, جدی | بهمن, دلو | اسفند, حوت`,
  ps: "وری | غویی | غبرګولی | چنګاښ | زمری | وږی | تله | لړم | لیندۍ | مرغومی | سلواغه | کب",
};
