/* What the fetcher hands over of a page or feed, for stages that are tested without a network. */
import type { FetchedPage } from "../../src/io/http/fetch-result.ts";

/** Answered at once with status 200, and with no headers but those that are given. */
export const fetchedPage = (
  url: string,
  document: string,
  fields: Partial<FetchedPage> = {},
): FetchedPage => ({
  kind: "page",
  finalUrl: url,
  redirects: [],
  status: 200,
  contentType: undefined,
  body: Buffer.from(document),
  wireBytes: document.length,
  etag: undefined,
  lastModified: undefined,
  cacheControl: undefined,
  robotsTag: undefined,
  tdmReservation: undefined,
  tdmPolicy: undefined,
  ...fields,
});
