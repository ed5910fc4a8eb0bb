/* Inline style and scripts of the agency's site: ballast that real pages carry. */

const MODULE_RULES: ReadonlyArray<readonly [selector: string, rule: string]> = [
  [
    ".SiteHeader_root__5JcTa",
    "display:flex;align-items:center;justify-content:space-between;height:72px;border-bottom:1px solid var(--line)",
  ],
  [
    ".NavBar_root__f3XzW",
    "display:flex;gap:24px;list-style:none;margin:0;padding:0;font:500 15px/1.4 var(--sans)",
  ],
  [
    ".MegaMenu_root__hd6Uc",
    "position:absolute;left:0;right:0;background:#fff;box-shadow:0 8px 24px rgba(0,0,0,.12);padding:32px 48px",
  ],
  [".MegaMenu_column__8vHdz", "display:inline-block;vertical-align:top;min-width:220px;margin-right:48px"],
  [
    ".Consent_sheet__zK9aP",
    "position:fixed;inset:auto 0 0 0;background:#10151c;color:#fff;padding:24px 40px;z-index:9000;display:flex;gap:32px",
  ],
  [".Heading_h1__2", "font:700 40px/1.15 var(--serif);letter-spacing:-.01em;margin:0 0 16px"],
  [".ArticleHeader_info__a9Fv2", "display:flex;gap:16px;color:var(--muted);font:400 14px/1.5 var(--sans)"],
  [".ArticleBody_content__hG7", "max-width:740px;margin:32px auto 64px"],
  [".ArticleBody_paragraph__cVr4W", "margin:0 0 24px;font:400 18px/1.6 var(--sans);color:var(--ink)"],
  [".PrimaryGallery_figure__wE7r", "margin:0 0 32px;position:relative"],
  [".Gallery_caption__Zr5", "font:400 13px/1.5 var(--sans);color:var(--muted);padding-top:8px"],
  [
    ".NewsletterPromo_root__h0W",
    "background:#f3f6fa;border-left:4px solid var(--brand);padding:16px 24px;margin:0 0 24px",
  ],
  [".AdSlot_container__u3", "min-height:280px;text-align:center;background:#fafafa;margin:0 0 24px"],
  [".AdSlot_label__x", "font:400 11px/2 var(--sans);color:#8a8f98;text-transform:uppercase"],
  [".AuthorBio_root__Tn5", "display:flex;gap:16px;border-top:1px solid var(--line);padding:24px 0"],
  [
    ".StoryCollection_root__m",
    "display:grid;grid-template-columns:repeat(3,1fr);gap:32px;list-style:none;padding:0",
  ],
  [".SiteFooter_root__bW", "background:#10151c;color:#c9d1db;padding:64px 48px"],
  [".Footer_columns__0", "display:grid;grid-template-columns:repeat(6,1fr);gap:32px"],
];

const BREAKPOINTS_PX = [480, 768, 1024, 1280];

const responsive = BREAKPOINTS_PX.map(
  (px) =>
    `@media (max-width:${px}px){.Heading_h1__2{font-size:${Math.round(24 + px / 80)}px}.Footer_columns__0{grid-template-columns:repeat(${Math.max(1, Math.round(px / 320))},1fr)}.ArticleBody_content__hG7{padding:0 ${Math.round(px / 40)}px}}`,
).join("");

export const NORVALE_CSS = `:root{--ink:#1b232d;--muted:#5b6673;--line:#dfe4ea;--brand:#b3261e;--sans:"Norvale Sans",Arial,sans-serif;--serif:"Norvale Serif",Georgia,serif}*{box-sizing:border-box}body{margin:0;color:var(--ink);background:#fff}${MODULE_RULES.map(([selector, rule]) => `${selector}{${rule}}`).join("")}${responsive}`;

export const NORVALE_SCRIPTS = {
  dataLayer: `window.dataLayer=window.dataLayer||[];(function(w,d){var q=w.__npaq=[];w.npa=function(){q.push(arguments)};npa("page",{type:"article",template:"story-v4",region:"row",experiment:["hdr-b","promo-a"]});d.documentElement.className+=" js";try{var c=w.localStorage.getItem("npa.consent");if(!c){d.documentElement.setAttribute("data-consent","ask")}}catch(e){}})(window,document);`,
  appState: `window.__APP_STATE__={"build":"3f1c9","locale":"en-US","flags":{"paywall":false,"liveTicker":true,"relatedRail":"v2"},"ads":{"network":9021,"slots":["top","mid","rail-1","rail-2","native"],"lazyMarginPx":600,"refreshS":0},"ticker":[{"s":"OST40","p":4561.2,"c":-0.84},{"s":"NVC","p":8.914,"c":0.12},{"s":"MWZ6","p":318.5,"c":2.1},{"s":"XCR","p":74.31,"c":-0.3}],"user":null};document.querySelectorAll("[data-testid=Link]").forEach(function(a){a.addEventListener("click",function(){npa("click",{href:a.href})})});`,
} as const;
