/* One request and its answer, for those who keep a record of both (io/archive). */
import type { HeaderLines, HttpAnswer } from "./http-request.ts";

export interface HttpExchange {
  readonly url: string;
  /** ms since epoch at which the request began. */
  readonly startedAt: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly status: number;
  /** Names in lower case, a line each; bytes above 127 as latin-1. */
  readonly responseHeaders: HeaderLines;
  /** The peer's address. */
  readonly address: string | undefined;
  readonly body: ExchangeBody;
}

export type ExchangeBody =
  /** Whole; decoded from its Content-Encoding and Transfer-Encoding. */
  | { readonly kind: "whole"; readonly bytes: Buffer }
  /** The status has none, or none of it was wanted: redirects and errors. */
  | { readonly kind: "not-read" }
  /** Reading stopped in the middle; what had come is not kept. */
  | { readonly kind: "cut"; readonly by: "length" | "time" | "disconnect" | "unspecified" };

/** Told of each answered request, redirects and errors too. Never throws; it is waited for. */
export type OnExchange = (exchange: HttpExchange) => Promise<void>;

/** What became of reading an answer: the fields of a FetchResult or a redirect that tell it. */
interface ReadAnswer {
  readonly kind: string;
  readonly body?: Buffer;
  readonly rule?: string;
  readonly error?: string;
}

export function exchangeOf(
  request: Pick<HttpExchange, "url" | "startedAt" | "requestHeaders">,
  answer: HttpAnswer,
  result: ReadAnswer,
): HttpExchange {
  const { status, headerLines, address } = answer;
  return { ...request, status, responseHeaders: headerLines, address, body: bodyOf(result) };
}

function bodyOf(result: ReadAnswer): ExchangeBody {
  if (result.kind === "page" && result.body !== undefined) return { kind: "whole", bytes: result.body };
  if (result.kind === "refused")
    return { kind: "cut", by: result.rule === "response-too-large" ? "length" : "unspecified" };
  if (result.kind !== "failed" || result.error === "http-status") return { kind: "not-read" };
  if (result.error === "timeout") return { kind: "cut", by: "time" };
  const isLost = result.error === "truncated-body" || result.error === "connection-lost";
  return { kind: "cut", by: isLost ? "disconnect" : "unspecified" };
}
