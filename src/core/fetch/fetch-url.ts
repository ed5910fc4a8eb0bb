/* What must hold of every URL that a request is made for: the offered one and each redirect's. */
import type { RefusalRule } from "../outcome.ts";
import { parseUrl } from "../url/parse-url.ts";
import { shownUrl } from "../url/shown-url.ts";

export type FetchUrl =
  | { readonly kind: "url"; readonly url: URL }
  | { readonly kind: "refused"; readonly rule: RefusalRule; readonly message: string };

export interface FetchUrlRules {
  /** Ports that may be asked. */
  readonly allowedPorts: readonly number[];
  /** Longest URL, in characters. */
  readonly maxUrlChars: number;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

const refused = (rule: RefusalRule, message: string): FetchUrl => ({ kind: "refused", rule, message });

/**
 * @param text the URL; for a redirect the `Location` header
 * @param base the URL that redirected
 */
export function fetchUrl(text: string, rules: FetchUrlRules, base?: string): FetchUrl {
  if (text.length > rules.maxUrlChars)
    return refused(
      "url-too-long",
      `URL has ${text.length} characters, the limit is ${rules.maxUrlChars}: ${shownUrl(text)}`,
    );
  const url = parseUrl(text, base);
  if (url === undefined) return refused("malformed-url", `not a URL: ${shownUrl(text)}`);
  const defaultPort = DEFAULT_PORTS[url.protocol];
  if (defaultPort === undefined)
    return refused(
      "unknown-scheme",
      `scheme "${url.protocol}" is neither http: nor https: in ${shownUrl(url.href)}`,
    );
  if (url.username !== "" || url.password !== "")
    return refused("credentials-in-url", `URL for host ${url.host} carries a user name or a password`);
  const port = url.port === "" ? defaultPort : Number(url.port);
  if (!rules.allowedPorts.includes(port))
    return refused(
      "port-not-allowed",
      `port ${port} is not one of ${rules.allowedPorts.join(", ")} in ${shownUrl(url.href)}`,
    );
  url.hash = "";
  return { kind: "url", url };
}
