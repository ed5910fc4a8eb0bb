/*
 * How English lines begin that decide a line of up to 45 words: see cue-phrases.ts.
 *
 * Sources: the tuning half of the evaluation pages; the interface strings of WordPress (newspack, amp, jetpack
 * translations), Facebook's and X's embed texts, and the sharing plug-ins' translations in each language.
 */
import type { PhraseList } from "./phrase-set.ts";

export const ENGLISH_STRONG_CUES: readonly PhraseList[] = [
  {
    reason: "related-link",
    language: "en",
    phrases:
      "read more | read next | read also | read the full | also read | also see | see also | see more | see all | more stories | " +
      "more coverage | more like this | more from | more on this | more about this | more in this | dont miss | you may also | " +
      "you might also | you may like | you might like | you may be interested | you might be interested | you might enjoy | " +
      "you may enjoy | story continues | continue reading | article continues | explore further | top stories | most read | " +
      "most popular | popular stories | popular posts | next article | next post | previous article | previous post | " +
      "next story | previous story | recommended for you | recommended stories | related articles | related stories | " +
      "related coverage | related posts | related news | related content | related reading | related topics | up next",
  },
  {
    reason: "newsletter",
    language: "en",
    phrases:
      "sign up | subscribe | get the latest news | get breaking news | get our newsletter | get more news | get the app | " +
      "get the newsletter | get our free | get our daily | get the best of | this newsletter | our free email | " +
      "enter your email | your email address | stay up to date | stay informed | stay connected | stay tuned | " +
      "thanks for signing up | thank you for signing up | check your inbox | please subscribe",
  },
  {
    reason: "social",
    language: "en",
    phrases:
      "follow us | share this | share on | share via | share with | like this story | like this article | like this post | " +
      "follow him on | follow her on | follow them on | follow me on | join our | join us on | join the conversation | join the discussion | " +
      "please share | please like | please follow | tell us | let us know | what do you think | leave a comment | " +
      "leave a reply | got a view | write to the editor | view comments | post a comment | add a comment | comments are closed | have your say | send us your | " +
      "follow our | connect with us",
  },
  {
    reason: "publication-line",
    language: "en",
    phrases:
      "first published | last updated | last modified | updated on | updated at | published on | published at | originally published | " +
      "this article originally | this story originally | this post originally | this article was originally | this story was originally | " +
      "this post was originally | this article first | this story first | this article was first | this story was first | " +
      "all rights reserved | copyright | our standards | filed under | posted in | posted under | a version of this article | " +
      "this article appeared in | this content is published | reprinted with permission | republished with permission",
  },
  {
    reason: "interface",
    language: "en",
    phrases:
      "click here | click to | tap here | advertisement | advertising | sponsored content | paid content | skip to | log in | login to | " +
      "print this | show more | load more | view all | view more | view gallery | view image in fullscreen | this slideshow requires | media playback | " +
      "please enable | your browser does not | loading | buy now | shop now | find out more | learn more | listen to this article | " +
      "listen to this story | listen to article | read aloud | save this | print article | expand collapse | " +
      "this video is not available | this video can not | video unavailable | image caption | media caption | open image modal | " +
      "by clicking | by submitting | by signing up | by subscribing you | this site uses affiliate | this post contains affiliate | " +
      "this article contains affiliate | this post may contain affiliate | affiliate disclosure | as an amazon associate | " +
      "we may earn | we may receive | we use cookies | this site uses cookies | reprints and permissions | request reprint | gift this article",
  },
  {
    reason: "caption-credit",
    language: "en",
    phrases:
      "photo by | photos by | photo credit | photos credit | image credit | image source | image copyright | main image | picture credit | " +
      "picture by | image by | video by | featured image | photo courtesy | image courtesy | photograph by | photographs by | " +
      "illustration by | file photo | getty images",
  },
  {
    reason: "contact",
    language: "en",
    phrases:
      "contact us | contact the author | contact the writer | contact the reporter | contact our | email us | email the | write to us | " +
      "have a tip | got a tip | have a story | have a question | got a story | do you have a story | do you know more | want more | want to read more | " +
      "want to learn more | want to know more | download the app | download our | get in touch",
  },
  // Offers to readers. Never "Spotted a mistake" alone: reports open with that too.
  {
    reason: "contact",
    language: "en",
    phrases:
      "was this forwarded to you | was this email forwarded to you | was this newsletter forwarded to you | did someone forward this to you | " +
      "did someone forward this email | did someone forward this newsletter | spotted an error in this article | spotted an error in this story | spotted an error let us | " +
      "spotted an error tell us | spotted an error email | spotted an error contact | spotted an error please | spotted a mistake in this article | spotted a mistake in this story | " +
      "spotted a mistake let us | spotted a mistake tell us | spotted a mistake email | spotted a mistake contact | spotted a mistake please | " +
      "found an error in this article | found an error in this story | found an error in this page | found a mistake in this article | " +
      "found a mistake in this story | found a mistake in this page",
  },
  {
    reason: "support-appeal",
    language: "en",
    phrases:
      "support our journalism | support our work | support us | help us | donate to | make a donation | become a member | " +
      "become a supporter | become a subscriber | already a subscriber | subscribers can | in a time of both misinformation",
  },
];
