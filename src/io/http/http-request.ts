/*
 * One request for one URL, without following anything: its own undici client, its own guarded connection,
 * closed when the answer has been read.
 *
 * A connection is never used twice. A polite crawler asks one host so seldom that little is saved, and what
 * a hostile or broken server sends behind its answer can then never be read as the next one.
 */
import { isUtf8 } from "node:buffer";
import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { type buildConnector, Client, type Dispatcher } from "undici";
import { isSuccess } from "../../core/fetch/http-status.ts";
import { shownUrl } from "../../core/url/shown-url.ts";
import { type FetchPhase, PARSER_ERROR_NAME, stoppedBy } from "./fetch-errors.ts";
import { type FetchFailed, type FetchRefused, failedBy } from "./fetch-result.ts";
import type { FetchSettings } from "./fetch-settings.ts";

/** By name in lower case; several of one name joined by ", ". */
export type JoinedHeaders = Readonly<Record<string, string | undefined>>;

/** Header lines in order, several of one name as several lines. */
export type HeaderLines = ReadonlyArray<readonly [name: string, value: string]>;

export interface HttpAnswer {
  readonly status: number;
  readonly headers: JoinedHeaders;
  readonly headerLines: HeaderLines;
  /** The peer's address. */
  readonly address: string | undefined;
  readonly stream: Readable;
}

export interface HttpRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Body of a POST; a GET where it is left out. */
  readonly form?: string;
  /** ms: what is left of the fetch's total time. */
  readonly timeLimitMs: number;
}

/** @param read reads what it needs of the answer; the connection is closed behind it */
export async function httpRequest<T>(
  { url, headers, form, timeLimitMs }: HttpRequest,
  connector: buildConnector.connector,
  settings: FetchSettings,
  read: (answer: HttpAnswer) => Promise<T>,
): Promise<T | FetchRefused | FetchFailed> {
  let phase: FetchPhase = "connect";
  const shown = shownUrl(url.href);
  const watch = watchedConnector(connector);
  const client = new Client(url.origin, {
    connect: watch.connector,
    headersTimeout: settings.headersTimeoutMs,
    bodyTimeout: settings.idleTimeoutMs,
  });
  const total = new AbortController();
  const timer = setTimeout(() => {
    const limit = settings.totalTimeoutMs;
    total.abort(failedBy("timeout", `${shown}: not complete within ${limit} ms (in phase ${phase})`));
  }, timeLimitMs);
  try {
    const response = await client.request({
      path: url.pathname + url.search,
      ...(form === undefined ? { method: "GET" } : { method: "POST", body: form }),
      headers,
      signal: total.signal,
    });
    phase = "body";
    const result = await read({
      status: response.statusCode,
      headers: joinedHeaders(response.headers),
      headerLines: linesOf(response.headers),
      address: watch.address(),
      stream: response.body,
    });
    if (announcesLength(response)) await watch.atRest(settings.lateBytesMs);
    if (watch.sentTooMuch())
      throw failedBy("truncated-body", `${shown}: body is longer than its Content-Length says`);
    return result;
  } catch (error) {
    const stopped = stoppedBy(total.signal.aborted ? total.signal.reason : error, phase, shown, settings);
    if (stopped === undefined) throw error;
    return stopped;
  } finally {
    clearTimeout(timer);
    // Not awaited: destroy() waits for the socket's close event, which nothing here depends on.
    void client.destroy();
  }
}

/** Only a page whose length was announced can be longer than that. */
const announcesLength = ({ statusCode, headers }: Dispatcher.ResponseData): boolean =>
  isSuccess(statusCode) && headers["content-length"] !== undefined;

/**
 * Keeps hold of the connection to see, after the answer, whether the server sent more than it announced.
 * undici reads on where the connection stays open, and its parser then fails the socket; where it is to be
 * closed, undici puts the rest back into the socket it has just destroyed.
 */
function watchedConnector(connector: buildConnector.connector): {
  connector: buildConnector.connector;
  /** Gives what was sent behind the answer a moment to arrive; ends at once where the connection has ended. */
  atRest: (ms: number) => Promise<void>;
  sentTooMuch: () => boolean;
  address: () => string | undefined;
} {
  let connection: Socket | undefined;
  let putBackBytes = 0;
  const watch = (socket: Socket): void => {
    connection = socket;
    const unshift = socket.unshift.bind(socket);
    socket.unshift = (rest: Buffer): void => {
      if (socket.destroyed) putBackBytes += rest.length;
      unshift(rest);
    };
  };
  return {
    connector: (options, callback) =>
      connector(options, (...[error, socket]) => {
        if (error !== null) return callback(error, null);
        watch(socket);
        return callback(null, socket);
      }),
    atRest: (ms) =>
      new Promise((resolve) => {
        if (connection === undefined || connection.destroyed) return resolve();
        const timer = setTimeout(resolve, ms);
        connection.once("close", () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    sentTooMuch: () => putBackBytes > 0 || isUnaskedResponse(connection?.errored),
    address: () => connection?.remoteAddress,
  };
}

/**
 * Where an answer redirects to. Header bytes arrive as latin-1; servers outside the English-speaking world
 * write plain UTF-8 into `Location`, and browsers read it as that.
 */
export function locationOf(headers: JoinedHeaders): string | undefined {
  const location = headers.location;
  if (location === undefined) return undefined;
  const bytes = Buffer.from(location, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : location;
}

/** How undici fails a socket on which bytes came that answer no request. */
const isUnaskedResponse = (error: Error | null | undefined): boolean =>
  error?.name === PARSER_ERROR_NAME || error?.message === "bad response";

type SentHeaders = Readonly<Record<string, string | string[] | undefined>>;

function linesOf(headers: SentHeaders): HeaderLines {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((line): [string, string] => [name, line]),
  );
}

function joinedHeaders(headers: SentHeaders): JoinedHeaders {
  const joined: Record<string, string | undefined> = Object.create(null);
  for (const [name, value] of Object.entries(headers))
    joined[name] = Array.isArray(value) ? value.join(", ") : value;
  return joined;
}
