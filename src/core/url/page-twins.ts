/*
 * Twins of a page: the same article under a second URL for AMP, for phones or for the printer.
 *
 * Every rule keeps to one registrable domain and is made so that the main page must exist: the AMP
 * specification demands a link to it, and print views are made from it. Where a shape does not prove
 * that (`/amp/story`, `m.example.com`), nothing is changed here: the page's own `rel=canonical` joins
 * the twins after the fetch, at the price of one request. A wrong guess would lose the article.
 *
 * The shapes: AMP Project, "Make your pages discoverable"; Google Search Central, "Mobile site and
 * mobile-first indexing" and "AMP on Google Search" (`amp.html`, `?amp=1`, `/amp`); WordPress AMP plug-in
 * (`/amp/`, `?amp`); Arc Publishing (`outputType=amp`); old New York Times (`pagewanted=print`).
 */

/** Query parameters that only choose the view. Undefined: whatever the value. */
const VIEW_PARAMETERS: ReadonlyMap<string, ReadonlySet<string> | undefined> = new Map([
  ["amp", new Set(["", "1", "true", "yes", "amp"])],
  ["outputtype", new Set(["amp", "chromeless", "print"])],
  ["amp_js_v", undefined],
  ["amp_gsa", undefined],
  ["usqp", undefined],
  ["print", new Set(["", "1", "true", "yes", "y", "print"])],
  ["printable", new Set(["", "1", "true", "yes"])],
  ["printerfriendly", undefined],
  ["printmode", undefined],
  ["pagewanted", new Set(["print"])],
  ["view", new Set(["print", "amp", "mobile", "printable"])],
  ["mode", new Set(["print", "amp"])],
  ["format", new Set(["print", "amp"])],
  ["output", new Set(["print", "amp"])],
  ["layout", new Set(["print", "amp"])],
  ["mobile", new Set(["1", "true", "yes"])],
]);

/** Last path segments that choose the view of the page named before them. */
const VIEW_SEGMENT = /\/(?:amp|print|amp\.html|print\.html)\/?$/i;
/** `story.amp`, `story.amp.html`, `story.print.html`: the view stands in the file's ending. */
const VIEW_ENDING = /\.(?:amp|print)(\.html?)?$/i;
/**
 * What names an article rather than a section: a digit, or a slug of at least three words. It keeps
 * `/topics/amp` and `/shop/print` as they are.
 */
const NAMES_AN_ARTICLE = /\d|[^-]-[^-]+-[^-]/;

/**
 * Phone hosts of publishers that serve every path of theirs on the main host as well. Only within one
 * registrable domain; from the `rel=canonical` links that these phone pages carry.
 */
const PHONE_HOSTS: ReadonlyMap<string, string> = new Map([
  ["m.bbc.co.uk", "www.bbc.co.uk"],
  ["m.bbc.com", "www.bbc.com"],
  ["amp.theguardian.com", "www.theguardian.com"],
  ["mobile.nytimes.com", "www.nytimes.com"],
  ["mobile.reuters.com", "www.reuters.com"],
  ["m.huffpost.com", "www.huffpost.com"],
  ["m.spiegel.de", "www.spiegel.de"],
  ["m.faz.net", "www.faz.net"],
  ["m.welt.de", "www.welt.de"],
  ["mobile.lemonde.fr", "www.lemonde.fr"],
  ["m.yna.co.kr", "www.yna.co.kr"],
  ["m.dw.com", "www.dw.com"],
  ["amp.dw.com", "www.dw.com"],
  ["m.scmp.com", "www.scmp.com"],
  ["amp.scmp.com", "www.scmp.com"],
  ["m.jpost.com", "www.jpost.com"],
]);
/** `en.m.wikipedia.org`: Wikimedia's phone hosts have an `m` behind the language. */
const WIKIMEDIA_PHONE_HOST = /^([a-z-]+)\.m\.(wiki(?:pedia|news|quote|source|books|voyage)\.org)$/;

/**
 * @param name the parameter's name, percent-decoded
 * @param value its value, percent-decoded
 */
export function isViewParameter(name: string, value: string): boolean {
  const lowered = name.toLowerCase();
  if (!VIEW_PARAMETERS.has(lowered)) return false;
  const values = VIEW_PARAMETERS.get(lowered);
  return values === undefined || values.has(value.toLowerCase());
}

/** @param host lower case, without a port */
export function mainHost(host: string): string {
  return PHONE_HOSTS.get(host) ?? host.replace(WIKIMEDIA_PHONE_HOST, "$1.$2");
}

/** @param path an absolute URL path; a view segment or ending goes only behind what names an article */
export function mainPath(path: string): string {
  let main = path;
  for (;;) {
    const match = VIEW_SEGMENT.exec(main) ?? VIEW_ENDING.exec(main);
    if (match === null) return main;
    const before = main.slice(0, match.index);
    const lastSegment = before.slice(before.lastIndexOf("/") + 1);
    if (!NAMES_AN_ARTICLE.test(lastSegment)) return main;
    // A segment goes with its own slash pattern: `/story/amp/` becomes `/story/`, `/story/amp` `/story`.
    main = before + (match[1] ?? (match[0].endsWith("/") ? "/" : ""));
  }
}
