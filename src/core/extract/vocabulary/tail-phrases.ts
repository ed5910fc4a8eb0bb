/*
 * What closing notes say. Sources: the tuning half of the evaluation pages.
 */
import type { PhraseList } from "./phrase-set.ts";

/** Phrases anywhere in a short line behind the last paragraph that make it a note about the article. */
export const TAIL_PHRASES: readonly PhraseList[] = [
  {
    reason: "credit-note",
    language: "en",
    phrases:
      "contributed to this report | contributed to this story | contributed to this article | contributed reporting | follow him on | follow her on | " +
      "follow them on | follow us on | follow me on | on twitter at | can be reached at | reached at | reach her at | reach him at | reach them at | reach me at | reach us at | email her at | email him at | email them at | all rights reserved | terms of service | terms of use | " +
      "privacy policy | sign up for | sign up to | subscribe to | newsletter | to your inbox | your inbox | is a freelance writer | is a staff writer | is a senior writer | " +
      "is a freelance journalist | is a staff reporter | is a senior reporter | is a contributing writer | is a contributing editor | is a writer | " +
      "is a reporter | is a journalist | is a correspondent | is a columnist | is an editor | is an author | is the author of | is a senior editor | is a senior correspondent | " +
      "material from the associated press | all rights reserved this material | may not be published broadcast | whatsapp channel | whatsapp | diversity of letters to the editor | " +
      "letters to the editor | purchase an item through | earn a commission | affiliate commission | do not necessarily reflect | " +
      "not intended as | this article has been updated | is a partner of | ai intervention | have information about this story",
  },
  {
    reason: "credit-note",
    language: "mul",
    phrases:
      "más información en | ist redakteur | ist redakteurin | ist autor | ist autorin | est journaliste | con informazioni | con información de | mit material von",
  },
];
