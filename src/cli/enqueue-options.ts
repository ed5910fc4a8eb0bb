/* What the options of wirefold enqueue must look like, and which of them mean something together. */
import { registrableDomain } from "../core/url/publisher.ts";
import { isPublishedDate } from "./batch-schema.ts";
import { shown, UsageError } from "./terminal.ts";

export interface EnqueueOptions {
  readonly file?: string;
  readonly text?: string;
  readonly html?: string;
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly wait?: boolean;
  readonly waitLimit: string;
  readonly refetch?: boolean;
  readonly json?: boolean;
}

const DOCUMENT_FIELDS = ["url", "title", "publisher", "date"] as const;

/** @throws UsageError where options contradict each other or would be passed over in silence */
export function checkCombination(urls: readonly string[], options: EnqueueOptions): void {
  const { text, html, file } = options;
  if (text !== undefined && html !== undefined) throw new UsageError("give either --text or --html");
  if (html !== undefined && options.url === undefined)
    throw new UsageError("--html needs --url, the page's address");
  const hasDocument = text !== undefined || html !== undefined;
  const stray = DOCUMENT_FIELDS.find((field) => options[field] !== undefined);
  if (!hasDocument && stray !== undefined)
    throw new UsageError(`--${stray} describes a local document: it needs --text or --html`);
  if (options.json && !options.wait) throw new UsageError("--json prints outcomes: it needs --wait");
  if (!hasDocument && urls.length === 0 && file === undefined)
    throw new UsageError("give URLs, --file, - for standard input, --text or --html");
}

/** @throws UsageError */
export function checkedDate(value: string): string {
  if (isPublishedDate(value)) return value;
  throw new UsageError(
    `--date must be a day that exists (2023-11-28) or an RFC 3339 instant with its offset (2023-11-28T04:10:00Z); it is "${shown(value)}"`,
  );
}

/** Publishers are compared letter by letter: what is no registrable domain would be a publisher of its own. */
export function checkedPublisher(value: string): string {
  const name = value.trim().toLowerCase();
  const domain = /^[^\s/:?#@\\]+\.[^\s/:?#@\\]+$/.test(name) ? registrableDomain(`http://${name}`) : null;
  if (domain !== null && new URL(`http://${name}`).hostname === domain) return domain;
  const hint = domain === null ? "" : `, whose registrable domain is ${domain}`;
  throw new UsageError(
    `--publisher must be a registrable domain such as news.example; it is "${shown(value)}"${hint}`,
  );
}
