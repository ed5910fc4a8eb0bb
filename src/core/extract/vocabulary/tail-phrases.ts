/*
 * What closing notes say. Sources: the tuning half of the evaluation pages.
 */
import { byReason } from "./phrase-list.ts";

/** Phrases anywhere in a short line behind the last paragraph that make it a note about the article. */
export const TAIL_PHRASES = byReason({
  "credit-note": {
    en:
      "contributed to this report | contributed to this story | contributed to this article | contributed reporting | follow him on | follow her on | " +
      "follow them on | follow us on | follow me on | on twitter at | can be reached at | reach her at | reach him at | reach them at | reach me at | reach us at | email her at | email him at | email them at | all rights reserved | " +
      "sign up for | sign up to | subscribe to | is a staff writer | is a staff reporter | is a contributing writer | is a contributing editor | " +
      "material from the associated press | all rights reserved this material | may not be published broadcast | diversity of letters to the editor | " +
      "letters to the editor | purchase an item through | earn a commission | affiliate commission | do not necessarily reflect | " +
      "not intended as | this article has been updated | is a partner of | ai intervention | have information about this story",
    mul: "más información en | con informazioni | con información de | mit material von",
  },
});

/** Those that a report may end with too: a whole sentence needs an address or a word to the readers. */
export const SHARED_TAIL_PHRASES = byReason({
  "credit-note": {
    en: "reached at | terms of service | terms of use | privacy policy | newsletter | your inbox | whatsapp",
  },
});

/** What a person is: of the author where the line opens with a name. */
export const JOB_PHRASES = byReason({
  "credit-note": {
    en:
      "is a freelance writer | is a freelance journalist | is a senior writer | is a senior reporter | is a senior editor | is a senior correspondent | " +
      "is a writer | is a reporter | is a journalist | is a correspondent | is a columnist | is an editor | is an author | is the author of",
    mul: "ist redakteur | ist redakteurin | ist autor | ist autorin | est journaliste",
  },
});
