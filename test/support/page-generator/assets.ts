/*
 * Stylesheets, scripts and drawings as they stand inline in news pages: filler that a parser must read past.
 * Made to the byte count asked for, give or take one rule.
 */
import type { Random } from "../simulator/random.ts";
import { personName, placeName } from "./story.ts";
import type { Theme } from "./theme.ts";
import { ADJECTIVES, NOUNS, TOPICS } from "./vocabulary.ts";

const BLOCKS = [
  "header",
  "nav",
  "article",
  "related",
  "comments",
  "footer",
  "share",
  "newsletter",
  "ad",
  "gallery",
];
const ELEMENTS = ["root", "list", "item", "link", "card", "title", "body", "text", "image", "button", "meta"];
const STATES = ["", ":hover", ":focus-visible", "::before", " > li", " a", ":not(:last-child)"];
const PROPERTIES = [
  "margin",
  "padding",
  "color",
  "font",
  "display",
  "grid-area",
  "border",
  "transform",
  "transition",
];
const UNITS = ["px", "rem", "em", "%", "vh"];
const HEX_COLOURS = 0xffffff;

function untilBytes(bytes: number, make: () => string): string {
  const parts: string[] = [];
  let length = 0;
  while (length < bytes) {
    const part = make();
    parts.push(part);
    length += part.length;
  }
  return parts.join("");
}

const colour = (random: Random): string => `#${random.below(HEX_COLOURS).toString(16).padStart(6, "0")}`;

function declaration(random: Random): string {
  const property = random.pick(PROPERTIES);
  const value =
    property === "color" ? colour(random) : `${random.below(64)}${random.pick(UNITS)} ${random.below(9)}rem`;
  return `${property}:${value}`;
}

export function stylesheet(bytes: number, theme: Theme, random: Random): string {
  return untilBytes(bytes, () => {
    const name = theme.className(random.pick(BLOCKS), random.pick(ELEMENTS)).split(" ")[0] ?? "root";
    const declarations = Array.from({ length: 2 + random.below(4) }, () => declaration(random));
    const rule = `.${name}${random.pick(STATES)}{${declarations.join(";")}}`;
    return random.below(8) === 0 ? `@media (min-width:${random.below(90)}rem){${rule}}` : rule;
  });
}

/** Minified code: calls, assignments, conditions on short names. */
export function script(bytes: number, random: Random): string {
  const name = (): string => `${random.pick(NOUNS).slice(0, 3)}${random.below(36).toString(36)}`;
  return untilBytes(bytes, () =>
    random.pick([
      () =>
        `function ${name()}(e,t){var n=${name()}.${random.pick(NOUNS)}(e);return n&&n.length>${random.below(99)}?n:t}`,
      () =>
        `window.${name()}=window.${name()}||[];${name()}.push({event:"${random.pick(ADJECTIVES)}",slot:${random.below(9999)}});`,
      () =>
        `!function(e,t){"use strict";if(e.${name()}<t){document.getElementById("${random.pick(NOUNS)}").remove()}}(window,${random.below(9999)});`,
      () =>
        `if("undefined"!=typeof ${name()}&&${name()}.${random.pick(NOUNS)}("</div><p>${random.pick(NOUNS)}</p>")){${name()}=!0}`,
    ])(),
  );
}

/** The state a client-side renderer leaves in the page: nested records with ids, names and times. */
export function stateJson(bytes: number, random: Random): string {
  const records = untilBytes(bytes, () => {
    const record = {
      id: random.below(2 ** 31).toString(36),
      type: random.pick(["teaser", "author", "section", "image", "ad-slot"]),
      name: random.pick([personName, placeName])(random),
      section: random.pick(TOPICS),
      flags: { premium: random.below(2) === 0, live: random.below(9) === 0, rank: random.below(99) },
      image: `/img/${random.below(2 ** 31).toString(16)}.jpg`,
    };
    return `${JSON.stringify(record)},`;
  });
  return `window.__STATE__={"entities":[${records.slice(0, -1)}]};`;
}

export function drawing(bytes: number, random: Random): string {
  const path = untilBytes(bytes, () => {
    const letter = random.pick(["M", "l", "c", "h", "v", "a"]);
    return `${letter}${random.below(32)}.${random.below(99)} ${random.below(32)}`;
  });
  return `<svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" focusable="false"><path d="${path}z"></path></svg>`;
}
