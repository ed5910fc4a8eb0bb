/*
 * A small paper whose site has not been touched since the turn of the century: nested tables, upper-case
 * tags, unclosed paragraphs, windows-1252, no metadata beyond the title. It prints captions between the
 * paragraphs in the same cell.
 */
import { dateParts } from "../dates.ts";
import { each, escapeHtml, inline, slug } from "../html.ts";
import type { ArticlePage, Block } from "../story.ts";
import type { Outlet, Teaser } from "./outlet.ts";

const HOST = "isle-gazette.example";
const LEFT_MENU: ReadonlyArray<readonly [string, readonly string[]]> = [
  ["NEWS", ["Front Page", "Isle News", "Overseas", "Court List", "Council", "Weather & Tides"]],
  ["LIFE", ["Births", "Weddings", "Deaths", "Church Notices", "Recipes", "Pets Lost & Found"]],
  ["SPORT", ["Football", "Bowls", "Rowing", "Darts League", "Fixtures"]],
  ["CLASSIFIEDS", ["For Sale", "Wanted", "Boats", "To Let", "Situations Vacant", "Lonely Hearts"]],
  ["THE GAZETTE", ["Letters to the Editor", "Place an Advert", "Back Issues", "Guestbook", "Webmaster"]],
];

const OTHER_STORIES: readonly Teaser[] = [
  { headline: "Bus shelter to be painted green again", path: "story.asp?id=20402" },
  { headline: "Council splits over harbour benches", path: "story.asp?id=20405" },
  { headline: "Giant marrow disqualified, family to appeal", path: "story.asp?id=20409" },
  { headline: "Late boat: what to do if you miss it", path: "story.asp?id=20411" },
  { headline: "Photo special: Lantern Night on the Green", path: "story.asp?id=20414" },
  { headline: "Brass band seeks tuba, or tuba player, or both", path: "story.asp?id=20416" },
  { headline: "Red squirrel seen near vicarage", path: "story.asp?id=20417" },
  { headline: "Gas works open day raises record sum", path: "story.asp?id=20399" },
];

const TIDES: ReadonlyArray<readonly [day: string, high: string, low: string]> = [
  ["Thu", "04.12 / 16.40", "10.21 / 22.55"],
  ["Fri", "04.58 / 17.22", "11.06 / 23.38"],
  ["Sat", "05.41 / 18.02", "11.50 / --"],
  ["Sun", "06.23 / 18.43", "00.19 / 12.33"],
];

const SCRIPT = `<SCRIPT LANGUAGE="JavaScript"><!--
var months = new Array("January","February","March","April","May","June","July","August","September","October","November","December");
function showToday() { var d = new Date(); document.write(d.getDate() + " " + months[d.getMonth()] + " " + d.getFullYear()); }
function swapImage(name, file) { if (document.images) { document.images[name].src = file; } }
function openWin(page) { window.open(page, "gazette", "width=420,height=520,scrollbars=yes,toolbar=no,menubar=no"); }
function checkSearch(form) { if (form.q.value == "") { alert("Please type a word to search for."); return false; } return true; }
if (document.images) { var pre = new Image(); pre.src = "/gfx/nav_on.gif"; var pre2 = new Image(); pre2.src = "/gfx/nav_off.gif"; }
//--></SCRIPT>`;

const STYLE = `<STYLE TYPE="text/css"><!--
BODY { margin: 0px; background-color: #E8EEF2; } TD { font-family: Verdana, Arial, Helvetica; font-size: 11px; color: #222222; }
A:link { color: #003366; } A:visited { color: #663366; } A:hover { color: #CC0000; }
.hed { font-family: "Times New Roman", Times; font-size: 26px; font-weight: bold; } .txt { font-size: 13px; line-height: 19px; }
.caption { font-size: 10px; color: #666666; font-style: italic; } .menu { font-size: 10px; font-weight: bold; } .small { font-size: 9px; color: #888888; }
--></STYLE>`;

function menuTable(): string {
  const rows = each(
    LEFT_MENU,
    ([
      title,
      entries,
    ]) => `<TR><TD BGCOLOR="#003366" HEIGHT="18"><FONT COLOR="#FFFFFF" SIZE="1" FACE="Verdana"><B>&nbsp;${title}</B></FONT></TD></TR>
${each(entries, (entry) => `<TR><TD BGCOLOR="#DDE6EC" HEIGHT="16" onMouseOver="this.style.backgroundColor='#FFFFFF'" onMouseOut="this.style.backgroundColor='#DDE6EC'"><IMG SRC="/gfx/arrow.gif" WIDTH="9" HEIGHT="9" ALT=""><A HREF="/${slug(title)}/${slug(entry)}.asp" CLASS="menu">${escapeHtml(entry)}</A></TD></TR>`)}`,
  );
  return `<TABLE WIDTH="140" BORDER="0" CELLSPACING="1" CELLPADDING="2">${rows}<TR><TD ALIGN="center"><FORM ACTION="/search.asp" METHOD="get" onSubmit="return checkSearch(this)"><INPUT TYPE="text" NAME="q" SIZE="12"><BR><INPUT TYPE="submit" VALUE="Search"></FORM></TD></TR>
<TR><TD ALIGN="center" CLASS="small">You are visitor no.<BR><IMG SRC="/cgi-bin/counter.gif?page=story" ALT="0148822"></TD></TR></TABLE>`;
}

function rightTable(): string {
  return `<TABLE WIDTH="170" BORDER="0" CELLSPACING="0" CELLPADDING="4" BGCOLOR="#FFFFFF">
<TR><TD BGCOLOR="#CC0000"><FONT COLOR="#FFFFFF"><B>MORE STORIES</B></FONT></TD></TR>
${each(OTHER_STORIES, ({ headline, path }) => `<TR><TD><IMG SRC="/gfx/dot.gif" WIDTH="6" HEIGHT="6" ALT="">&nbsp;<A HREF="/news/${path}">${escapeHtml(headline)}</A></TD></TR>`)}
<TR><TD BGCOLOR="#CC0000"><FONT COLOR="#FFFFFF"><B>HIGH &amp; LOW WATER</B></FONT></TD></TR>
<TR><TD><TABLE BORDER="1" CELLSPACING="0" CELLPADDING="2" WIDTH="100%"><TR><TD><B>Day</B></TD><TD><B>High</B></TD><TD><B>Low</B></TD></TR>${each(TIDES, ([day, high, low]) => `<TR><TD>${day}</TD><TD>${high}</TD><TD>${low}</TD></TR>`)}</TABLE></TD></TR>
<TR><TD ALIGN="center"><A HREF="http://ads.example/marlow"><IMG SRC="http://ads.example/gif/marlow.gif" WIDTH="160" HEIGHT="120" BORDER="0" ALT="Marlow's Bakery: buns worth the ferry"></A></TD></TR>
<TR><TD CLASS="small">READERS' POLL<BR>Should the bandstand have a roof?<BR><FORM ACTION="/poll.asp" METHOD="post"><INPUT TYPE="radio" NAME="v" VALUE="1"> Yes<BR><INPUT TYPE="radio" NAME="v" VALUE="2"> No<BR><INPUT TYPE="radio" NAME="v" VALUE="3"> What bandstand?<BR><INPUT TYPE="submit" VALUE="Vote"></FORM></TD></TR></TABLE>`;
}

function bodyBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<P CLASS="txt">${inline(block.text)}`;
    case "subheading":
      return `<P CLASS="txt"><B>${escapeHtml(block.text)}</B>`;
    case "pull-quote":
      return `<P CLASS="txt" ALIGN="center"><I>${escapeHtml(block.text)}</I>`;
    case "figure":
      return `<TABLE WIDTH="260" ALIGN="right" BORDER="0" CELLSPACING="0" CELLPADDING="4"><TR><TD><A HREF="javascript:openWin('/popup.asp?pic=${block.figure.image}')"><IMG SRC="${block.figure.image}" WIDTH="252" HEIGHT="170" BORDER="1" ALT="Click to enlarge"></A></TD></TR><TR><TD CLASS="caption">${escapeHtml(block.figure.caption)}</TD></TR></TABLE>`;
    default:
      return block satisfies never;
  }
}

function storyCell({ story }: ArticlePage): string {
  const { weekday, day, monthName, year } = dateParts(story.published);
  return `<TD VALIGN="top" WIDTH="430" BGCOLOR="#FFFFFF"><TABLE WIDTH="100%" BORDER="0" CELLSPACING="0" CELLPADDING="8"><TR><TD>
<FONT SIZE="1" COLOR="#CC0000"><B>${escapeHtml(story.section.toUpperCase())}</B></FONT><BR>
<FONT FACE="Times New Roman" SIZE="5" CLASS="hed"><B>${escapeHtml(story.headline)}</B></FONT><BR>
<FONT SIZE="1" COLOR="#888888">${weekday} ${day} ${monthName} ${year}${story.credit === undefined ? "" : ` - ${escapeHtml(story.credit)}`}</FONT><HR NOSHADE SIZE="1">
${each(story.body, bodyBlock)}
<HR NOSHADE SIZE="1"><TABLE BORDER="0" WIDTH="100%"><TR><TD><A HREF="javascript:window.print()"><IMG SRC="/gfx/print.gif" BORDER="0" ALT="">Print this story</A></TD><TD><A HREF="javascript:openWin('/mail.asp')"><IMG SRC="/gfx/mail.gif" BORDER="0" ALT="">Send to a friend</A></TD><TD><A HREF="#top">Back to top</A></TD></TR></TABLE>
</TD></TR><TR><TD CLASS="small" BGCOLOR="#DDE6EC">Got a view? <A HREF="/the-gazette/letters.asp">Write to the Editor</A> at the Gazette, Net Loft Lane, or sign our <A HREF="/the-gazette/guestbook.asp">guestbook</A>. Letters without a name and address go in the stove.</TD></TR></TABLE></TD>`;
}

function banner(): string {
  return `<A NAME="top"></A><TABLE WIDTH="770" BORDER="0" CELLSPACING="0" CELLPADDING="0" ALIGN="center"><TR><TD BGCOLOR="#003366" HEIGHT="70" WIDTH="300"><A HREF="/"><IMG SRC="/gfx/gazette.gif" WIDTH="290" HEIGHT="60" BORDER="0" ALT="The Isle Gazette"></A></TD><TD BGCOLOR="#003366" ALIGN="right"><A HREF="http://ads.example/chandler"><IMG SRC="http://ads.example/gif/chandler468.gif" WIDTH="468" HEIGHT="60" BORDER="0" ALT="Everything for the boat except the water"></A></TD></TR>
<TR><TD COLSPAN="2" BGCOLOR="#99B3C6" HEIGHT="20">&nbsp;<SCRIPT LANGUAGE="JavaScript">showToday();</SCRIPT> &nbsp;|&nbsp; <A HREF="/life/weather-tides.asp">Wind: SW 5, gusting</A> &nbsp;|&nbsp; <A HREF="/classifieds/boats.asp">Boats</A> &nbsp;|&nbsp; <A HREF="/the-gazette/letters.asp">Letters</A> &nbsp;|&nbsp; <A HREF="/the-gazette/place-an-advert.asp">Advertise: three lines for 2 crowns</A></TD></TR>
<TR><TD COLSPAN="2" BGCOLOR="#FFFFCC"><FONT SIZE="1">Brussels says we have to tell you about cookies. We have one. It remembers whether you have seen this message. <A HREF="/cookie.asp?ok=1">Very well</A></FONT></TD></TR></TABLE>`;
}

function renderArticle(page: ArticlePage): string {
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"><TITLE>The Isle Gazette - ${escapeHtml(page.story.headline)}</TITLE><META NAME="generator" CONTENT="PageSmith 4.0">
${STYLE}
${SCRIPT}</HEAD>
<BODY BGCOLOR="#E8EEF2" TEXT="#222222" LINK="#003366" VLINK="#663366">
${banner()}
<TABLE WIDTH="770" BORDER="0" CELLSPACING="0" CELLPADDING="4" ALIGN="center"><TR><TD VALIGN="top" WIDTH="150">${menuTable()}</TD>
${storyCell(page)}
<TD VALIGN="top" WIDTH="180">${rightTable()}</TD></TR></TABLE>
<CENTER><FONT SIZE="1" COLOR="#888888">Best viewed at 800 x 600. &copy; 1999-2026 The Isle Gazette, printed and published at Net Loft Lane. Reproduction without asking is rude.<BR>[ ${each(LEFT_MENU, ([title]) => `<A HREF="/${slug(title)}/">${title}</A> |`)} <A HREF="/sitemap.asp">SITE MAP</A> ]</FONT></CENTER>
</BODY></HTML>`;
}

export const ISLE_GAZETTE: Outlet = {
  host: HOST,
  name: "The Isle Gazette",
  contentType: "text/html; charset=windows-1252",
  robotsTxt: "User-agent: *\r\nDisallow: /cgi-bin/\r\nDisallow: /popup.asp\r\n",
  renderArticle,
  furniture: [
    "Brussels says we have to tell you about cookies",
    "Giant marrow disqualified, family to appeal",
    "Should the bandstand have a roof?",
    "Print this story",
    "Letters without a name and address go in the stove",
    "Best viewed at 800 x 600",
  ],
};
