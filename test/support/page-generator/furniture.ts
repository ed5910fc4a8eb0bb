/*
 * What stands on a news page around its article: consent notice, menus, share bar, newsletter, related
 * stories, comments, footer. Each function renders one of them in the site's own class names.
 */
import type { Random } from "../simulator/random.ts";
import { drawing } from "./assets.ts";
import { element, escapeHtml, slug, times } from "./html.ts";
import type { Site } from "./site.ts";
import { createSpeaker, personName } from "./story.ts";
import { TOPICS } from "./vocabulary.ts";

export interface Surroundings {
  readonly site: Site;
  readonly random: Random;
}

const ICON_BYTES = 180;
const IMAGE_WIDTHS = [320, 480, 640, 960, 1280, 1920];
const PARTNERS = 400;
const COLUMNS_IN_FOOTER = 4;
const SHARE_TARGETS = ["Facebook", "Messenger", "Mail", "Copy link", "Print", "Save"];

function linkAttributes({ site, random }: Surroundings, path: string): string {
  const href = `href="${path}"`;
  if (!site.linkTracking) return href;
  return `${href} data-track="click" data-track-id="${random.below(2 ** 31).toString(36)}" data-position="${random.below(99)}"`;
}

export function link(around: Surroundings, block: string, path: string, content: string): string {
  return element("a", around.site.theme.className(block, "link"), content, linkAttributes(around, path));
}

export function image({ random }: Surroundings, alternative: string): string {
  const name = `/media/${random.below(2 ** 31).toString(16)}`;
  const sources = IMAGE_WIDTHS.map((width) => `${name}-${width}.jpg?auto=webp&amp;width=${width} ${width}w`);
  return `<img src="${name}-640.jpg" srcset="${sources.join(", ")}" sizes="(min-width: 64em) 40rem, 100vw" alt="${escapeHtml(alternative)}" loading="lazy" width="640" height="360">`;
}

export function consentNotice({ site, random }: Surroundings): string {
  const partners = random.below(PARTNERS) + 1;
  const text = `<p>We and our ${partners} partners use cookies and similar technology to keep ${escapeHtml(site.name)} free. You may accept all, or manage your choices at any time.</p>`;
  const buttons = `<button type="button">Accept all</button><button type="button">Manage choices</button>`;
  return element("div", site.theme.className("cookie-consent", "banner"), text + buttons, 'role="dialog"');
}

export function siteHeader(around: Surroundings): string {
  const { theme, menu, name } = around.site;
  const columns = menu.map(({ title, entries }) => {
    const items = entries.map((entry) =>
      element(
        "li",
        theme.className("nav", "item"),
        link(around, "nav", `/${slug(title)}/${slug(entry)}/`, entry),
      ),
    );
    const heading = link(around, "nav", `/${slug(title)}/`, title);
    return element("li", theme.className("nav", "column"), `${heading}<ul>${items.join("")}</ul>`);
  });
  const list = element("ul", theme.className("nav", "list"), columns.join("\n"));
  const logo = `<a href="/" aria-label="${escapeHtml(name)}">${drawing(ICON_BYTES * 4, around.random)}</a>`;
  const navigation = `<nav class="${theme.className("nav", "root")}" aria-label="Main">${list}</nav>`;
  return element(
    "header",
    theme.className("header", "root"),
    `${logo}${navigation}<a href="/login">Sign in</a>`,
  );
}

export function shareBar({ site, random }: Surroundings): string {
  const buttons = SHARE_TARGETS.map(
    (target) =>
      `<li><button aria-label="${target}">${drawing(ICON_BYTES, random)}<span>${target}</span></button></li>`,
  );
  return element("div", site.theme.className("share", "tools"), `<ul>${buttons.join("")}</ul>`);
}

export function newsletterBox({ site }: Surroundings): string {
  const text = `<h3>Never miss a story</h3><p>Sign up for the ${escapeHtml(site.name)} morning newsletter.</p>`;
  const form =
    '<form action="/newsletter" method="post"><input type="email" name="email"><button>Sign up</button></form>';
  return element("div", site.theme.className("newsletter", "signup"), text + form);
}

export function advertisement({ site, random }: Surroundings): string {
  const id = `ad-${random.below(2 ** 31).toString(36)}`;
  const slot = `<span>Advertisement</span><div id="${id}" data-sizes="[[300,250],[728,90],[970,250]]"></div>`;
  return element("div", site.theme.className("ad", "slot"), slot);
}

export function teaserBox(around: Surroundings, block: string, title: string, count: number): string {
  const { site, random } = around;
  const cards = times(count, () => {
    const headline = createSpeaker(random).headline();
    const picture = image(around, headline);
    const words = element("h3", site.theme.className(block, "title"), escapeHtml(headline));
    const section = element("span", site.theme.className(block, "label"), random.pick(TOPICS));
    const path = `/${slug(headline)}-${random.below(2 ** 31)}.html`;
    return element(
      "li",
      site.theme.className(block, "card"),
      link(around, block, path, picture + section + words),
    );
  });
  return element("section", site.theme.className(block, "root"), `<h2>${title}</h2><ul>${cards}</ul>`);
}

export function comments({ site, random }: Surroundings, count: number): string {
  const { theme } = site;
  const items = times(count, (index) => {
    const speaker = createSpeaker(random);
    const head = element(
      "div",
      theme.className("comment", "author"),
      `${personName(random)} <time>${index + 1} hours ago</time>`,
    );
    const text = element(
      "div",
      theme.className("comment", "content"),
      `<p>${escapeHtml(speaker.paragraph())}</p>`,
    );
    const tools = '<button>Reply</button><button>Report</button><span class="votes">0</span>';
    return element("li", theme.className("comment", "item"), head + text + tools, `id="comment-${index}"`);
  });
  const title = `<h2>${count} comments</h2>`;
  return element(
    "section",
    theme.className("comments", "root"),
    `${title}<ol>${items}</ol>`,
    'id="comments"',
  );
}

export function siteFooter(around: Surroundings): string {
  const { site } = around;
  const columns = site.menu.slice(0, COLUMNS_IN_FOOTER).map(({ title, entries }) => {
    const items = entries.map((entry) => `<li>${link(around, "footer", `/${slug(entry)}/`, entry)}</li>`);
    return element(
      "div",
      site.theme.className("footer", "column"),
      `<h4>${title}</h4><ul>${items.join("")}</ul>`,
    );
  });
  const legal = `<p>© ${escapeHtml(site.name)}. All rights reserved. Terms of use. Privacy. Imprint.</p>`;
  return element("footer", site.theme.className("footer", "root"), columns.join("\n") + legal);
}
