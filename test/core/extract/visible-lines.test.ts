/* What lines around the headline say of dates, authors and places, where the page's data says nothing. All invented. */
import { describe, expect, it } from "vitest";
import {
  article,
  HARBOUR_STORY,
  HARBOUR_TEXT,
  HARBOUR_TITLE,
  harbourPage,
  pageOf,
  paragraphs,
  textArticle,
} from "./pages.ts";

const above = (line: string) => article(harbourPage({ before: `<p>${line}</p>` }));

describe("a line with days above the text", () => {
  it.each([
    [
      "Wed 18 Nov 2026 14.05 GMT - Last modified on Thu 19 Nov 2026 08.10 GMT",
      "2026-11-18T14:05:00Z",
      "2026-11-19T08:10:00Z",
    ],
    [
      "Publicerad 18 november 2026 kl 14.05 · Uppdaterad 19 november 2026 kl 08.10 · Läsning 3 min",
      "2026-11-18T14:05:00Z",
      "2026-11-19T08:10:00Z",
    ],
    ["Publié le 18 novembre 2026, modifié le 19 novembre 2026", "2026-11-18", "2026-11-19"],
    ["Updated 19 Nov 2026 | Published 18 Nov 2026", "2026-11-18", "2026-11-19"],
  ])("%s: published and changed, no part of the text", (line, published, modified) => {
    const found = above(line);
    expect(found.text).toBe(HARBOUR_TEXT);
    expect(found.datePublished).toMatchObject({ value: published, source: "visible-text" });
    expect(found.dateModified).toMatchObject({ value: modified, source: "visible-text" });
  });

  it("tells no change before the publication", () => {
    expect(above("Published 18 Nov 2026, updated 3 May 2024").dateModified).toBeNull();
  });

  it("stays where it is a line of the text: a book with the day of its release", () => {
    const line =
      "The Ferries of the Northern Sound, vol. 2, by Ola Berg, 18 November 2026, Tovik Press, hardcover, 212 pages";
    expect(above(line).text).toContain(line);
  });
});

describe("who wrote it", () => {
  it("is who led an interview", () => {
    expect(above("Interview: Siri Klint").authors).toEqual(["Siri Klint"]);
  });

  it("is not with whom another interview was led", () => {
    expect(above('<a href="/klint">Interview: Siri Klint</a>').authors).toEqual([]);
  });

  it("is the sender of a mail, where the address holds the name", () => {
    const mail = (from: string) =>
      textArticle(
        `From: ${from}\nSubject: ${HARBOUR_TITLE}\nDate: Wed, 18 Nov 2026 14:05:00 +0000\n\n${HARBOUR_STORY.join("\n\n")}`,
      );
    expect(mail("Ida Holm <i.holm@varnby.example>").authors).toEqual(["Ida Holm"]);
    expect(mail('"Ida Holm" <ida@varnby.example>').authors).toEqual(["Ida Holm"]);
    expect(mail("Varnby Courier <newsletter@mail.example>").authors).toEqual([]);
  });

  it("is read from layouts of tables", () => {
    const body = `<table><tr><td><h1>${HARBOUR_TITLE}</h1><I>by Ida Holm, staff writer</I>${paragraphs(HARBOUR_STORY)}</td></tr></table>`;
    expect(article(pageOf({ body })).authors).toEqual(["Ida Holm"]);
  });
});

describe("the dateline of a wire document", () => {
  it("is its location", () => {
    const nitf = `<nitf><head><title>${HARBOUR_TITLE}</title></head><body><body.head><hedline><hl1>${HARBOUR_TITLE}</hl1></hedline><dateline><location>Varnby, Norway</location><story.date>Nov 18</story.date></dateline></body.head><body.content><block>${paragraphs(HARBOUR_STORY)}</block></body.content></body></nitf>`;
    expect(article(nitf).dateline).toBe("Varnby, Norway");
  });
});
