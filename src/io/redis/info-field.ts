/** @returns the field of an answer to INFO; undefined where the server does not say it, as hosted ones may not */
export const infoField = (info: string, name: string): string | undefined =>
  new RegExp(`^${name}:(\\S+)`, "m").exec(info)?.[1];
