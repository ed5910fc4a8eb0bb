/*
 * Hosts that may be fetched although they are local: for development, the demo and tests. Off by default.
 * Each stands with the one address and port to connect to, so that allowing `*.example` opens a single
 * local server and never the whole machine.
 */

export interface DevelopmentHost {
  /** A host name, or `*.` and the domain above the hosts. Lower case. */
  readonly host: string;
  /** The IP literal to connect to. */
  readonly address: string;
  /** The port to connect to, whatever port the URL names; 1 to 65535. */
  readonly port: number;
}

const ENTRY = /^([^\s=,]+)=(\[[0-9a-fA-F:.]+\]|[0-9.]+):(\d{1,5})$/;
const HIGHEST_PORT = 65_535;

/**
 * @param text `host=address:port`, separated by commas; an IPv6 address stands in brackets
 * @throws RangeError where an entry has another shape: this is an operator's setting, not input from outside
 */
export function parseDevelopmentHosts(text: string): readonly DevelopmentHost[] {
  const entries = text.split(",").filter((entry) => entry.trim() !== "");
  return entries.map((entry) => {
    const [, host, address, port] = ENTRY.exec(entry.trim()) ?? [];
    if (host === undefined || address === undefined || port === undefined)
      throw new RangeError(`"${entry}" is not host=address:port`);
    if (Number(port) === 0 || Number(port) > HIGHEST_PORT)
      throw new RangeError(`port ${port} in "${entry}" is not within 1 to ${HIGHEST_PORT}`);
    return { host: host.toLowerCase(), address: address.replace(/^\[|\]$/g, ""), port: Number(port) };
  });
}

/** @param hostname as the WHATWG parser writes it; the first entry that fits counts */
export function developmentHostOf(
  hostname: string,
  hosts: readonly DevelopmentHost[],
): DevelopmentHost | undefined {
  return hosts.find(({ host }) =>
    host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host,
  );
}
