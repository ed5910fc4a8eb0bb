import { isPhotoAgency } from "../vocabulary/agencies.ts";

const MAX_TAIL_CHARACTERS = 160;
const MAX_CREDIT_CHARACTERS = 100;
const PHOTO_WORD =
  "(?:photo|photos|photograph|image|picture|foto|fotos|bild|bilder|imagen|crédit photo|photo credit|file photo|写真|사진)";
const OPENER = new RegExp(
  `^(?:file |courtesy )?${PHOTO_WORD}(?: (?:by|from|courtesy of|credit|von|de|par|di|oleh))?\\s?[:/–-]?\\s+`,
  "iu",
);
const WHOLE_LINE = new RegExp(
  `^(?:${PHOTO_WORD}(?: (?:by|credit|courtesy|courtesy of|source|copyright))?\\s?[:：]|${PHOTO_WORD} (?:by|courtesy of)\\s)\\s?(\\S.{0,100})$`,
  "iu",
);
/** "Photos by residents show cracks along the wall." */
const TELLS_OF_OTHERS = /^\p{Ll}.{20,100}[.!?]$/u;
const IN_BRACKETS = /[([（]([^()[\]（）]{2,100})[)\]）]\s?\.?$/u;
const SLASHED_AGENCY =
  /(?:^|[\s.])((?:REUTERS|AP Photo|EPA|AFP|Getty Images)\s?\/\s?\p{L}[\p{L}.'’ -]{1,50})$/u;
const VIA_AGENCY = /(?:^|[.!?”"] )((?:[\p{L}.'’/-]{1,30} ){0,4}via [\p{L} /]{2,40})$/iu;
/** Cheap to ask of every line. */
const HOLDS_VIA = /via /i;
const BARE_AGENCY =
  /[.!?”"] ((?:[\p{Lu}][\p{L}.'’-]{0,20} ?\/ ?)?(?:REUTERS|Reuters|AFP|EPA|AP|Getty Images|Shutterstock))$/u;

/** "The pier in winter. Foto: Lena Brandt", "… | photo: Courier". */
const LABELLED = /[.!?”"|] ?(?:foto|fotos|photo|photos|bild|fotó|фото|写真) ?[:：] ?(\p{L}[^.!?:]{1,60})$/iu;

export interface PhotoCredit {
  /** The credit without "Photo by". */
  readonly credit: string;
  /** How sure it is that the line is a caption: a lone agency in brackets may close a text as well. */
  readonly certainty: "sure" | "lone-agency";
}

export function findPhotoCredit(line: string): PhotoCredit | null {
  const whole = line.length <= MAX_TAIL_CHARACTERS ? WHOLE_LINE.exec(line) : null;
  if (whole?.[1] && !TELLS_OF_OTHERS.test(whole[1]))
    return { credit: trimCredit(whole[1]), certainty: "sure" };
  const tail = line.slice(-MAX_TAIL_CHARACTERS);
  const inBrackets = IN_BRACKETS.exec(tail)?.[1];
  if (inBrackets !== undefined) return bracketCredit(inBrackets.trim());
  const labelled = LABELLED.exec(tail)?.[1];
  if (labelled !== undefined) return { credit: trimCredit(labelled), certainty: "sure" };
  const slashed = tail.includes("/") ? SLASHED_AGENCY.exec(tail)?.[1] : undefined;
  const open = slashed ?? viaCredit(tail) ?? BARE_AGENCY.exec(tail)?.[1];
  return open === undefined ? null : { credit: trimCredit(open), certainty: "sure" };
}

function viaCredit(tail: string): string | undefined {
  const credit = HOLDS_VIA.test(tail) ? VIA_AGENCY.exec(tail)?.[1] : undefined;
  return credit !== undefined && namesAgency(credit) ? credit : undefined;
}

function bracketCredit(inside: string): PhotoCredit | null {
  if (OPENER.test(inside)) return { credit: trimCredit(inside.replace(OPENER, "")), certainty: "sure" };
  if (!namesAgency(inside)) return null;
  const certainty = isPhotoAgency(inside) ? "lone-agency" : "sure";
  return { credit: trimCredit(inside), certainty };
}

/** One of the parts between slashes, commas and "via" is an agency. */
function namesAgency(text: string): boolean {
  return text.split(/\s?(?:\/|,|;|\bvia\b|\bVIA\b| - )\s?/).some((part) => isPhotoAgency(part));
}

function trimCredit(text: string): string {
  return text
    .slice(0, MAX_CREDIT_CHARACTERS)
    .replace(/[.\s)]{1,8}$/, "")
    .trim();
}
