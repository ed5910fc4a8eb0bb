/*
 * A stretch of a page that holds "&", given to htmlparser2's own tokenizer: what is an entity, and what only looks like
 * one, is its business. The events come with the page's places.
 */
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

/** What stands before an attribute's value. */
const ATTRIBUTE = "<a b=";

type Events = Pick<TokenizerCallbacks, "ontext" | "ontextentity" | "onattribdata" | "onattribentity">;

const ignore = (): void => undefined;

export class EntityReader {
  private readonly tokenizer: Tokenizer;
  /** Place in the page minus place in what the tokenizer is given. */
  private shift = 0;

  constructor(events: Events) {
    this.tokenizer = new Tokenizer(
      {},
      {
        ontext: (from, end) => events.ontext(from + this.shift, end + this.shift),
        ontextentity: (codePoint, end) => events.ontextentity(codePoint, end + this.shift),
        onattribdata: (from, end) => events.onattribdata(from + this.shift, end + this.shift),
        onattribentity: (codePoint) => events.onattribentity(codePoint),
        onattribend: ignore,
        onattribname: ignore,
        oncdata: ignore,
        onclosetag: ignore,
        oncomment: ignore,
        ondeclaration: ignore,
        onend: ignore,
        onopentagend: ignore,
        onopentagname: ignore,
        onprocessinginstruction: ignore,
        onselfclosingtag: ignore,
      },
    );
  }

  /** Text between tags: a "<" stands at its beginning only. */
  readText(page: string, from: number, end: number): void {
    this.read("", page.slice(from, end), from);
  }

  /** What stands in a title or a textarea, where "<" is no markup. */
  readRawText(page: string, from: number, end: number, name: string): void {
    this.read(`<${name}>`, page.slice(from, end), from);
  }

  /** An attribute's value, without its quotes. */
  readValue(page: string, from: number, end: number): void {
    const quote = page.charAt(end);
    const isQuoted = from > 0 && page.charAt(from - 1) === quote && (quote === '"' || quote === "'");
    const opening = isQuoted ? ATTRIBUTE + quote : ATTRIBUTE;
    this.read(opening, `${page.slice(from, end)}${isQuoted ? quote : " "}`, from);
  }

  private read(opening: string, text: string, from: number): void {
    this.shift = from - opening.length;
    this.tokenizer.reset();
    this.tokenizer.write(opening + text);
    this.tokenizer.end();
  }
}
