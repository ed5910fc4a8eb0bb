/* From the errors that undici, Node's sockets and zlib throw to the project's words for them. */
import type { FailureKind } from "../../core/outcome.ts";
import { type FetchFailed, type FetchRefused, FetchStopped } from "./fetch-result.ts";
import type { FetchSettings } from "./fetch-settings.ts";

/** Where the fetch was when the error came: a lost connection within a body is a truncated body. */
export type FetchPhase = "connect" | "headers" | "body";

const BY_CODE: ReadonlyMap<string, FailureKind> = new Map<string, FailureKind>([
  ["UND_ERR_CONNECT_TIMEOUT", "timeout"],
  ["UND_ERR_HEADERS_TIMEOUT", "timeout"],
  ["UND_ERR_BODY_TIMEOUT", "timeout"],
  ["UND_ERR_HEADERS_OVERFLOW", "bad-response"],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "truncated-body"],
  ["ETIMEDOUT", "timeout"],
  ["ECONNREFUSED", "connect"],
  ["EHOSTUNREACH", "connect"],
  ["ENETUNREACH", "connect"],
  ["EADDRNOTAVAIL", "connect"],
  ["EACCES", "connect"],
  ["EPROTO", "tls"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "tls"],
  ["HOSTNAME_MISMATCH", "tls"],
  // zlib: the stream ended before its end mark, or is none.
  ["Z_BUF_ERROR", "truncated-body"],
  ["Z_DATA_ERROR", "bad-response"],
]);

/** undici's timeouts say no more than their names: here they say which limit was reached. */
const TIMEOUT_MESSAGES: ReadonlyMap<string, (settings: FetchSettings) => string> = new Map([
  ["UND_ERR_CONNECT_TIMEOUT", (s: FetchSettings) => `no connection within ${s.connectTimeoutMs} ms`],
  ["UND_ERR_HEADERS_TIMEOUT", (s: FetchSettings) => `no answer within ${s.headersTimeoutMs} ms`],
  ["UND_ERR_BODY_TIMEOUT", (s: FetchSettings) => `the body stopped for ${s.idleTimeoutMs} ms`],
]);

const TLS_CODE = /^(?:ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|UNABLE_TO_|CRL_|INVALID_CA)/;
/** undici's error for what is no HTTP; it has no code where llhttp names none. */
export const PARSER_ERROR_NAME = "HTTPParserError";
const DNS_CODE =
  /^(?:ENOTFOUND|ENODATA|ESERVFAIL|ETIMEOUT|EREFUSED|EAI_AGAIN|ENOTIMP|EFORMERR|EBADNAME|EBADRESP|ECANCELLED)$/;
const BROTLI_CODE = /^ERR_(?:_ERROR|BROTLI)/;

/**
 * @param error whatever was thrown
 * @param url what was asked, for the message
 * @returns undefined where the error is none of the network's: a mistake of ours, to be thrown on
 */
export function stoppedBy(
  error: unknown,
  phase: FetchPhase,
  url: string,
  settings: FetchSettings,
): FetchRefused | FetchFailed | undefined {
  if (error instanceof FetchStopped) return error.result;
  if (!(error instanceof Error)) return undefined;
  const code = String((error as NodeJS.ErrnoException).code ?? "");
  const kind = error.name === PARSER_ERROR_NAME ? "bad-response" : failureKindOf(code, phase);
  if (kind === undefined) return undefined;
  const said = TIMEOUT_MESSAGES.get(code)?.(settings) ?? `${error.message}${code === "" ? "" : ` (${code})`}`;
  return { kind: "failed", error: kind, message: `${url}: ${said}`, permanent: false };
}

const LOST_CODES: ReadonlySet<string> = new Set(["UND_ERR_SOCKET", "ECONNRESET", "EPIPE", "UND_ERR_ABORTED"]);

function failureKindOf(code: string, phase: FetchPhase): FailureKind | undefined {
  const known = BY_CODE.get(code);
  if (known !== undefined) return known;
  if (LOST_CODES.has(code)) return phase === "body" ? "truncated-body" : "connection-lost";
  if (TLS_CODE.test(code)) return "tls";
  if (BROTLI_CODE.test(code)) return "bad-response";
  if (DNS_CODE.test(code)) return "dns";
  if (code.startsWith("UND_ERR")) return "bad-response";
  // Any other error of the operating system's.
  return /^E[A-Z]+$/.test(code) ? "connection-lost" : undefined;
}
