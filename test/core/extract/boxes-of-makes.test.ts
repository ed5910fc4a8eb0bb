/*
 * Pages whose boxes say what their words do not: text cut into several boxes, columns beside the headline, cards that
 * are one link, a text that stands there twice.
 */
import { describe, expect, it } from "vitest";
import { HARBOUR_HEADING, HARBOUR_STORY, HARBOUR_TEXT, paragraphs, textOfBody } from "./pages.ts";

const [P1 = "", P2 = "", P3 = "", P4 = ""] = HARBOUR_STORY;
const SHORT = ["The vote was close.", "Nobody in the hall spoke.", "The boat sails on Friday."] as const;
const TOLL =
  "The toll on the Tovik bridge is to rise by a tenth from January, the road office said on Tuesday.";
const MAYOR =
  "The town of Halmby elected the teacher Pia Lund with a majority of nine votes after a long recount.";
const STORM =
  "Fallen pines block the coastal road until Thursday at least, the police told motorists on Monday.";

describe("text in boxes whose class the paragraphs share", () => {
  const entries = [P1, P2, SHORT[0], P3, SHORT[1], P4]
    .map(
      (text, at) =>
        `<div class="entry"><h2>Hour ${at}</h2><div class="list-item-text"><p>${text}</p></div></div>`,
    )
    .join("");

  it("a short sentence stays where paragraphs stand in boxes of the same class", () => {
    const text = textOfBody(`<main><article>${HARBOUR_HEADING}${entries}</article></main>`);
    for (const sentence of SHORT.slice(0, 2)) expect(text).toContain(sentence);
  });

  it("a label in a box of another class goes", () => {
    const label = '<div class="list-label"><p>Harbour desk.</p></div>';
    expect(
      textOfBody(`<main><article>${HARBOUR_HEADING}${entries}${label}${paragraphs([P4])}</article></main>`),
    ).not.toContain("Harbour desk");
  });

  it.each(["article-body", "story__text", "entry-content"])(
    "a text cut into two boxes of the class %s stays whole",
    (name) => {
      const first = `<div class="${name}">${paragraphs([P1, P2, P3])}</div>`;
      const second = `<div class="${name}">${paragraphs([SHORT[0], P4])}</div>`;
      const between = `<div class="slot"><small>Advertisement</small></div>`;
      const text = textOfBody(`<main>${HARBOUR_HEADING}${first}${between}${second}</main>`);
      expect(text).toBe([P1, P2, P3, SHORT[0], P4].join("\n"));
    },
  );

  it.each(["<h2>Bridge toll to rise next year</h2>", '<h4><a href="/toll">Bridge toll to rise</a></h4>'])(
    "a box of the same class under %s is another story",
    (headline) => {
      const own = `<div class="article-body">${paragraphs(HARBOUR_STORY)}</div>`;
      const other = `${headline}<div class="article-body">${paragraphs([TOLL, MAYOR])}</div>`;
      expect(textOfBody(`<main>${HARBOUR_HEADING}${own}${other}</main>`)).toBe(HARBOUR_TEXT);
    },
  );
});

describe("sub-headings and sentences behind the last long paragraph", () => {
  it.each([
    ["in a class of its own", '<p class="intertitle">What comes next</p>'],
    ["in bold", "<p><b>What comes next</b></p>"],
  ])("a sub-heading %s stays above short sentences", (_how, heading) => {
    const text = textOfBody(
      `<article>${HARBOUR_HEADING}${paragraphs(HARBOUR_STORY)}${heading}${paragraphs(SHORT)}</article>`,
    );
    expect(text.split("\n").slice(-4)).toEqual(["What comes next", ...SHORT]);
  });

  it.each(['<p class="name">Jonna Tvedt</p>', "<p><b>Jonna Tvedt</b></p>", "<p>What comes next</p>"])(
    "%s goes where no sentence follows",
    (line) => {
      expect(textOfBody(`<article>${HARBOUR_HEADING}${paragraphs(HARBOUR_STORY)}${line}</article>`)).toBe(
        HARBOUR_TEXT,
      );
    },
  );

  it("a closing sentence stays though most of it is a link", () => {
    const closing =
      'The council <a href="https://council.example/minutes">published the minutes of the meeting</a>.';
    const text = textOfBody(
      `<article>${HARBOUR_HEADING}${paragraphs(HARBOUR_STORY)}<p>${closing}</p></article>`,
    );
    expect(text).toContain("The council published the minutes of the meeting.");
  });
});

describe("boxes beside the headline", () => {
  const column = [TOLL, MAYOR, STORM].map((text) => `<p>${text}</p>`).join("");

  it("a column before the headline goes", () => {
    const text = textOfBody(
      `<div class="l7"><div>${column}</div></div><div class="r7">${HARBOUR_HEADING}${paragraphs(HARBOUR_STORY)}</div>`,
    );
    expect(text).toBe(HARBOUR_TEXT);
  });

  it("a paragraph before the headline stays where the story's others stand beside it", () => {
    const text = textOfBody(
      `<div class="r7"><p>${P1}</p>${HARBOUR_HEADING}${paragraphs([P2, P3, P4])}</div>`,
    );
    expect(text).toBe(HARBOUR_TEXT);
  });

  it("a short story is found behind a long column", () => {
    const long = Array.from({ length: 12 }, (_, at) => `<div><p>${at} ${STORM}</p></div>`).join("");
    const text = textOfBody(
      `<div class="l7">${long}</div><div class="r7">${HARBOUR_HEADING}${paragraphs([P1, P4])}</div>`,
    );
    expect(text).toBe(`${P1}\n${P4}`);
  });

  it("cards whose headline is no heading element go", () => {
    const cards = [TOLL, MAYOR, STORM]
      .map(
        (text, at) => `<div class="it"><a href="/n/${at}">Another story of the day</a><p>${text}</p></div>`,
      )
      .join("");
    const text = textOfBody(
      `<div><div>${HARBOUR_HEADING}${paragraphs(HARBOUR_STORY)}</div><div>${cards.repeat(4)}</div></div>`,
    );
    expect(text).toBe(HARBOUR_TEXT);
  });
});

describe("cards that are one link", () => {
  const card = (href: string) =>
    `<div class="embed-story"><a href="${href}"><img src="/t.jpg"><div><h4>Bridge toll to rise</h4><p>${TOLL}</p></div></a></div>`;
  const pageWith = (box: string) =>
    textOfBody(`<article>${HARBOUR_HEADING}${paragraphs([P1, P2])}${box}${paragraphs([P3, P4])}</article>`);

  it("picture, headline and text of another story go together", () => {
    expect(pageWith(card("/toll"))).toBe(HARBOUR_TEXT);
  });

  it("an article in a link that was never closed stays", () => {
    const open = `<div><a href="/share">${paragraphs(HARBOUR_STORY)}</div>`;
    expect(textOfBody(`<article>${HARBOUR_HEADING}${open}</article>`)).toContain(P2);
  });

  it("a list article whose entries are links stays", () => {
    const entries = [TOLL, MAYOR, STORM].map(
      (text, at) => `<a href="/e/${at}"><h3>Entry ${at}</h3><p>${text} ${P4}</p></a>`,
    );
    expect(
      textOfBody(`<article>${HARBOUR_HEADING}<p>${P1}</p>${entries.join("")}<p>${P2}</p></article>`),
    ).toContain(STORM);
  });

  it("what links within the page stays", () => {
    expect(pageWith(card("#toll"))).toContain("Bridge toll to rise");
  });
});

describe("a text that stands there twice", () => {
  const twice = [P1, SHORT[0], P2, P3, SHORT[1], P4, TOLL, MAYOR];

  it("the copy for narrow screens goes, short sentences with it", () => {
    const copy = (name: string) => `<div class="${name}">${paragraphs(twice)}</div>`;
    expect(textOfBody(`<main>${HARBOUR_HEADING}${copy("wide")}${copy("narrow")}</main>`)).toBe(
      twice.join("\n"),
    );
  });

  it("verses that come again within one box stay", () => {
    const verses = [...twice, ...twice];
    expect(textOfBody(`<main>${HARBOUR_HEADING}<div>${paragraphs(verses)}</div></main>`)).toBe(
      verses.join("\n"),
    );
  });
});

describe("boxes for readers", () => {
  it("the offer around a form for the mail address goes in any language", () => {
    const offer = `<div class="c7"><h3>Varnbybrevet</h3><p>Allt om hamnen, bron och öarna varje fredag, skrivet för dig.</p><form><input type="email"><button>OK</button></form></div>`;
    const text = textOfBody(
      `<article>${HARBOUR_HEADING}${paragraphs([P1, P2])}${offer}${paragraphs([P3, P4])}</article>`,
    );
    expect(text).toBe(HARBOUR_TEXT);
  });

  const COMMENT =
    "My uncle worked on that boat for thirty years, and nobody on the council ever asked him anything.";
  const comments = (heading: string) =>
    `<div class="b7"><h3>${heading}</h3><ul>${Array.from({ length: 14 }, (_, at) => `<li><b>user${at}</b><p>${at} ${COMMENT}</p></li>`).join("")}</ul></div>`;

  it.each([
    "Comments",
    "Commentaires (14)",
    "14 comentarios",
    "Commenti",
    "Reacties",
    "Kommentarer",
    "Yorumlar",
    "Σχόλια",
    "评论",
    "コメント",
    "ความคิดเห็น",
  ])("comments under %s go, though they are longer than the article", (heading) => {
    expect(
      textOfBody(`<div class="a7">${HARBOUR_HEADING}${paragraphs(HARBOUR_STORY)}</div>${comments(heading)}`),
    ).toBe(HARBOUR_TEXT);
  });

  it("a section of that name above the headline takes nothing", () => {
    const ticker = `<div class="t7">${paragraphs([TOLL, MAYOR, STORM, TOLL])}</div>`;
    const text = textOfBody(
      `${ticker}<div class="a7"><h2>Kommentare</h2>${HARBOUR_HEADING}${paragraphs(HARBOUR_STORY)}</div>`,
    );
    expect(text).toContain(HARBOUR_TEXT);
  });

  it("a section whose heading says more than that stays", () => {
    const text = textOfBody(
      `<div class="a7">${HARBOUR_HEADING}${paragraphs(HARBOUR_STORY)}<h2>Commentaires du maire</h2>${paragraphs([TOLL])}</div>`,
    );
    expect(text).toContain(TOLL);
  });
});

describe("what a page brings its text in", () => {
  it("a web component's shadow root is read, other templates are not", () => {
    const root = `<news-story><template shadowrootmode="open"><div>${HARBOUR_HEADING}${paragraphs(HARBOUR_STORY)}</div></template></news-story>`;
    const other = `<template id="card"><p>${TOLL}</p></template>`;
    expect(textOfBody(`${root}${other}`)).toBe(HARBOUR_TEXT);
  });

  it("Thai paragraphs are found in script data, though no mark ends their sentences", () => {
    const lines = [
      "ชาวประมงบ้านแหลมทองช่วยกันซ่อมสะพานไม้ยาวสองร้อยเมตรหลังพายุพัดพังเมื่อเดือนที่แล้ว โดยใช้เวลาทั้งหมดสามสัปดาห์",
      "ผู้ใหญ่บ้านกล่าวว่าเงินซ่อมมาจากการขายปลาแห้งของทุกครัวเรือน และยังเหลือพอสำหรับทาสีราวสะพานใหม่ทั้งสองข้าง",
      "เด็กนักเรียนจะได้เดินข้ามไปโรงเรียนอีกครั้งตั้งแต่วันจันทร์หน้า แทนการนั่งเรือซึ่งต้องรอน้ำขึ้นทุกเช้า",
    ];
    const data = JSON.stringify({ article: { body: lines.map((text) => ({ text })) } });
    expect(textOfBody(`<div id="app"></div><script type="application/json">${data}</script>`)).toBe(
      lines.join("\n"),
    );
  });

  it("a Japanese sentence may open with the name of a control", () => {
    const sentence = "シェアする喜びを伝えたいと、漁師たちは焼いた魚を子どもたちに一匹ずつ配った。";
    const text = textOfBody(
      `<article>${HARBOUR_HEADING}${paragraphs([P1, P2])}<p>${sentence}</p>${paragraphs([P3, P4])}<p>シェアする</p></article>`,
    );
    expect(text).toBe([P1, P2, sentence, P3, P4].join("\n"));
  });
});
