/*
 * What stands before the days of a page: when it was published, when it was changed. Stems, so that inflected forms
 * count. Source: date lines of the tuning half of the evaluation pages and of the outlets in it.
 */

/** By language tag of BCP 47. */
type Labels = Readonly<Record<string, readonly string[]>>;

const PUBLISHED: Labels = {
  en: ["published", "posted"],
  de: ["veröffentlicht", "erstellt"],
  fr: ["publie", "publié"],
  es: ["publicado"],
  it: ["pubblicato"],
  nl: ["gepubliceerd"],
  sv: ["publicer"],
  nb: ["publisert"],
  da: ["offentliggjort"],
  fi: ["julkaistu"],
  pl: ["opublikowano"],
  cs: ["zveřejněno"],
  tr: ["yayın"],
  ru: ["опубликовано"],
  uk: ["опубліковано"],
  el: ["δημοσ"],
  id: ["diterbitkan", "tayang"],
  ko: ["입력", "등록"],
  ja: ["公開"],
  zh: ["发布", "發布"],
  vi: ["xuất bản"],
};

const UPDATED: Labels = {
  en: ["updated", "modified"],
  de: ["aktualis"],
  fr: ["mis à jour", "modifi", "actualis"],
  es: ["actualiz"],
  pt: ["atualiz"],
  it: ["aggiornat"],
  nl: ["bijgewerkt"],
  sv: ["uppdater"],
  nb: ["oppdater"],
  da: ["opdater"],
  fi: ["päivitetty"],
  pl: ["aktualiz"],
  tr: ["güncelle"],
  ru: ["обновлено"],
  uk: ["оновлено"],
  el: ["ενημ"],
  id: ["diperbarui"],
  ko: ["수정"],
  ja: ["更新"],
  vi: ["cập nhật"],
};

/** Behind a name: "Jonna Tvedt Updated March 5, 2024". Whole words, since a name may begin with a stem. */
const BEHIND_NAMES: Labels = {
  en: ["update", "updated", "published", "posted", "modified"],
  de: ["aktualisiert", "veröffentlicht"],
  fr: ["publié", "mis à jour"],
  es: ["publicado", "actualizado"],
  pt: ["atualizado"],
  it: ["aggiornato", "pubblicato"],
  nb: ["oppdatert"],
  sv: ["publicerad", "uppdaterad"],
  fi: ["julkaistu", "päivitetty"],
  tr: ["güncelleme"],
  ru: ["обновлено", "опубликовано"],
};

function anyOf(labels: Labels): string {
  return Object.values(labels).flat().join("|");
}

export const PUBLISHED_LABEL = new RegExp(anyOf(PUBLISHED), "iu");
export const UPDATED_LABEL = new RegExp(anyOf(UPDATED), "iu");
/** The label behind a name and all that follows it; never at the head ("Published by"). */
export const LABEL_BEHIND_NAME = new RegExp(
  `\\s(?:last\\s)?(?:${anyOf(BEHIND_NAMES)})(?=[\\s:]).{0,400}$`,
  "iu",
);
