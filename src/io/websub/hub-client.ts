/*
 * Asks a hub, through the same guarded connector as every request: a hub's address comes from a feed, so it is
 * a stranger's. Redirects that keep a POST (307, 308) are followed, each checked again; the answer's body
 * is read only for what it says is wrong.
 */
import { fetchUrl } from "../../core/fetch/fetch-url.ts";
import { shownUrl } from "../../core/url/shown-url.ts";
import type { FetchFailed, FetchRefused } from "../http/fetch-result.ts";
import type { FetchSettings } from "../http/fetch-settings.ts";
import { type ConnectorDeps, createGuardedConnector } from "../http/guarded-connector.ts";
import { type HttpAnswer, httpRequest, locationOf } from "../http/http-request.ts";
import { createResolver } from "../http/resolver.ts";
import { readBody } from "../http/response-body.ts";

export type HubAnswer =
  /** It will verify what was asked. */
  { readonly kind: "accepted" } | { readonly kind: "failed"; readonly message: string };

/** @param form fields of the request, as `application/x-www-form-urlencoded` */
export type AskHub = (hubUrl: string, form: URLSearchParams) => Promise<HubAnswer>;

const OK = 200;
const FIRST_REDIRECT = 300;
/** RFC 9110, sections 15.4.8 and 15.4.9: the only redirects that keep the method. */
const POST_REDIRECTS: readonly number[] = [307, 308];
/** Hubs explain themselves in a line of text. */
const MAX_ANSWER_BYTES = 4_096;
const MAX_SHOWN_CHARS = 200;

type Step = HubAnswer | { readonly kind: "redirect"; readonly location: string };

export function createHubClient(settings: FetchSettings, deps: Partial<ConnectorDeps> = {}): AskHub {
  const resolve = deps.resolve ?? createResolver(settings.connectTimeoutMs);
  const connector = createGuardedConnector(settings, { ...deps, resolve });
  const headers = {
    "user-agent": settings.userAgent,
    "content-type": "application/x-www-form-urlencoded",
    accept: "text/plain,*/*;q=0.1",
  };

  return async (hubUrl, form) => {
    let timeLeftMs = settings.totalTimeoutMs;
    let checked = fetchUrl(hubUrl, settings);
    for (let redirects = 0; redirects <= settings.maxRedirects; redirects++) {
      if (checked.kind === "refused") return { kind: "failed", message: checked.message };
      const asked = checked.url;
      const startedAt = performance.now();
      const step: Step | FetchRefused | FetchFailed = await httpRequest(
        asked,
        headers,
        connector,
        settings,
        timeLeftMs,
        (answer) => stepOf(answer, asked, settings.maxWireBytes),
        form.toString(),
      );
      if (step.kind === "refused" || step.kind === "failed") return { kind: "failed", message: step.message };
      if (step.kind === "accepted") return step;
      timeLeftMs = Math.max(1, timeLeftMs - (performance.now() - startedAt));
      checked = fetchUrl(step.location, settings, asked.href);
    }
    return {
      kind: "failed",
      message: `${shownUrl(hubUrl)} redirects more than ${settings.maxRedirects} times`,
    };
  };
}

async function stepOf(answer: HttpAnswer, asked: URL, maxWireBytes: number): Promise<Step> {
  const { status, headers, stream } = answer;
  if (status >= OK && status < FIRST_REDIRECT) return { kind: "accepted" };
  const location = POST_REDIRECTS.includes(status) ? locationOf(headers) : undefined;
  if (location !== undefined) return { kind: "redirect", location };
  const { body } = await readBody(stream, headers["content-encoding"], {
    maxWireBytes,
    maxDecodedBytes: MAX_ANSWER_BYTES,
    atLimit: "cut",
    shownUrl: shownUrl(asked.href),
  });
  const said = body
    .toString("utf8")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, MAX_SHOWN_CHARS);
  return {
    kind: "failed",
    message: `${shownUrl(asked.href)} answered HTTP ${status}${said === "" ? "" : `: ${said}`}`,
  };
}
