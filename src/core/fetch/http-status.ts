/* HTTP statuses by what they mean to whoever asks (RFC 9110 section 15; 429 is RFC 6585 section 4). */

const FIRST_SUCCESS = 200;
const FIRST_REDIRECT = 300;
const FIRST_CLIENT_ERROR = 400;
const FIRST_SERVER_ERROR = 500;
const TOO_MANY_REQUESTS = 429;
const SERVICE_UNAVAILABLE = 503;

export const isSuccess = (status: number): boolean => status >= FIRST_SUCCESS && status < FIRST_REDIRECT;

export const isRedirect = (status: number): boolean =>
  status >= FIRST_REDIRECT && status < FIRST_CLIENT_ERROR;

export const isServerError = (status: number): boolean => status >= FIRST_SERVER_ERROR;

/**
 * The file that was asked for is not there for us. Not 429: that says "not now", and to read it as "there is none"
 * would answer a plea for fewer requests with more.
 */
export const isMissing = (status: number): boolean =>
  status >= FIRST_CLIENT_ERROR && !isServerError(status) && status !== TOO_MANY_REQUESTS;

/** The server has too much to do: whoever asks goes slower from here on. */
export const isPleaForRest = (status: number | undefined): boolean =>
  status === TOO_MANY_REQUESTS || status === SERVICE_UNAVAILABLE;
