/*
 * What the lines of batch commands must look like. A wrong line becomes one sentence that names the field,
 * what it must be and what it is. Fields that are not named here are passed over; in optional ones null and
 * "" are as good as left out, since tables that were turned into JSON Lines are full of both.
 */
import { z } from "zod";
import { type Line, parseLine } from "./json-lines.ts";

/** Characters of a value that a message shows. */
const SHOWN_CHARACTERS = 60;

function shownValue(value: unknown): string {
  if (value === undefined) return "missing";
  const json = JSON.stringify(value);
  return json.length > SHOWN_CHARACTERS
    ? `${json.slice(0, SHOWN_CHARACTERS)}… (${json.length} characters)`
    : json;
}

const mustBe = (what: string) => ({
  error: (issue: { input?: unknown }): string => `must be ${what}; it is ${shownValue(issue.input)}`,
});

/** Half a surrogate pair: JSON can spell it, Unicode text cannot hold it (RFC 8259, section 8.2). */
const LONE_SURROGATE = /\p{Surrogate}/u;

const unicodeText = z.string(mustBe("a string")).superRefine((text, context) => {
  const found = LONE_SURROGATE.exec(text);
  if (!found) return;
  const code = text.charCodeAt(found.index).toString(16).toUpperCase();
  context.addIssue(`holds half a surrogate pair, U+${code} at character ${found.index + 1}`);
});

const idText = unicodeText.min(1, mustBe("a string of at least one character"));
const webUrl = z.url({ protocol: /^https?$/, ...mustBe("an absolute http or https URL, or left out") });
const publishedDate = z.union(
  [z.iso.date(), z.iso.datetime({ offset: true })],
  mustBe("a plain date (2023-11-28) or an RFC 3339 instant (2023-11-28T04:10:00Z), or left out"),
);

const instant = z.iso.datetime({
  offset: true,
  ...mustBe("an RFC 3339 instant (2023-11-28T04:10:00Z), or left out"),
});

export const isPublishedDate = (value: string): boolean => publishedDate.safeParse(value).success;

function leftOutIfEmpty<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === null || value === "" ? undefined : value), schema.optional());
}

const jsonObject = mustBe("a JSON object");

const pageSchema = z
  .object(
    {
      id: idText,
      url: leftOutIfEmpty(webUrl),
      fetchedAt: leftOutIfEmpty(instant),
      html: unicodeText.nullish(),
      text: unicodeText.nullish(),
    },
    jsonObject,
  )
  .transform(({ id, url, fetchedAt, html, text }, context) => {
    const content = html ?? text;
    const hasBoth = typeof html === "string" && typeof text === "string";
    if (typeof content === "string" && !hasBoth) {
      const kind = typeof html === "string" ? ("html" as const) : ("text" as const);
      return { id, page: { kind, content, url, fetchedAt: fetchedAt ? Date.parse(fetchedAt) : undefined } };
    }
    context.addIssue(`must have either html or text; it has ${hasBoth ? "both" : "neither"}`);
    return z.NEVER;
  });

const articleSchema = z.object(
  {
    id: idText,
    text: unicodeText,
    title: leftOutIfEmpty(unicodeText),
    url: leftOutIfEmpty(webUrl),
    datePublished: leftOutIfEmpty(publishedDate),
  },
  jsonObject,
);

const pairSchema = z.object({ a: idText, b: idText }, jsonObject);

/** A line of `extract`. */
export type PageLine = z.output<typeof pageSchema>;

export type LineReading<T> =
  | { readonly kind: "read"; readonly value: T }
  /** `raw` is the line's JSON, undefined where it is none: its id may still be of use. */
  | { readonly kind: "wrong"; readonly raw: unknown; readonly message: string };

function readerOf<T>(schema: z.ZodType<T>): (line: Line) => LineReading<T> {
  return (line) => {
    const parsed = parseLine(line);
    if (parsed.kind === "bad") return { kind: "wrong", raw: undefined, message: parsed.message };
    const checked = schema.safeParse(parsed.value);
    if (checked.success) return { kind: "read", value: checked.data };
    const [issue] = checked.error.issues;
    const field = issue?.path.length ? `: ${issue.path.join(".")}` : "";
    return {
      kind: "wrong",
      raw: parsed.value,
      message: `line ${line.number}${field} ${issue?.message ?? "is wrong"}`,
    };
  };
}

export const readPageLine = readerOf(pageSchema);
export const readArticleLine = readerOf(articleSchema);
export const readPairLine = readerOf(pairSchema);

/** @returns the text in this field of a line that is otherwise wrong, null where there is none */
export function textField(raw: unknown, field: string): string | null {
  if (typeof raw !== "object" || raw === null || !(field in raw)) return null;
  const value: unknown = Object.entries(raw).find(([name]) => name === field)?.[1];
  return idText.safeParse(value).data ?? null;
}
