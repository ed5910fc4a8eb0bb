/*
 * Words that page makers put into class names and ids, and what they mean for extraction.
 *
 * A name is cut into tokens at case changes, `-`, `_` and digits: `articleBody`, `article-body` and
 * `article_body` are the two tokens "article body". Single words are looked up token by token, phrases as
 * neighbouring tokens, never as substrings: `shadow` does not hold `ad`, nor `headline` `head`.
 *
 * Sources: the class lists of Readability.js and trafilatura's XPath expressions (read, not copied), WordPress,
 * Drupal, Ghost, Arc and CUE default themes, and the class names of the tuning half of the evaluation pages.
 */
import { wordSet } from "./word-list.ts";

function phrases(list: string): ReadonlySet<string> {
  return new Set(
    list
      .trim()
      .split("\n")
      .flatMap((line) => line.split(","))
      .map((phrase) => phrase.trim()),
  );
}

/** Furniture: text that stands beside an article, on whatever page. */
export const FURNITURE_WORDS = wordSet(`
  related relateds recirc recirculation recommended recommendation recommendations promo promos promotion
  promoted sponsor sponsored sponsors ad ads advert adverts advertisement advertisements advertising adslot
  adunit adbox dfp gpt taboola outbrain zergnet revcontent signup subscribe subscription subscriptions share shares sharing
  sharebar sharetools social socials sociable addthis addtoany masthead trending popular mostread teaser teasers
  upsell donate donation toolbar tooltip login register tags taglist keywords topics sidebar widget widgets
  disclaimer follow follows copyright prevnext skip jump flyout dropdown poll quiz trinity yarpp relatedposts
  print noprint leaderboard readmore seealso alsolike morestories toc affiliate carousel rollover popover
  hovercard privacy reporting rating ratings vote reaction reactions authorbox piano support supporter appeal`);

/** Furniture beyond doubt, believed even where the other words would leave little of the page. */
export const LANDMARK_WORDS = wordSet(`
  breadcrumb breadcrumbs crumbs nav navigation navbar menu footer cookie cookies consent gdpr popup modal
  newsletter newsletters pagination pager colophon testimonial testimonials`);

/** Consent managers name their dialogs after themselves. Sources: their own scripts' markup. */
export const CONSENT_MANAGERS = wordSet(`
  onetrust cookiebot usercentrics didomi cmpbox cmplz cky borlabs iubenda osano truste axeptio tarteaucitron klaro`);

/** Furniture as phrases of neighbouring tokens. */
export const FURNITURE_PHRASES = phrases(`
  read more, see more, view more, read next, read also, up next, next up, next article, next post, next story
  prev article, prev post, prev story, previous article, previous post, previous story
  more stories, more news, more from, more on, more like, more posts, more articles
  you may, you might, may like, might like, also like, also read, see also
  most read, most popular, most viewed, sign up, follow us, screen reader, sr only, visually hidden, print only
  in article ad, in article promo, inline promo, inline related, inline newsletter
  author bio, author box, author info, author card, author about, about author, about the author
  post tags, entry tags, article tags, story tags, post footer, entry footer, article footer, story footer
  post meta, entry meta, article meta, story meta, post share, entry share, article share, story share
  summary item, summary excerpt, summary title
  paywall offer, paywall message, paywall banner, paywall prompt, paywall notice, paywall barrier
  post nav, article nav, further reading, call to action, cta`);

/** Words that follow furniture words in names of layout states and mean nothing: `no-sidebar`, `has-ads`. */
export const NEGATING_WORDS = wordSet("no has with without is hide show enable disable");

/** Furniture where the block is short; on a long one these words mean nothing. */
export const SOFT_WORDS = wordSet(`
  byline bylines author authors bio dateline timestamp date pubdate published updated time meta metadata info contributor
  contributors writer credits source kicker eyebrow category categories subhead label tag badge icon next prev previous
  latest more most gallery slideshow slider aside secondary rail right box card cards list links link headlines header
  title headline`);

export const CAPTION_WORDS = wordSet(`
  caption captions credit credits photocredit figcaption imagecaption cutline legend bildunterschrift bildtext
  bildquelle pie-foto fotocredit`);

export const COMMENT_WORDS = wordSet(
  "comment comments disqus respond commentlist livefyre discussion replies",
);

/** Only as the whole name: `hidden`, but not `overflow-hidden`. */
export const HIDING_NAMES = wordSet("hidden hide invisible visuallyhidden");

/** Posts of other places shown within the text; their words count as quoted text. */
export const EMBED_PHRASES = phrases(`
  twitter tweet, instagram media, fb post, tiktok embed, embed, embedded, tweet, bluesky embed, mastodon embed`);

const BODY_OWNERS = [
  "article",
  "story",
  "post",
  "entry",
  "news",
  "content",
  "text",
  "blog",
  "page",
  "single",
  "main",
];
const BODY_PARTS = [
  "body",
  "content",
  "text",
  "copy",
  "entry",
  "detail",
  "details",
  "article",
  "inner content",
];
const BODY_SUFFIXES = ["", " text", " content", " inner", " copy"];

/** Whole names of the box that holds an article's paragraphs: `article-body`, `entry_content_inner`. */
export const BODY_NAMES: ReadonlySet<string> = new Set([
  ...BODY_OWNERS.flatMap((owner) =>
    BODY_PARTS.flatMap((part) => BODY_SUFFIXES.map((end) => `${owner} ${part}${end}`)),
  ),
  ...["copy", "text", "body", "article", "main", "content"].flatMap((end) => [
    `body ${end}`,
    `content ${end}`,
  ]),
  ...[
    "articlebody",
    "storybody",
    "postcontent",
    "postbody",
    "storytext",
    "articletext",
    "entry",
    "articlecontent",
    "amp wp article content",
  ],
  ...[
    "mw parser output",
    "field name body",
    "articulo cuerpo",
    "artikel inhalt",
    "artikel text",
    "texte article",
  ],
]);

/** Deks: the line between headline and text that sums the story up. */
export const DEK_NAMES = phrases(`
  dek, deck, standfirst, subheader, subheading, subheadline, subhead, sub header, sub heading, sub headline, sub head
  subtitle, sub title, strapline`);
