/* A hosted blog: gadgets, single-quoted attributes, a blog archive, comments; OpenGraph title only. */
import { dateParts } from "../dates.ts";
import { each, escapeHtml, inline, slug } from "../html.ts";
import type { ArticlePage, Block, Comment } from "../story.ts";
import type { Outlet } from "./outlet.ts";

const HOST = "saltmarsh-notes.example";
const BLOGROLL = [
  "The Pilot's Wife",
  "Knots I Have Known",
  "Gantry & Groyne",
  "Tea with the Harbourmaster",
  "Bulk Cargo Blues",
  "Grandad's Crane Diary",
];
const ARCHIVE: ReadonlyArray<readonly [month: string, posts: readonly string[]]> = [
  ["November 2026", ["In praise of the bent nail", "A gull ate my tide table"]],
  ["October 2026", ["Fog horns, ranked", "The dredger comes home", "What the lock keeper saw"]],
  ["September 2026", ["On painting the same boat twice", "Nine kinds of rope and one kind of fool"]],
  ["August 2026", ["Too hot for tar", "Visitors", "Why is the crane yellow?"]],
  ["July 2026", ["A short history of the wrong buoy", "Regatta, with umbrella"]],
];
const LABELS = [
  "boats (41)",
  "cranes (17)",
  "fog (12)",
  "grain (9)",
  "grumbling (88)",
  "gulls (23)",
  "ports (54)",
  "rope (30)",
  "safety (14)",
  "tea (61)",
  "tides (37)",
  "weather (72)",
];

const SKIN = [
  "body{font:normal normal 15px Verdana,Geneva,sans-serif;color:#3c3c34;background:#cfd9d3 none no-repeat scroll center center;padding:0 40px 40px}",
  "a:link{text-decoration:none;color:#2f6f6b}a:visited{text-decoration:none;color:#77776a}a:hover{text-decoration:underline;color:#d07a2d}",
  ".header-outer{background:transparent none repeat-x scroll 0 -400px}.Header h1{font:normal normal 54px Georgia,serif;color:#2f4a44;text-shadow:1px 2px 3px rgba(0,0,0,.2)}",
  ".tabs-inner .widget ul{background:#e7ede9;border-bottom:1px solid #b5c4bb}.tabs-inner .widget li a{display:inline-block;padding:.6em 1em;color:#6c7a70}",
  ".main-outer{border-top:0 solid #b5c4bb}.fauxcolumn-left-outer .fauxcolumn-inner{border-right:1px solid #b5c4bb}",
  ".date-header span{background-color:#2f4a44;color:#fff;padding:.4em;letter-spacing:3px}",
  ".post-outer{background:#fff;border:solid 1px #b5c4bb;padding:15px 20px;margin:0 -20px 20px}.post h3{font:normal normal 24px Georgia,serif}",
  ".post-body{font-size:110%;line-height:1.6;position:relative}.post-footer{margin:20px -2px 0;padding:5px 10px;color:#77776a;background:#f4f7f5;border-bottom:1px solid #e3e9e5}",
  ".sidebar .widget{margin:0 0 30px}.sidebar h2{font:normal bold 11px Arial;text-transform:uppercase;color:#000}",
  ".comments .comments-content .icon.blog-author{background-repeat:no-repeat}.comments .comment-block{margin-left:48px;position:relative}",
].join("\n");

const SCRIPT = `window['__wavt']='AOuZoY5x';_WidgetManager._Init('//www.saltmarsh-notes.example/rearrange?blogID=771','//saltmarsh-notes.example/','771');_WidgetManager._SetDataContext([{'name':'blog','data':{'blogId':'771','title':'Saltmarsh Notes','url':'http://saltmarsh-notes.example/','isPrivate':false,'locale':'en-GB','languageDirection':'ltr','analyticsAccountNumber':'','searchLabel':'Search','mobileClass':'','useCookieNotice':true}},{'name':'features','data':{}},{'name':'messages','data':{'edit':'Edit','linkCopiedToClipboard':'Link copied to clipboard!','ok':'Ok','postLink':'Post link'}},{'name':'template','data':{'name':'custom','localizedName':'Custom','isResponsive':false,'variant':'marsh'}},{'name':'view','data':{'classic':{'name':'classic','url':'?view=classic'},'magazine':{'name':'magazine','url':'?view=magazine'},'mosaic':{'name':'mosaic','url':'?view=mosaic'}}}]);`;

/** Widgets are set up one by one in a script at the end of the body. */
function widgetSetup(): string {
  const widgets = [
    "Header1",
    "PageList1",
    "Blog1",
    "Profile1",
    "BlogSearch1",
    "LinkList1",
    "BlogArchive1",
    "Label1",
    "FollowByEmail1",
    "Attribution1",
  ];
  return each(
    widgets,
    (name) =>
      `_WidgetManager._RegisterWidget('_${name.replace(/\d/, "")}View', new _WidgetInfo('${name}', 'sidebar-right-1', document.getElementById('${name}'), {}, 'displayModeFull'));`,
  );
}

function gadget(id: string, title: string, content: string): string {
  return `<div class='widget ${id.replace(/\d/, "")}' data-version='1' id='${id}'><h2 class='title'>${title}</h2><div class='widget-content'>${content}</div><div class='clear'></div></div>`;
}

function bodyBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p class='MsoNormal'><span style='font-family: verdana;'>${inline(block.text)}</span></p>`;
    case "subheading":
      return `<p><b>${escapeHtml(block.text)}</b></p>`;
    case "pull-quote":
      return `<blockquote>${escapeHtml(block.text)}</blockquote>`;
    case "figure":
      return `<table align='center' class='tr-caption-container'><tbody><tr><td><img border='0' src='${block.figure.image}' /></td></tr><tr><td class='tr-caption'>${escapeHtml(block.figure.caption)}</td></tr></tbody></table>`;
    default:
      return block satisfies never;
  }
}

function comments(entries: readonly Comment[]): string {
  return `<div class='comments' id='comments'><a name='comments'></a><h4>${entries.length} comments:</h4><div class='comments-content'><div id='comment-holder'><ol id='top-ra'>${each(entries, ({ author, posted, text }, index) => `<li class='comment' id='c88${index}'><div class='avatar-image-container'><img alt='' src='//img.example/blank.gif' /></div><div class='comment-block'><div class='comment-header'><cite class='user'>${escapeHtml(author)}</cite><span class='datetime secondary-text'><a href='#c88${index}'>${escapeHtml(posted)}</a></span></div><p class='comment-content'>${escapeHtml(text)}</p><span class='comment-actions secondary-text'><a class='comment-reply'>Reply</a><a href='#'>Delete</a></span></div></li>`)}</ol></div></div><p class='comment-footer'>Comments are read by me and, when I am out, by the cat. Advertisements for trousers will be removed.</p></div>`;
}

function post({ url, story }: ArticlePage): string {
  const { weekday, day, monthName, year, clock } = dateParts(story.published);
  const author = escapeHtml(story.authors.map(({ name }) => name).join(", "));
  return `<div class='date-outer'><h2 class='date-header'><span>${weekday}, ${day} ${monthName} ${year}</span></h2><div class='date-posts'><div class='post-outer'><div class='post hentry uncustomized-post-template'>
<a name='5530912'></a><h3 class='post-title entry-title'>${escapeHtml(story.headline)}</h3><div class='post-header'><div class='post-header-line-1'></div></div>
<div class='post-body entry-content' id='post-body-5530912'>
${each(story.body, bodyBlock)}
<div style='clear: both;'></div></div>
<div class='post-footer'><div class='post-footer-line post-footer-line-1'><span class='post-author vcard'>Posted by <span class='fn'>${author}</span></span> <span class='post-timestamp'>at <a class='timestamp-link' href='${url}' rel='bookmark' title='permanent link'><abbr class='published' title='${story.published}'>${clock}</abbr></a></span> <span class='post-icons'><span class='item-action'><a href='/email-post?id=5530912' title='Email Post'><img alt='' class='icon-action' height='13' src='//img.example/mail.gif' width='18' /></a></span></span><div class='post-share-buttons goog-inline-block'>${each(["Email This", "BlogThis!", "Share to Chatter", "Share to Pinboard"], (name) => `<a class='goog-inline-block share-button' href='/share?t=${slug(name)}' title='${name}'><span class='share-button-link-text'>${name}</span></a>`)}</div></div><div class='post-footer-line post-footer-line-2'><span class='post-labels'>Labels: ${story.tags.map((tag) => `<a href='/search/label/${slug(tag)}' rel='tag'>${escapeHtml(tag)}</a>`).join(", ")}</span></div></div></div>
${comments(story.comments ?? [])}</div></div></div>
<div class='blog-pager' id='blog-pager'><span id='blog-pager-newer-link'><a class='blog-pager-newer-link' href='/'>Newer Post</a></span><span id='blog-pager-older-link'><a class='blog-pager-older-link' href='/2026/11/in-praise-of-the-bent-nail.html'>Older Post</a></span><a class='home-link' href='/'>Home</a></div><div class='post-feeds'><div class='feed-links'>Subscribe to: <a class='feed-link' href='/feeds/5530912/comments/default' type='application/atom+xml'>Post Comments (Atom)</a></div></div>`;
}

function sidebar(): string {
  const archive = each(
    ARCHIVE,
    ([month, posts]) =>
      `<ul class='hierarchy'><li class='archivedate expanded'><a class='post-count-link' href='/2026/${slug(month)}/'>${month}</a> <span class='post-count'>(${posts.length})</span><ul class='posts'>${each(posts, (title) => `<li><a href='/2026/${slug(title)}.html'>${escapeHtml(title)}</a></li>`)}</ul></li></ul>`,
  );
  return `<aside><div class='sidebar section' id='sidebar-right-1'>
${gadget("Profile1", "About Me", "<img alt='My photo' class='profile-img' height='60' src='//img.example/bollard.jpg' width='80' /><dl class='profile-datablock'><dt class='profile-data'>Old Bollard</dt><dd class='profile-textblock'>Thirty years on the quay, eleven of them in grain. Now retired to a bench with a view and opinions.</dd></dl><a class='profile-link' href='/profile/771' rel='author'>View my complete profile</a>")}
${gadget("BlogSearch1", "Search This Blog", "<form action='/search' class='gsc-search-box'><input name='q' size='10' type='text' /><input type='submit' value='Search' /></form>")}
${gadget("LinkList1", "Fellow Mutterers", `<ul>${each(BLOGROLL, (name) => `<li><a href='http://${slug(name)}.example/'>${escapeHtml(name)}</a></li>`)}</ul>`)}
${gadget("BlogArchive1", "Blog Archive", archive)}
${gadget("Label1", "Labels", `<ul>${each(LABELS, (label) => `<li><a dir='ltr' href='/search/label/${slug(label)}'>${label}</a></li>`)}</ul>`)}
${gadget("FollowByEmail1", "Follow by Email", "<p>Leave your address and I shall write when there is something to say, and not otherwise.</p><form><input class='follow-by-email-address' placeholder='Email address...' type='email' /><input class='follow-by-email-submit' type='submit' value='Submit' /></form>")}</div></aside>`;
}

function renderArticle(page: ArticlePage): string {
  const title = escapeHtml(page.story.headline);
  return `<!DOCTYPE html>
<html class='v2' dir='ltr' lang='en-GB'>
<head><meta content='width=1100' name='viewport'/><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><meta content='blogbench' name='generator'/>
<link href='http://${HOST}/favicon.ico' rel='icon' type='image/x-icon'/><link href='${page.url}' rel='canonical'/><link rel="alternate" type="application/atom+xml" title="Saltmarsh Notes - Atom" href="http://${HOST}/feeds/posts/default" />
<meta content='${page.url}' property='og:url'/><meta content='${title}' property='og:title'/><meta content='' property='og:description'/>
<title>Saltmarsh Notes: ${title}</title>
<style id='page-skin-1' type='text/css'><!--
${SKIN}
--></style></head>
<body class='loading variant-marsh'>
<div class='navbar no-items section' id='navbar'></div><div class='body-fauxcolumns'><div class='fauxcolumn-outer body-fauxcolumn-outer'><div class='cap-top'><div class='cap-left'></div><div class='cap-right'></div></div></div></div>
<div class='content'><header><div class='header-outer'><div class='widget Header' id='Header1'><div class='titlewrapper'><h1 class='title'><a href='http://${HOST}/'>Saltmarsh Notes</a></h1></div><div class='descriptionwrapper'><p class='description'><span>Ports, tides, and who left the gate open</span></p></div></div></div></header>
<div class='tabs-outer'><div class='widget PageList' id='PageList1'><ul>${each(["Home", "Who I Am", "Boats I Have Sunk", "House Rules", "Contact"], (name) => `<li><a href='/p/${slug(name)}.html'>${name}</a></li>`)}</ul></div></div>
<div class='main-outer'><div class='columns-inner'><div class='column-center-outer'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'>
${post(page)}
</div></div></div></div><div class='column-right-outer'>${sidebar()}</div></div></div>
<footer><div class='widget Attribution' id='Attribution1'><div class='widget-content' style='text-align: center;'>Marsh theme. Words mine, mistakes also. Powered by <a href='http://blogbench.example'>Blogbench</a>.</div></div></footer></div>
<div class='cookie-choices-info'><span class='cookie-choices-text'>This site uses cookies from Blogbench to deliver its services and to analyse traffic.</span> <a href='/cookies'>Learn more</a> <a id='cookieChoiceDismiss'>Got it</a></div>
<script type='text/javascript'>${SCRIPT}
${widgetSetup()}</script></body></html>`;
}

export const SALTMARSH_NOTES: Outlet = {
  host: HOST,
  name: "Saltmarsh Notes",
  contentType: "text/html; charset=UTF-8",
  robotsTxt: "User-agent: *\nDisallow: /search\nAllow: /\n",
  renderArticle,
  furniture: [
    "This site uses cookies from Blogbench",
    "Comments are read by me and, when I am out, by the cat",
    "Now retired to a bench with a view and opinions",
    "Nine kinds of rope and one kind of fool",
    "Leave your address and I shall write",
    "Words mine, mistakes also",
  ],
};
