import { describe, expect, it } from "vitest";
import { HARBOUR_STORY, HARBOUR_TITLE, textArticle } from "./pages.ts";

const BODY = HARBOUR_STORY.join("\n\n");
const CLEAN = HARBOUR_STORY.join("\n");

/** Breaks at spaces so that no line is longer than `width`. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, line].join("\n");
}

describe("plain text", () => {
  it("gives headline and paragraphs of a saved page", () => {
    const found = textArticle(`${HARBOUR_TITLE}\n\n${BODY}`);
    expect(found.title).toBe(HARBOUR_TITLE);
    expect(found.text).toBe(CLEAN);
  });

  it("leaves out menus and form fields before the headline", () => {
    const found = textArticle(`Contact Form\n\nEmail *\n\nMessage *\n\n${HARBOUR_TITLE}\n\n${BODY}`);
    expect(found.title).toBe(HARBOUR_TITLE);
    expect(found.text).toBe(CLEAN);
  });

  it("takes dateline, agency, sign-off and day out of the text", () => {
    const content = `${HARBOUR_TITLE}\n\nTuesday, 4 March 2031\n\nVARNBY (Reuters) - ${BODY}\n\n(Reporting by Ola Berg, Jonna Tvedt; Editing by Tom Hale)\n\nFollow us on our channel!`;
    const found = textArticle(content);
    expect(found).toMatchObject({
      text: CLEAN,
      dateline: "VARNBY",
      creditText: "Reuters",
      authors: ["Ola Berg", "Jonna Tvedt"],
    });
    expect(found.datePublished).toEqual({ value: "2031-03-04", source: "visible-text" });
  });

  it("joins hard-wrapped lines to paragraphs parted by blank lines", () => {
    const content = [HARBOUR_TITLE, ...HARBOUR_STORY].map((paragraph) => wrap(paragraph, 68)).join("\n\n");
    expect(textArticle(content).text).toBe(CLEAN);
  });

  it("joins hard-wrapped lines to paragraphs told by their indent", () => {
    const content = HARBOUR_STORY.map((paragraph) => `    ${wrap(paragraph, 68)}`).join("\n");
    expect(textArticle(content).text).toBe(CLEAN);
  });

  it("takes the wire's own name at the end for the credit", () => {
    const wire = HARBOUR_STORY.map((paragraph) => `    ${wrap(paragraph, 68)}`).join("\n");
    const found = textArticle(`${wire}\n Reuter\n\u0003`);
    expect(found).toMatchObject({ text: CLEAN, creditText: "Reuters" });
  });

  it("reads folded headers and passes over those of the mail program", () => {
    const [subject = "", rest = ""] = HARBOUR_TITLE.split(" close ");
    const found = textArticle(
      `Received: from a.example by b.example\n\tfor desk@varnby.example\nSubject: ${subject}\n close ${rest}\nMIME-Version: 1.0\nDate: Tue, 04 Mar 2031 09:30:00 +0100\nX-Mailer: Quill 2\n\n${BODY}`,
    );
    expect(found.title).toBe(HARBOUR_TITLE);
    expect(found.text).toBe(CLEAN);
    expect(found.removed).toEqual([]);
  });

  it("keeps an indented first paragraph right behind the headers", () => {
    const paragraphsOfText = HARBOUR_STORY.map((paragraph) => `    ${wrap(paragraph, 68)}`).join("\n");
    const found = textArticle(`Subject: ${HARBOUR_TITLE}\nSource: Varnby Courier\n${paragraphsOfText}`);
    expect(found.text).toBe(CLEAN);
  });

  it("reads e-mail style headers", () => {
    const found = textArticle(
      `From: desk@varnby.example\nSubject: ${HARBOUR_TITLE}\nDate: Tue, 04 Mar 2031 09:30:00 +0100\n\n${BODY}`,
    );
    expect(found.title).toBe(HARBOUR_TITLE);
    expect(found.text).toBe(CLEAN);
    expect(found.datePublished).toEqual({ value: "2031-03-04T08:30:00Z", offset: "+01:00", source: "meta" });
  });

  it("keeps captions apart, with the picture's title before them", () => {
    const [first = "", ...rest] = HARBOUR_STORY;
    const caption =
      "The last ferry at the western pier of the old terminal. (Lena Brandt/AFP via Getty Images)";
    const found = textArticle([HARBOUR_TITLE, first, "Varnby ferry terminal", caption, ...rest].join("\n\n"));
    expect(found.text).toBe(CLEAN);
    expect(found.captions).toEqual([caption]);
    expect(found.photoCredits).toEqual(["Lena Brandt/AFP via Getty Images"]);
  });

  it("passes over the wire's key line, and reads its dateline with an underscore", () => {
    const found = textArticle(
      `BC-VARNBY-FERRY, 1st Ld-Writethru\nURGENT\n${HARBOUR_TITLE}\nBy JONNA TVEDT\n\nVARNBY (AP) _ ${BODY}`,
    );
    expect(found).toMatchObject({ title: HARBOUR_TITLE, text: CLEAN, dateline: "VARNBY", creditText: "AP" });
  });

  it("has no article text where there are only labels", () => {
    expect(() => textArticle("Share\n\nTweet\n\nTT\n")).toThrow("no-article-text");
  });
});
