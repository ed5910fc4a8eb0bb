/* Whose furniture: pages of one host share their template, pages of one publisher need not. */
import { parseUrl } from "../../url/parse-url.ts";

/**
 * @param url where the page was served, after redirects
 * @returns the host without `www.`: `news.example`; undefined for local documents and what is no web URL
 */
export function furnitureHost(url: string): string | undefined {
  const parsed = parseUrl(url);
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) return undefined;
  return parsed.hostname.replace(/^www\.(?=.)/, "");
}
