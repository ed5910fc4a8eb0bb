/*
 * Pages of further makes and languages: what is the article in them, and what is not. As page-makes.test.ts, which holds
 * the makes in English.
 */
import { describe, expect, it } from "vitest";
import { article, HARBOUR_STORY, HARBOUR_TITLE, pageOf, paragraphs } from "./pages.ts";

interface Make {
  readonly what: string;
  readonly lang: string;
  readonly title: string;
  readonly body: string;
  readonly keeps: readonly string[];
  readonly drops: readonly string[];
}

const [P1 = "", P2 = "", P3 = "", P4 = ""] = HARBOUR_STORY;

const POLISH = [
  "Rada portu w Varnby zdecydowała w poniedziałek o zamknięciu starego terminalu promowego, który działał od ponad dziewięćdziesięciu lat.",
  "Przewodnicząca rady Mira Oskarsdottir powiedziała, że terminal przynosił straty przez siedem ostatnich zim, a naprawa zachodniego mola byłaby zbyt droga.",
  "Przeciwnicy planu zapowiedzieli, że przed początkiem sezonu letniego zwrócą się do sądu w Halmby o wstrzymanie decyzji.",
];
const TURKISH = [
  "Varnby liman meclisi pazartesi günü eski feribot iskelesini kapatma kararı aldı ve doksan yılı aşkın bir hat böylece sona erdi.",
  "Meclis başkanı Mira Oskarsdottir iskelenin son yedi kışta zarar ettiğini, batı rıhtımının onarımının ise çok pahalıya mal olacağını söyledi.",
  "Plana karşı çıkan balıkçılar yaz mevsimi başlamadan önce Halmby'deki mahkemeye başvuracaklarını duyurdu.",
];
const INDONESIAN = [
  "Dewan pelabuhan Varnby pada hari Senin memutuskan untuk menutup terminal feri lama yang telah melayani penyeberangan selama sembilan puluh tahun.",
  "Ketua dewan Mira Oskarsdottir mengatakan terminal itu merugi selama tujuh musim dingin terakhir dan perbaikan dermaga barat terlalu mahal.",
  "Para nelayan yang menolak rencana itu akan meminta pengadilan di Halmby menunda keputusan sebelum musim panas dimulai.",
];
const VIETNAMESE = [
  "Hội đồng cảng Varnby hôm thứ Hai đã bỏ phiếu đóng cửa bến phà cũ, chấm dứt tuyến phà đã hoạt động hơn chín mươi năm qua.",
  "Chủ tịch hội đồng Mira Oskarsdottir cho biết bến phà thua lỗ trong bảy mùa đông gần đây và chi phí sửa cầu cảng phía tây là quá lớn.",
  "Những người phản đối kế hoạch tuyên bố sẽ đề nghị tòa án ở Halmby đình chỉ quyết định trước khi mùa hè bắt đầu.",
];
const KOREAN = [
  "바른비 항만위원회는 월요일 구십 년 넘게 운항해 온 옛 여객선 터미널을 폐쇄하기로 의결했다고 밝혔다.",
  "미라 오스카르스도티르 위원장은 터미널이 지난 일곱 번의 겨울 동안 적자를 냈으며 서쪽 부두를 고치는 비용도 너무 크다고 말했다.",
  "계획에 반대하는 어민들은 여름이 시작되기 전에 할름비 법원에 결정을 멈춰 달라고 요청할 예정이라고 전했다.",
];
const HINDI = [
  "वार्नबी की बंदरगाह परिषद ने सोमवार को पुराना नौका घाट बंद करने का फैसला किया, जिससे नब्बे साल पुरानी सेवा समाप्त हो जाएगी।",
  "परिषद की अध्यक्ष मीरा ओस्कार्सडॉटिर ने कहा कि घाट को पिछले सात वर्षों में हर सर्दी में नुकसान हुआ और मरम्मत बहुत महंगी पड़ेगी।",
  "योजना के विरोधियों ने कहा कि वे गर्मी शुरू होने से पहले हाल्म्बी की अदालत से फैसले पर रोक लगाने की मांग करेंगे।",
];
const ARABIC = [
  "قرر مجلس ميناء فارنبي يوم الاثنين إغلاق محطة العبارات القديمة، منهيا خدمة عبرت المضيق منذ أكثر من تسعين عاما.",
  "وقالت رئيسة المجلس ميرا أوسكارسدوتير إن المحطة خسرت أموالا في كل شتاء من السنوات السبع الماضية، وإن إصلاح الرصيف الغربي مكلف جدا.",
  "وأعلن معارضو الخطة أنهم سيطلبون من المحكمة في هالمبي تعليق القرار قبل بداية موسم الصيف.",
];
const GREEK = [
  "Το συμβούλιο του λιμανιού της Βάρνμπι αποφάσισε τη Δευτέρα να κλείσει τον παλιό σταθμό των πλοίων, ύστερα από ενενήντα χρόνια λειτουργίας.",
  "Η πρόεδρος του συμβουλίου Μίρα Όσκαρσντοτιρ είπε ότι ο σταθμός έχασε χρήματα στους τελευταίους επτά χειμώνες και ότι η επισκευή θα κόστιζε πολύ.",
  "Οι αντίπαλοι του σχεδίου ανακοίνωσαν ότι θα ζητήσουν από το δικαστήριο να αναστείλει την απόφαση πριν από το καλοκαίρι.",
];
const CZECH = [
  "Přístavní rada ve Varnby v pondělí rozhodla o uzavření starého přístaviště trajektů, které sloužilo více než devadesát let.",
  "Předsedkyně rady Mira Oskarsdottirová řekla, že přístaviště bylo posledních sedm zim ztrátové a oprava západního mola by byla příliš drahá.",
  "Odpůrci plánu oznámili, že ještě před začátkem letní sezony požádají soud v Halmby o odložení rozhodnutí.",
];
const FINNISH = [
  "Varnbyn satamaneuvosto päätti maanantaina sulkea vanhan lauttaterminaalin, joka on palvellut salmen ylittäjiä yli yhdeksänkymmentä vuotta.",
  "Neuvoston puheenjohtaja Mira Oskarsdottir sanoi, että terminaali on tuottanut tappiota seitsemänä viime talvena ja läntisen laiturin korjaus maksaisi liikaa.",
  "Suunnitelman vastustajat ilmoittivat pyytävänsä Halmbyn oikeutta keskeyttämään päätöksen ennen kesäkauden alkua.",
];

function within(texts: readonly string[], between: string): string {
  return texts.map((text, at) => `<p>${text}</p>${at === 0 ? between : ""}`).join("");
}

const LANGUAGES: readonly Make[] = [
  {
    what: "a Polish page with a read-more box in its middle, an editor's line and tags",
    lang: "pl",
    title: "Varnby zamyka stary terminal promowy",
    body: `<div class="col-main"><h1>Varnby zamyka stary terminal promowy</h1><p class="lead-date">4 marca 2031, 10:12</p>${within(POLISH, `<div class="box"><strong>Zobacz także</strong><ul><li><a href="/1">Opłata za most wzrośnie</a></li><li><a href="/2">Nowa burmistrz Halmby</a></li></ul></div><p>CZYTAJ TEŻ: <a href="/1">Opłata za most wzrośnie w przyszłym roku</a></p>`)}<p>Źródło: Kurier Varnby</p><p>Tagi: <a href="/t">port</a>, <a href="/t2">prom</a></p></div>`,
    keeps: POLISH,
    drops: ["Opłata za most", "Nowa burmistrz", "Tagi", "Źródło"],
  },
  {
    what: "a Turkish page with a newsletter box in its middle and an agency's label",
    lang: "tr",
    title: "Varnby eski feribot iskelesini kapatıyor",
    body: `<article><h1>Varnby eski feribot iskelesini kapatıyor</h1><span>04.03.2031 - 10:12 Güncelleme: 04.03.2031 - 11:40</span>${within(TURKISH, `<div class="kutu"><p>Bültenimize abone olun, limandan her sabah haberdar olun.</p><input type="email"></div><p>İLGİLİ HABER</p><p><a href="/n">Köprü geçiş ücreti gelecek yıl artıyor</a></p>`)}<p>Yorumlar (4)</p></article>`,
    keeps: TURKISH,
    drops: ["Bültenimize", "Köprü geçiş", "Yorumlar", "Güncelleme", "İLGİLİ"],
  },
  {
    what: "an Indonesian page with pointers between its paragraphs and a page number",
    lang: "id",
    title: "Varnby tutup terminal feri lama",
    body: `<div class="detail"><h1>Varnby tutup terminal feri lama</h1><div>Jonna Tvedt - Kurir Varnby</div><div>Selasa, 4 Mar 2031 10:12 WIB</div><div class="detail__body-text"><p><strong>Varnby</strong> - ${INDONESIAN[0]}</p><p>Baca juga: <a href="/n">Tarif jembatan naik tahun depan</a></p><p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p><p>${INDONESIAN[1]}</p><table class="linksisip"><tr><td><strong>Baca juga:</strong></td></tr><tr><td><a href="/n2">Halmby memilih wali kota baru</a></td></tr></table><p>${INDONESIAN[2]}</p><p>Simak Video "Anjing laut di kolam renang"</p></div></div>`,
    keeps: INDONESIAN,
    drops: ["Tarif jembatan", "SCROLL", "wali kota baru", "Simak Video"],
  },
  {
    what: "a Vietnamese page with its source and links below",
    lang: "vi",
    title: "Varnby đóng cửa bến phà cũ",
    body: `<section class="page-detail"><h1 class="title-detail">Varnby đóng cửa bến phà cũ</h1><p class="description">Tuyến phà hơn chín mươi năm tuổi sẽ dừng hoạt động vào tháng Mười.</p><article class="fck_detail">${within(VIETNAMESE, `<ul class="list-news-subfolder"><li><a href="/n">Phí cầu Tovik sẽ tăng vào năm tới</a></li></ul>`)}<p style="text-align:right;"><strong>Jonna Tvedt</strong></p></article><div><p>Xem thêm: <a href="/m">Halmby có thị trưởng mới</a></p><p>Chia sẻ bài viết</p><p>Bình luận (12)</p></div></section>`,
    keeps: VIETNAMESE,
    drops: ["Phí cầu", "thị trưởng mới", "Chia sẻ bài viết", "Bình luận"],
  },
  {
    what: "a Korean page with a reporter's address and the rights",
    lang: "ko",
    title: "바른비, 옛 여객선 터미널 폐쇄",
    body: `<div id="articleBody"><h2>바른비, 옛 여객선 터미널 폐쇄</h2><div>입력 2031.03.04. 오전 10:12</div>${KOREAN.join("<br><br>")}<br><br>요나 트베트 기자 jonna@kurier.example<br><br>ⓒ 바른비 쿠리어, 무단 전재 및 재배포 금지</div><div><h3>많이 본 뉴스</h3><ol><li><a href="/1">다리 통행료 내년 인상</a></li></ol></div>`,
    keeps: KOREAN,
    drops: ["무단 전재", "통행료"],
  },
  {
    what: "a Hindi page with links in its middle and a channel at its end",
    lang: "hi",
    title: "वार्नबी का पुराना नौका घाट बंद होगा",
    body: `<div class="story"><h1>वार्नबी का पुराना नौका घाट बंद होगा</h1><div>Updated: Mar 04, 2031, 10:12 AM IST</div>${within(HINDI, `<p>ये भी पढ़ें- <a href="/n">अगले साल पुल का शुल्क बढ़ेगा</a></p><p>विज्ञापन</p>`)}<p>हमें व्हाट्सएप पर फॉलो करें</p></div>`,
    keeps: HINDI,
    drops: ["पुल का शुल्क", "विज्ञापन", "Updated"],
  },
  {
    what: "an Arabic page with a box in its middle",
    lang: "ar",
    title: "فارنبي تغلق محطة العبارات القديمة",
    body: `<div dir="rtl"><h1>فارنبي تغلق محطة العبارات القديمة</h1><div>4 مارس 2031 - 10:12</div>${within(ARABIC, `<div class="x"><h4>اقرأ أيضا</h4><ul><li><a href="/n">رفع رسوم الجسر في العام المقبل</a></li></ul></div>`)}<p>المصدر: فارنبي كورير</p><p>اشترك في نشرتنا البريدية على تلغرام</p></div>`,
    keeps: ARABIC,
    drops: ["رسوم الجسر", "اشترك"],
  },
  {
    what: "a Greek page with a follow line and its source",
    lang: "el",
    title: "Κλείνει ο παλιός σταθμός των πλοίων στη Βάρνμπι",
    body: `<main><h1>Κλείνει ο παλιός σταθμός των πλοίων στη Βάρνμπι</h1><p>Δημοσίευση: 4 Μαρτίου 2031, 10:12</p>${within(GREEK, `<p><strong>Διαβάστε επίσης: </strong><a href="/n">Ακριβότερα τα διόδια στη γέφυρα</a></p>`)}<p>Ακολουθήστε μας στο Google News και μάθετε πρώτοι όλες τις ειδήσεις</p></main>`,
    keeps: GREEK,
    drops: ["διόδια", "Google News", "Δημοσίευση"],
  },
  {
    what: "a Czech page with a photograph's line and related links",
    lang: "cs",
    title: "Varnby zavírá staré přístaviště trajektů",
    body: `<div id="content"><h1>Varnby zavírá staré přístaviště trajektů</h1><div class="opener">${CZECH[0]}</div><div class="img"><img src="a.jpg"><div class="popis">Staré přístaviště v zimě. | foto: Lena Brandtová, Kurýr</div></div><div class="bbtext"><p>${CZECH[1]}</p><p><a href="/n">Mýtné na mostě vzroste</a></p><p>${CZECH[2]}</p></div><div><h3>Čtěte také</h3><a href="/m">Halmby má novou starostku</a></div></div>`,
    keeps: CZECH.slice(1),
    drops: ["novou starostku", "Mýtné", "Lena Brandtová"],
  },
  {
    what: "a Finnish page whose text goes on below an advertisement",
    lang: "fi",
    title: "Varnby sulkee vanhan lauttaterminaalin",
    body: `<article><h1>Varnby sulkee vanhan lauttaterminaalin</h1><p>4.3.2031 10:12</p>${within(FINNISH, `<p>Juttu jatkuu mainoksen jälkeen</p><div>Mainos</div><p>Lue myös: <a href="/n">Sillan tietulli nousee</a></p>`)}<p>Lue lisää aiheesta: <a href="/m">Halmby sai uuden pormestarin</a></p></article>`,
    keeps: FINNISH,
    drops: ["mainoksen", "tietulli", "pormestarin"],
  },
];

const H1 = `<h1>${HARBOUR_TITLE}</h1>`;
const make = (what: string, body: string, keeps: readonly string[], drops: readonly string[]): Make => ({
  what,
  lang: "en",
  title: HARBOUR_TITLE,
  body,
  keeps,
  drops,
});

const KINDS: readonly Make[] = [
  make(
    "a print view with addresses in brackets",
    `<div class="print"><div>Varnby Courier</div><hr>${H1}<div>Tuesday, March 4, 2031</div><hr>${paragraphs(HARBOUR_STORY)}<hr><p>Printed from https://courier.example/n/pier?print=1</p><p><a href="javascript:window.print()">Print this page</a> <a href="javascript:window.close()">Close window</a></p></div>`,
    HARBOUR_STORY,
    ["Printed from", "Close window"],
  ),
  make(
    "a video with a short text and a list of other videos",
    `<main><div class="player"><video></video><span>0:00 / 2:34</span></div>${H1}<p>${P1}</p><p>The last boat leaves in October.</p><section><h2>More videos</h2><div><a href="/v/1"><span>1:12</span> <span>Seal found in swimming pool</span></a></div><div><a href="/v/2"><span>3:40</span> <span>Storm closes coastal road</span></a></div></section></main>`,
    [P1, "The last boat leaves in October."],
    ["Seal found", "2:34"],
  ),
  make(
    "an opinion with the author's portrait and life below",
    `<main><span>Comment</span>${H1}<div><img src="j.jpg" alt=""><a href="/a/jonna">Jonna Tvedt</a></div>${paragraphs(HARBOUR_STORY)}<div class="bio"><p>Jonna Tvedt is a columnist at the Varnby Courier and the author of two books about the sound.</p></div></main>`,
    HARBOUR_STORY,
    ["two books"],
  ),
  make(
    "a recipe with what it needs and how it is made",
    `<main>${H1}<p>${P1}</p><h2>Ingredients</h2><ul><li>400 g of cod from the sound</li><li>2 onions</li><li>1 glass of white wine</li></ul><h2>Method</h2><ol><li>Cut the cod into pieces and salt them well.</li><li>Fry the onions until they are golden.</li></ol></main>`,
    [P1, "400 g of cod from the sound", "2 onions", "Cut the cod into pieces and salt them well."],
    [],
  ),
  make(
    "a review with its marks",
    `<main>${H1}${paragraphs(HARBOUR_STORY)}<h3>Verdict</h3><p>A boat for those who have time, and a pier for those who have none.</p><div><span>Rating</span> <span>4/5</span></div></main>`,
    [...HARBOUR_STORY, "A boat for those who have time, and a pier for those who have none."],
    [],
  ),
  make(
    "a report on a match with results and line-ups",
    `<main>${H1}<p>${P1}</p><p>${P2}</p><table><thead><tr><th>Match</th><th>Result</th></tr></thead><tbody><tr><td>Varnby - Halmby</td><td>2-1</td></tr><tr><td>Tovik - Dresk</td><td>0-0</td></tr></tbody></table><p>Varnby: Lie, Berg, Lund (Holm 70), Amsel.</p><p>${P3}</p></main>`,
    [P1, P2, P3, "Varnby - Halmby", "2-1", "Varnby: Lie, Berg, Lund (Holm 70), Amsel."],
    [],
  ),
  make(
    "an article that ends with a correction",
    `<main><article>${H1}${paragraphs(HARBOUR_STORY)}<p><em>Correction: An earlier version of this article named the wrong month for the last crossing. It is October, not November.</em></p></article></main>`,
    HARBOUR_STORY,
    [],
  ),
  make(
    "a long newsletter box in the middle, which no class names",
    `<main><article>${H1}<p>${P1}</p><p>${P2}</p><div class="q7"><h4>The Varnby Letter</h4><p>All that happens between pier and bridge, every Friday in your inbox, written by those who saw it.</p><label>Your e-mail address</label><input type="email"><p>By signing up you agree to our terms of use and our privacy policy.</p></div><p>${P3}</p><p>${P4}</p></article></main>`,
    HARBOUR_STORY,
    ["every Friday", "terms of use", "The Varnby Letter"],
  ),
  make(
    "read-more boxes of pictures and headlines in the middle",
    `<main><article>${H1}<p>${P1}</p><aside><a href="/1"><img src="1.jpg"><h3>Bridge toll to rise next year</h3></a></aside><p>${P2}</p><div class="inline-story"><span>Read more</span><a href="/2">New mayor for Halmby after a recount that took all night</a></div><p>${P3}</p><p>${P4}</p></article></main>`,
    HARBOUR_STORY,
    ["Bridge toll", "New mayor"],
  ),
  make(
    "AMP with a list of related stories and a pinned bar",
    `<header><amp-img src="l.png"></amp-img><button on="tap:s.toggle">Menu</button></header><main role="main"><article>${H1}<p class="meta">Mar 4, 2031 <amp-timeago datetime="2031-03-04">3 hours ago</amp-timeago></p><amp-social-share type="x">Share</amp-social-share>${paragraphs([P1, P2])}<amp-embed type="x"><div placeholder>Loading more stories</div></amp-embed>${paragraphs([P3, P4])}</article><amp-list src="/r"><div placeholder><p>Latest stories from the coast are loading, one moment please.</p></div></amp-list></main>`,
    HARBOUR_STORY,
    ["one moment please", "Loading more", "3 hours ago"],
  ),
  make(
    "a live blog with key points and pinned entry",
    `<main>${H1}<section><h2>Key points</h2><ul><li>Council votes to close the terminal</li><li>Fishermen go to court</li></ul></section><div>${HARBOUR_STORY.map((text, at) => `<article><time datetime="2031-03-04T1${at}:05">1${at}:05</time><h3>Entry ${at} from the council's hall</h3><p>${text}</p><div><a href="#e${at}">Copy link</a></div></article>`).join("")}</div></main>`,
    HARBOUR_STORY,
    ["Copy link"],
  ),
  make(
    "text in lines within <center> and <font>, with a menu in images",
    `<body><center><table><tr><td><a href="/"><img src="m.gif"></a></td></tr><tr><td><font size="+2">${HARBOUR_TITLE}</font><p><font face="Verdana">${HARBOUR_STORY.join("<p>")}</font></td></tr></table><font size="1">© 2031 Varnby Courier - <a href="/m">Mail to the desk</a></font></center></body>`,
    HARBOUR_STORY,
    ["Mail to the desk", HARBOUR_TITLE],
  ),
  make(
    "a brief in one box with a field for a mail address",
    `<div id="all">${H1}<p>${P1}</p><p>The last boat leaves in October.</p><input type="email" name="m"></div>`,
    [P1, "The last boat leaves in October."],
    [],
  ),
  make(
    "a page that is one small form",
    `<form method="post" id="aspnetForm">${H1}<p>${P1}</p><input type="email" name="m"></form>`,
    [P1],
    [],
  ),
  make(
    "captions that name their photographer behind the sentence",
    `<main>${H1}<p>${P1}</p><div><img src="a.jpg"></div><p>The old terminal in winter. Photo: Lena Brandt</p><p>${P2}</p><p>${P3}</p></main>`,
    [P1, P2, P3],
    ["Lena Brandt"],
  ),
];

function checks(makes: readonly Make[]): void {
  it.each(makes)("$what", ({ title, body, keeps, drops, lang }) => {
    const { text } = article(pageOf({ title: `${title} | Varnby Courier`, body, lang }));
    expect(keeps.filter((string) => !text.includes(string))).toEqual([]);
    expect(drops.filter((string) => text.includes(string))).toEqual([]);
  });
}

describe("the article of", () => checks(LANGUAGES));
describe("all of", () => checks(KINDS));
