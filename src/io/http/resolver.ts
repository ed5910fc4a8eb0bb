/* Names to addresses. */
import { Resolver } from "node:dns/promises";

/** @returns every address of a name, IPv4 first; empty where it has none; rejects where DNS does not answer */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

const NO_SUCH_NAME: ReadonlySet<string> = new Set(["ENOTFOUND", "ENODATA"]);
/** Two questions within half the time that connecting may take altogether. */
const QUESTIONS = 2;

/**
 * Asks the DNS servers of this machine themselves (c-ares), not through getaddrinfo: that would keep one of
 * libuv's four threads per slow name, which decompression needs, and would read /etc/hosts, where names of
 * this network may stand.
 * @param timeoutMs for one name
 * @param servers addresses with ports; default those of this machine
 */
export function createResolver(timeoutMs: number, servers?: readonly string[]): Resolve {
  const resolver = new Resolver({ timeout: Math.ceil(timeoutMs / QUESTIONS), tries: QUESTIONS });
  if (servers !== undefined) resolver.setServers(servers);
  return async (hostname) => {
    const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const addresses = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    if (addresses.length > 0) return addresses;
    const error = answers
      .map((answer) => (answer.status === "rejected" ? answer.reason : undefined))
      .find(isRealError);
    if (error !== undefined) throw error;
    return [];
  };
}

function isRealError(error: unknown): boolean {
  return error instanceof Error && !NO_SUCH_NAME.has(String((error as NodeJS.ErrnoException).code));
}
