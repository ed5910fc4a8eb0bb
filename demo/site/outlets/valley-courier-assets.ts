/* What a CMS prints into every head: preset custom properties and the emoji and settings scripts. */

const PALETTE: ReadonlyArray<readonly [name: string, colour: string]> = [
  ["black", "#000000"],
  ["cyan-bluish-gray", "#abb8c3"],
  ["white", "#ffffff"],
  ["pale-pink", "#f78da7"],
  ["vivid-red", "#cf2e2e"],
  ["luminous-orange", "#ff6900"],
  ["luminous-amber", "#fcb900"],
  ["light-green", "#7bdcb5"],
  ["vivid-green", "#00d084"],
  ["pale-blue", "#8ed1fc"],
  ["vivid-blue", "#0693e3"],
  ["vivid-purple", "#9b51e0"],
];

const variables = PALETTE.map(([name, colour]) => `--barn--preset--color--${name}:${colour}`).join(";");
const colourClasses = PALETTE.map(
  ([name]) =>
    `.has-${name}-color{color:var(--barn--preset--color--${name}) !important}.has-${name}-background-color{background-color:var(--barn--preset--color--${name}) !important}`,
).join("");

export const COURIER_CSS = `:root{${variables};--barn--preset--font-size--small:13px;--barn--preset--font-size--large:36px}body{margin:0;font-family:"Source Serif",Georgia,serif}${colourClasses}.entry-content{max-width:780px;font-size:18px;line-height:1.65}.wp-caption-text{font-size:13px;font-style:italic;color:#666}.sharedaddy{clear:both;border-top:1px solid #ddd;padding:12px 0}.widget-area{float:right;width:320px}.comment-list{list-style:none;padding:0}.cli-bar{position:fixed;bottom:0;left:0;right:0;background:#222;color:#fff;padding:10px}`;

export const COURIER_SCRIPT = `window._barnSettings={"baseUrl":"/wp-includes/images/","ext":".png","source":{"concat":"/wp-includes/js/release.min.js?ver=6.8.2"},"comments":{"order":"asc","nested":true},"likes":{"cookies":1}};!function(w,d){var c=d.createElement("canvas"),x=c.getContext&&c.getContext("2d");function t(g){if(!x||!x.fillText)return!1;x.textBaseline="top";x.font="600 32px Arial";x.fillText(g,0,0);return 0!==x.getImageData(16,16,1,1).data[0]}w._barnSettings.supports={everything:t("\\ud83d\\udc26")};w.addEventListener("DOMContentLoaded",function(){d.body.classList.add("js")})}(window,document);`;
