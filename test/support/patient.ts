/** A loaded machine is slow everywhere at once: no limit of time may decide a test that is not about it. */
export const PATIENT = {
  CONNECT_TIMEOUT_MS: "60000",
  HEADERS_TIMEOUT_MS: "120000",
  IDLE_TIMEOUT_MS: "120000",
  FETCH_TIMEOUT_MS: "120000",
  SHUTDOWN_TIMEOUT_MS: "120000",
  EXTRACT_TIMEOUT_MS: "60000",
  WEBHOOK_TIMEOUT_MS: "60000",
  // A job that outlasts its lock is done twice, which changes nothing but how often a server is asked.
  JOB_LOCK_MS: "60000",
} as const;
