/*
 * Lines that open as furniture does and as reports do: "Tell us", "Advertising", "Comentarios". Reports keep their
 * sentences, furniture goes.
 */
import { describe, expect, it } from "vitest";
import { article, HARBOUR_STORY, HARBOUR_TEXT, harbourPage, pageOf, paragraphs } from "./pages.ts";

/** By language; each could stand in a report, several as direct speech without marks. */
const REPORTED: readonly string[] = [
  "Tell us the truth about the pier, the widows shouted at the gate of the council.",
  "Let us know when the last boat leaves, the children had asked the captain.",
  "Help us before the winter comes, the fishermen wrote on a sheet above the western pier.",
  "What do you think of the plan for the bridge, Ms Oskarsdottir?",
  "Sign up for the ferry's last crossing began on Monday and was over within an hour.",
  "Stay informed and keep away from the western pier, the harbour master asked the town.",
  "Advertising revenue of the ferry line fell by a tenth last year.",
  "Advertisement of cheap crossings will be forbidden from May on, the council decided.",
  "First published in 1931, the tide tables were written by a captain who had never sailed the sound.",
  "Published on Monday, the report says that the pier will not outlast the winter.",
  "Last updated in 1998, the harbour rules still speak of coal.",
  "Filed under seal in March, the lawsuit names nine former members of the council.",
  "Copyright in the old sea charts belongs to the town, the court in Halmby found.",
  "Loading of the last cargo began at dawn and took until the evening.",
  "Read aloud in court, the letter made the judge laugh.",
  "Most popular among visitors is the lighthouse, which forty thousand people climbed last year.",
  "Up next for the council is the quarrel about the bridge toll on Thursday.",
  "More stories of that kind reached the council after the vote.",
  "Photos by residents show cracks along the whole of the western wall.",
  "Video by a passenger shows how the boat struck the pier.",
  "Buy now and pay later was how half of the passengers paid for their season tickets.",
  "By clicking on a letter from the bank, a clerk had let the thieves into the harbour's computer.",
  "By signing up early, commuters saved forty crowns a year.",
  "You may also be fined for parking on the pier, the harbour master warned drivers.",
  "Subscribers can keep their old tickets until the end of the year.",
  "Our standards are too low, the harbour master admitted before the council.",
  "Follow the money, the judge told the nine clerks of the harbour office.",
  "Updated figures of the harbour office put the loss at four million.",
  "Topics of the meeting were the bridge, the pier and the night bus.",
  "Mehr dazu wollte die Ratsvorsitzende am Montag nicht sagen.",
  "Zum Thema Brücke sagte die Ratsvorsitzende am Montag kein Wort.",
  "Weitere Themen der Sitzung waren die Brücke und der Nachtbus.",
  "Anzeige erstattete am Montag die Reederei gegen zwei Mitglieder des Rates.",
  "Werbung für billige Überfahrten ist ab Mai verboten, beschloss der Rat.",
  "Fehler gefunden haben die Prüfer in neun von zehn Abrechnungen.",
  "Diese Nachricht wurde auf der Insel mit lautem Jubel aufgenommen.",
  "Melden Sie sich bei der Polizei, bat die Familie des vermissten Fischers.",
  "À lire les comptes du port, la ligne perdait de l'argent depuis sept hivers.",
  "Pour aller plus loin, la maire propose de racheter les deux bateaux.",
  "Publicité mensongère ou simple erreur, le tribunal de Halmby devra trancher.",
  "Más información sobre el accidente se espera el lunes por la tarde.",
  "Comentarios racistas sobre el capitán provocaron la protesta del sindicato.",
  "Comparte despacho con la alcaldesa desde hace más de nueve años.",
  "Sigue a la espera de juicio el capitán del último barco.",
  "Publicidad engañosa fue la causa de la multa, según el tribunal.",
  "Em destaque na reunião esteve a obra do molhe, que custará quatro milhões.",
  "Comentários do presidente do porto irritaram os pescadores na segunda-feira.",
  "Segui i soldi, aveva detto il giudice ai nove impiegati del porto.",
  "Abbonati in calo anche quest'anno per la linea dei traghetti, dice la relazione.",
  "Commenti razzisti contro il capitano hanno provocato la protesta dei marinai.",
  "Meer over de oorzaak van de brand kon de brandweer maandag niet zeggen.",
  "Mer om saken ville havnesjefen ikke si før møtet på torsdag.",
  "Mere om sagen ville havnechefen ikke sige før mødet på torsdag.",
  "Mer om orsaken ville hamnchefen inte säga före mötet på torsdag.",
  "Mainos oli harhaanjohtava, totesi Halmbyn käräjäoikeus maanantaina antamassaan päätöksessä.",
  "Reklama tanich rejsów będzie od maja zakazana, zdecydowała rada miasta.",
  "Komentarze ekspertów są podzielone, a port milczy od poniedziałku.",
  "Související vyšetřování začalo v březnu a skončí nejdříve na podzim.",
  "Реклама дешёвых рейсов с мая запрещена, решил совет порта.",
  "Комментарии к новому закону порт обещал дать до четверга.",
  "Коментарі до нового закону порт обіцяв дати до четверга.",
  "Reklam gelirleri geçen yıl onda bir oranında düştü, dedi liman müdürü.",
  "Chia sẻ với báo chí hôm thứ Hai, ông cho biết cầu cảng sẽ đóng cửa.",
  "Bình luận về vụ việc, thị trưởng nói rằng hội đồng sẽ họp lại vào tháng Mười.",
  "Η ομάδα ακολουθεί. Διαφήμιση φθηνών εισιτηρίων απαγορεύεται από τον Μάιο.",
  "Διαφήμιση φθηνών εισιτηρίων απαγορεύεται από τον Μάιο, αποφάσισε το συμβούλιο.",
  "إعلان وقف العمل في الميناء جاء بعد مفاوضات طويلة بين المجلس والصيادين.",
  "شارك آلاف الصيادين في مسيرة إلى الميناء يوم الاثنين احتجاجا على القرار.",
  "اشترك في التحقيق تسعة من قضاة المحكمة في هالمبي منذ مارس الماضي.",
  "הצטרפו לשביתה ביום שני יותר מתשע מאות דייגים מכל הכפרים.",
  "תגובות זועמות נשמעו ביום שני מכל הכפרים לאורך החוף.",
  "تبلیغات انتخاباتی در بندر از روز دوشنبه آغاز شد و تا پنجشنبه ادامه دارد.",
  "विज्ञापन पर रोक मई से लागू होगी, परिषद ने सोमवार को बताया।",
  "広告収入が昨年は一割減少したと、渡し船の会社は月曜日に発表した。",
  "会員登録者の個人情報が流出したと、港湾局は月曜日に発表した。",
  "广告收入去年下降了一成，渡轮公司星期一在哈尔姆比表示。",
  "下載量在一年內翻了一番，渡輪公司星期一在港口表示。",
  "광고 수입이 지난해 십 퍼센트 줄었다고 여객선 회사가 월요일 밝혔다.",
  "댓글 조작 사건을 수사해 온 경찰이 월요일 항만 사무소를 압수수색했다.",
  "โฆษณาตั๋วเรือราคาถูกจะถูกห้ามตั้งแต่เดือนพฤษภาคมเป็นต้นไป สภาท่าเรือกล่าวเมื่อวันจันทร์",
  "Follow our rules or leave the pier, the harbour master told the crew.",
  "Follow us and you will see, the divers called to the council.",
  "Contact our mayor, not me.",
  "See also the report of 1998, the auditor had written in the margin.",
  "Click here, the forged message had told nine hundred islanders.",
  "Read more than its first page, she had told the council in March.",
  "Photo by photo, the divers recorded every pile of the western pier.",
  "All rights reserved for fishermen in the old treaty were given up.",
  "Join the conversation, the mayor begged the fishermen, and they did.",
  "Support our work, the divers had written on a sheet above the pier.",
  "Thank you for reading the minutes, the mayor told the only listener.",
  "Help us, he said.",
  "What do you want, Mira?",
  "Let us know what lies below the pier, the children had asked the divers.",
  "Tell us in the comments of your heart what you saw, the priest prayed.",
  "Subscribe to a newsletter of the port and learn nothing, Berg says.",
  "Mehr zum Thema wollte die Ratsvorsitzende am Montag nicht sagen.",
  "Lesen Sie auch das Kleingedruckte, rät die Verbraucherzentrale in Halmby.",
  "Sigue leyendo el acta la comisión que investiga el accidente.",
  "Síguenos y verás, le dijo el capitán al juez de Halmby.",
  "Lire aussi entre les lignes, voilà ce que la maire demande au conseil.",
  "Volg ons en zwijg, had de kapitein tegen de matrozen gezegd.",
  "Läs mer än första sidan, sade hamnchefen till nämnden i torsdags.",
  "Följ oss ner i djupet, ropade dykarna till de nio ledamöterna.",
  "Читать дальше судья не стал, и зал покинули все рыбаки.",
  "Bizi takip edin, dedi kaptan limanda bekleyen dokuz gemiciye.",
  "קראו עוד ועוד דייגים לעצור את העבודות במזח הישן.",
  "구독하기 버튼을 누르라는 전화가 섬 주민 수백 명에게 걸려 왔다고 경찰이 밝혔다.",
];

/** Each asks the reader for something, or names what is no part of the text. */
const FURNITURE: readonly string[] = [
  "Get unlimited access from 1 krone a week. Cancel anytime.",
  "Tell us what you think.",
  "Tell us your story: write to the desk at desk@courier.example and we may print it.",
  "Let us know in the comments what you think of the new bridge.",
  "Let us know what you think",
  "Help us keep this site free for all of its readers.",
  "What do you think? Join in below and tell the others.",
  "Sign up to our weekly newsletter and have the news of the harbour in your inbox.",
  "Stay informed with our app for all of the harbour's news.",
  "Subscribe to our podcast about the harbour and those who live by it.",
  "Become a member",
  "Have a question about this article? Write to us at any hour.",
  "You may also like: Five ferries worth a trip",
  "Find out more at https://courier.example/ferries before you book.",
  "By signing up, you agree to our terms and to the privacy policy of the Courier.",
  "By clicking the button you agree to the terms of service of the Courier.",
  "Advertising",
  "Advertisement: the story goes on below the picture of a boat.",
  "First published on Tue 4 Mar 2031 07.10 GMT",
  "Up next: the seal that slept in the third lane.",
  "Most popular",
  "More from the harbour",
  "Copyright 2031 by the Varnby Courier, with all rights reserved by its owners.",
  "Getty Images",
  "Mehr zum Thema: Fähre wird teurer",
  "Mehr dazu: Fähre wird schon wieder teurer, wie der Rat sagt.",
  "Melden Sie sich jetzt für unseren Newsletter vom Hafen an.",
  "Folgen Sie uns auf WhatsApp und verpassen Sie nichts vom Hafen.",
  "Werbung",
  "Anzeige",
  "Inscrivez-vous à notre lettre d'information pour tout savoir du port.",
  "À lire : le bac coûte encore plus cher",
  "Publicité",
  "Suscríbete a nuestro boletín para saber todo lo que pasa en el puerto.",
  "Comparte esta nota con tus amigos en WhatsApp o en tus redes.",
  "Únete a nuestro canal de Telegram y recibe lo último del puerto.",
  "Comentarios (12)",
  "Inscreva-se no nosso canal do YouTube para ver os barcos do porto.",
  "Iscriviti alla nostra newsletter per sapere tutto del porto.",
  "Segui il nostro canale WhatsApp per le ultime notizie dal porto.",
  "Zapisz się do naszego newslettera i wiedz wszystko o porcie.",
  "Reklama",
  "Подписывайтесь на наш канал, чтобы знать всё о нашем порте.",
  "Комментарии",
  "Підписуйтесь на наш телеграм, щоб знати все про порт.",
  "Abone ol: limandan her gün bülten",
  "Chia sẻ",
  "Quảng cáo",
  "اشترك في قناتنا على تلغرام لتصلك آخر أخبار الميناء كل صباح.",
  "إعلان",
  "הצטרפו לערוץ שלנו בטלגרם וקבלו את כל החדשות מהנמל.",
  "शेयर करें",
  "広告",
  "会員登録をするとこの記事のコメントを読むことができます。",
  "广告",
  "댓글",
  "โฆษณา",
  "Read more",
  "Read more: the ferry that nobody wanted",
  "Read more about the ferry on page nine of this edition.",
  "See also: the ferry that nobody wanted.",
  "Click here for all of the pictures from the harbour.",
  "Follow us on Facebook, Instagram and Bluesky.",
  "Follow our reporters, and you will know what the harbour knows.",
  "Contact our desk with all that you know of the harbour.",
  "Photo by Jonna Tvedt for the Varnby Courier in March.",
  "All rights reserved. Nothing on these pages may be copied without permission.",
  "Join the conversation and tell the town what you think.",
  "Support our work from nine crowns a month on.",
  "Thank you for reading the Courier all through the winter.",
  "Let us know in the form below what you saw at the pier.",
  "What do you think?",
  "Have a question for the desk?",
  "Lesen Sie auch unseren Bericht über die Fähre von Varnby.",
  "Síguenos en Facebook, Instagram y Bluesky.",
  "Lire aussi : le bac coûte encore plus cher",
  "Saiba mais sobre os barcos do porto de Halmby.",
  "Lees verder: de veerboot wordt nog duurder",
  "Läs mer: färjan blir ännu dyrare",
  "Читать дальше",
  "Bizi takip edin",
  "تابعونا",
  "קראו עוד",
  "구독하기",
];

describe("a report keeps the sentence", () => {
  it.each(REPORTED)("%s", (sentence) => {
    const { text } = article(harbourPage({ between: `<p>${sentence}</p>` }));
    expect(text).toContain(sentence);
  });
});

describe("an article does not hold", () => {
  it.each(FURNITURE)("between its paragraphs: %s", (line) => {
    expect(article(harbourPage({ between: `<p>${line}</p>` })).text).toBe(HARBOUR_TEXT);
  });

  it.each(FURNITURE)("behind them: %s", (line) => {
    expect(article(harbourPage({ behind: `<p>${line}</p>` })).text).toBe(HARBOUR_TEXT);
  });
});

describe("an article may open and close with such a word", () => {
  const LEADS = [
    "Advertising revenue of the ferry line fell by a tenth last year, the harbour office said in its report on Monday.",
    "شارك آلاف الصيادين من كل القرى في مسيرة طويلة إلى الميناء القديم يوم الاثنين احتجاجا على قرار المجلس إغلاقه نهائيا.",
    "Chia sẻ với báo chí hôm thứ Hai, người đứng đầu cảng cho biết bến tàu cũ sẽ đóng cửa vào tháng Mười năm nay.",
    "Published on Monday, the report of the harbour office says that the western pier will not outlast the winter.",
  ];

  const APPEALS = [
    "Help us save the pier, the mayor wrote to every household.",
    "Let us know when it opens again, an old man shouted after her.",
    "Tell us the truth about the pier – the widows stood at the gate all night.",
    "Join us on the pier, the bishop told the fishermen of Halmby.",
  ];

  it.each(APPEALS)("of others, first: %s", (lead) => {
    const { text } = article(harbourPage({ before: `<p>${lead}</p>` }));
    expect(text).toBe(`${lead}\n${HARBOUR_TEXT}`);
  });

  it.each(APPEALS)("of others, last: %s", (lead) => {
    const { text } = article(harbourPage({ behind: `<p>${lead}</p>` }));
    expect(text).toBe(`${HARBOUR_TEXT}\n${lead}`);
  });

  it.each(LEADS)("first: %s", (lead) => {
    const body = `<main><h1>A town and its pier</h1>${paragraphs([lead, ...HARBOUR_STORY])}</main>`;
    expect(article(pageOf({ title: "A town and its pier", body })).text).toContain(lead);
  });

  it.each(LEADS)("last: %s", (lead) => {
    expect(article(harbourPage({ behind: `<p>${lead}</p>` })).text).toContain(lead);
  });
});

describe("a text of short paragraphs keeps such lines", () => {
  const [lead = "", second = "", third = ""] = HARBOUR_STORY;

  it("in an interview", () => {
    const lines = [
      "<p><strong>Mr Berg, how bad is it down there?</strong></p>",
      "<p>Follow me and you will see for yourself.</p>",
      "<p><strong>What do you think of the council’s plan?</strong></p>",
      "<p>Contact our mayor, not me.</p>",
      "<p><strong>And now?</strong></p>",
      "<p>Join us on the pier, everybody is welcome there.</p>",
      "<p>I have dived here for thirty years now.</p>",
    ];
    const body = `<main><h1>The diver of Varnby</h1><p>${lead}</p>${lines.join("")}</main>`;
    const { text } = article(pageOf({ title: "The diver of Varnby", body }));
    expect(text).toBe([lead, ...lines.map((line) => line.replace(/<[^>]*>/g, ""))].join("\n"));
  });

  it("in a live blog, whose headings open with the time of day", () => {
    const entries = `<h2>09:45 Ferry stops all crossings</h2><p>${second}</p><h2>09:12 School closes</h2><p>Stay informed and stay at home, the mayor asked parents.</p><h2>08:40 First roofs</h2><p>${third}</p>`;
    const body = `<main><h1>Storm over Varnby as it happens</h1><p>${lead}</p>${entries}</main>`;
    const { text } = article(pageOf({ title: "Storm over Varnby as it happens", body }));
    for (const line of [
      "09:45 Ferry stops all crossings",
      "09:12 School closes",
      "Stay informed and stay at home, the mayor asked parents.",
    ])
      expect(text).toContain(line);
  });
});
