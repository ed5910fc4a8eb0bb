/* The limits of one fetch. config/settings.ts reads them from the environment; here they are plain values. */
import { PAGE_MEDIA_TYPES } from "../../core/fetch/content-type.ts";
import type { DevelopmentHost } from "../../core/fetch/development-hosts.ts";
import { MEBI } from "../../core/units.ts";
import { MAX_URL_CHARS } from "../../core/url/canonical-url.ts";

export interface FetchSettings {
  /** ms, 50 to 60,000, default 5,000: DNS and connection together. A server that is silent by then is down. */
  readonly connectTimeoutMs: number;
  /** ms, 50 to 120,000, default 10,000: from the request to the end of the headers. */
  readonly headersTimeoutMs: number;
  /** ms, 50 to 120,000, default 10,000: longest silence within a body. */
  readonly idleTimeoutMs: number;
  /** ms, 100 to 300,000, default 20,000: the whole fetch with its redirects, without waits for politeness. Ends slow drips. */
  readonly totalTimeoutMs: number;
  /**
   * ms, default 20: how long a connection that stays open is listened to behind a body of announced length. What
   * comes then makes the length a lie; it is sent in one go with the rest, so it is there within a few ms.
   */
  readonly lateBytesMs: number;
  /** Bytes, default 4 MiB: longest body as sent. */
  readonly maxWireBytes: number;
  /** Bytes, default 8 MiB: longest body after decompression, counted while decoding. 809 bytes of brotli can hold 1 GiB. */
  readonly maxDecodedBytes: number;
  /** Count, 0 to 20, default 5: each hop is checked like the first URL. */
  readonly maxRedirects: number;
  /** Characters, default 2,048: longest URL that is asked for, offered or redirected to. */
  readonly maxUrlChars: number;
  /** Default 80 and 443: ports of URLs that may be asked. Others are databases and consoles more often than newspapers. */
  readonly allowedPorts: readonly number[];
  /** Default none: local hosts for development, each with the address and port to connect to. */
  readonly developmentHosts: readonly DevelopmentHost[];
  /** Says honestly who asks and where a site's owner can complain. */
  readonly userAgent: string;
  /** Media types that are read, lower case; types ending in `+xml` as well. */
  readonly acceptedMediaTypes: readonly string[];
  /** Default false: a document that is itself a gzip file is unpacked, as sitemaps are (`sitemap.xml.gz`). */
  readonly unpacksGzipFiles: boolean;
}

export const FETCH_DEFAULTS: FetchSettings = {
  connectTimeoutMs: 5_000,
  headersTimeoutMs: 10_000,
  idleTimeoutMs: 10_000,
  totalTimeoutMs: 20_000,
  lateBytesMs: 20,
  maxWireBytes: 4 * MEBI,
  maxDecodedBytes: 8 * MEBI,
  maxRedirects: 5,
  maxUrlChars: MAX_URL_CHARS,
  allowedPorts: [80, 443],
  developmentHosts: [],
  userAgent: "wirefold/0.1 (+https://github.com/wirefold/wirefold)",
  acceptedMediaTypes: PAGE_MEDIA_TYPES,
  unpacksGzipFiles: false,
};
