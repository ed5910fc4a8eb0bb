/*
 * How English lines begin that decide a line of up to 45 words: see cue-phrases.ts.
 *
 * Sources: the tuning half of the evaluation pages; the interface strings of WordPress (newspack, amp, jetpack
 * translations), Facebook's and X's embed texts, and the sharing plug-ins' translations in each language.
 */
import { byLanguage } from "./phrase-list.ts";

export const ENGLISH_STRONG_CUES = byLanguage({
  en: {
    "related-link":
      "read more about | read more on | read more here | read more at | read more in | read more from | read next | read also | read the full | more like this | story continues | continue reading | " +
      "article continues | explore further | popular posts | recommended for you | recommended stories | related articles | " +
      "related stories | related coverage | related posts | related news | related content | related reading | related topics",
    newsletter:
      "thanks for reading | if you enjoyed this | get the latest news | get breaking news | get our newsletter | get more news | get the newsletter | get our free | " +
      "get our daily | our free email | enter your email | your email address | thanks for signing up | thank you for signing up | " +
      "check your inbox",
    social:
      "follow us on | like this story | like this article | like this post | follow him on | follow her on | follow them on | " +
      "follow me on | join the discussion | leave a comment | leave a reply | got a view | write to the editor | " +
      "view comments | post a comment | add a comment | comments are closed",
    "publication-line":
      "this article originally | this story originally | this post originally | this article was originally | " +
      "this story was originally | this post was originally | this article first | this story first | this article was first | " +
      "this story was first | a version of this article | this article appeared in | this content is published | " +
      "reprinted with permission | republished with permission",
    interface:
      "click here to | click here for | load more | view gallery | view image in fullscreen | this slideshow requires | media playback | " +
      "your browser does not | listen to this article | listen to this story | listen to article | print article | expand collapse | " +
      "this video is not available | this video can not | video unavailable | image caption | media caption | open image modal | " +
      "by subscribing you | this site uses affiliate | this post contains affiliate | this article contains affiliate | " +
      "this post may contain affiliate | affiliate disclosure | as an amazon associate | we use cookies | this site uses cookies | " +
      "reprints and permissions | request reprint | gift this article",
    "caption-credit":
      "photo credit | photos credit | image credit | image source | image copyright | main image | picture credit | " +
      "featured image | photo courtesy | image courtesy | file photo",
    contact:
      "contact the author | contact the writer | contact the reporter | " +
      // Offers to readers. Never "Spotted a mistake" alone: reports open with that too.
      "was this forwarded to you | was this email forwarded to you | was this newsletter forwarded to you | " +
      "did someone forward this to you | did someone forward this email | did someone forward this newsletter | " +
      "spotted an error in this article | spotted an error in this story | spotted an error let us | spotted an error tell us | " +
      "spotted an error email | spotted an error contact | spotted an error please | spotted a mistake in this article | " +
      "spotted a mistake in this story | spotted a mistake let us | spotted a mistake tell us | spotted a mistake email | " +
      "spotted a mistake contact | spotted a mistake please | found an error in this article | found an error in this story | " +
      "found an error in this page | found a mistake in this article | found a mistake in this story | found a mistake in this page",
    "support-appeal":
      "support our journalism | become a subscriber | already a subscriber | in a time of both misinformation",
  },
});
