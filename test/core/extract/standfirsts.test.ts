/* Standfirsts in boxes that are furniture anywhere else, and what only stands in the same place. */
import { describe, expect, it } from "vitest";
import { article, HARBOUR_TEXT, harbourPage } from "./pages.ts";

const SENTENCE = "Nine million crowns, a third of them from the state: the diggers come in May.";

describe("between headline and text", () => {
  it.each(["teaser", "article-summary", "post-excerpt", "article__intro"])(
    "a sentence of class %s is the standfirst",
    (name) => {
      const { text } = article(harbourPage({ before: `<p class="${name}">${SENTENCE}</p>` }));
      expect(text).toBe(`${SENTENCE}\n${HARBOUR_TEXT}`);
    },
  );

  it.each([
    ["an author's box", `<p class="author-bio">${SENTENCE}</p>`],
    ["a teaser with a link", `<p class="teaser">${SENTENCE} <a href="/n/2">More on the wall</a></p>`],
    ["a box of another story", `<div class="related-teaser"><p class="teaser">${SENTENCE}</p></div>`],
  ])("%s is none", (_what, before) => {
    expect(article(harbourPage({ before })).text).toBe(HARBOUR_TEXT);
  });

  it("behind the first paragraph a teaser is furniture", () => {
    const { text } = article(harbourPage({ between: `<p class="teaser">${SENTENCE}</p>` }));
    expect(text).toBe(HARBOUR_TEXT);
  });
});

describe("behind the text", () => {
  it.each([
    "To stay up-to-date on all the latest news as it develops, follow the station on Facebook.",
    "Если вы нашли ошибку, выделите текст и нажмите Ctrl+Enter.",
    "声明：本网转载此文目的在于传递更多信息，不代表本网的观点和立场。",
    "免责声明：以上内容仅供参考，不构成任何建议。",
  ])("a notice leaves: %s", (line) => {
    expect(article(harbourPage({ behind: `<p>${line}</p>` })).text).toBe(HARBOUR_TEXT);
  });

  it.each([
    "To stay up to date with the tides, the crew reads nothing but the moon.",
    "Если вы нашли ошибку в расчётах, сказала она совету, покажите её.",
    "免责声明不能免除平台的责任，法院在周五的判决中说，船主们对此表示欢迎。",
    "声明本文作者从未到过岛上的人是他的律师，而不是港口的发言人。",
    "Если вы нашли ошибку, пожалуйста, сообщите о ней в суд, сказал адвокат журналистам.",
    "声明在周一晚间由市长宣读，现场没有人鼓掌，也没有人提问。",
  ])("a sentence stays: %s", (line) => {
    expect(article(harbourPage({ behind: `<p>${line}</p>` })).text).toContain(line);
  });
});
