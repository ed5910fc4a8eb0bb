/*
 * The only way from the fetcher to a socket.
 *
 *   host ─▶ IP literal? ──yes──▶ check ─┐
 *             └─no─▶ resolve once ─▶ check every answer ─▶ connect to a checked address ─▶ check the peer
 *
 * undici's own `lookup` option is not enough: Node never calls it for an IP literal. And a name is resolved
 * here once and connected to by address, so that a second, other DNS answer (rebinding) has no moment in
 * which it would be believed. One bad address among good ones refuses the host: it is an attack or a mistake.
 */
import { isIP, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import type { TLSSocket } from "node:tls";
import { buildConnector } from "undici";
import { addressAllowed, sameAddress } from "../../core/fetch/address-rules.ts";
import { developmentHostOf } from "../../core/fetch/development-hosts.ts";
import { failedBy, refusedBy } from "./fetch-result.ts";
import type { FetchSettings } from "./fetch-settings.ts";
import type { Resolve } from "./resolver.ts";

export interface ConnectorDeps {
  readonly resolve: Resolve;
  /** This machine's addresses; read anew for each connection, since they may change. */
  readonly ownAddresses?: () => readonly string[];
}

/** A host's first addresses are tried in turn within the connect timeout; more would leave too little for each. */
const MAX_ADDRESSES_TRIED = 3;

function addressesOfThisMachine(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
}

interface Target {
  readonly addresses: readonly string[];
  /** Replaces the URL's port; only for development hosts. */
  readonly port?: number;
  readonly isDevelopmentHost: boolean;
}

/** @returns undici's `connect` option; its errors are FetchStopped or the socket's own */
export function createGuardedConnector(
  settings: FetchSettings,
  deps: ConnectorDeps,
): buildConnector.connector {
  const ownAddresses = deps.ownAddresses ?? addressesOfThisMachine;
  const connectors = Array.from({ length: MAX_ADDRESSES_TRIED }, (_, tried) =>
    buildConnector({ timeout: Math.ceil(settings.connectTimeoutMs / (tried + 1)) }),
  );

  async function connect(options: buildConnector.Options): Promise<Socket | TLSSocket> {
    const hostname = options.hostname.replace(/^\[|\]$/g, "");
    const target = await targetOf(hostname, settings, deps.resolve, ownAddresses());
    const addresses = target.addresses.slice(0, MAX_ADDRESSES_TRIED);
    const connector = connectors[addresses.length - 1] as buildConnector.connector;
    const port = target.port === undefined ? options.port : String(target.port);
    let lastError: unknown;
    for (const address of addresses) {
      try {
        // TLS checks the certificate against `host`, which keeps the URL's name.
        const socket = await connectOnce(connector, { ...options, hostname: address, port });
        return checkedPeer(socket, address, hostname, target, ownAddresses());
      } catch (error) {
        lastError = error;
      }
    }
    throw lastError;
  }

  return (options, callback) => {
    connect(options).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

const connectOnce = (
  connector: buildConnector.connector,
  options: buildConnector.Options,
): Promise<Socket | TLSSocket> =>
  new Promise((resolve, reject) => {
    connector(options, (...[error, socket]) => (error === null ? resolve(socket) : reject(error)));
  });

async function targetOf(
  hostname: string,
  settings: FetchSettings,
  resolve: Resolve,
  own: readonly string[],
): Promise<Target> {
  const development = developmentHostOf(hostname, settings.developmentHosts);
  if (development !== undefined)
    return { addresses: [development.address], port: development.port, isDevelopmentHost: true };
  const addresses = isIP(hostname) === 0 ? await resolveInTime(hostname, settings, resolve) : [hostname];
  for (const address of addresses) refuseUnlessPublic(address, hostname, own);
  return { addresses, isDevelopmentHost: false };
}

function refuseUnlessPublic(address: string, hostname: string, own: readonly string[]): void {
  const verdict = addressAllowed(address, [], own);
  if (verdict.kind === "refused")
    throw refusedBy(
      "address-not-allowed",
      `address ${address} of host ${hostname} is ${verdict.reason}; only public addresses are fetched`,
    );
}

async function resolveInTime(
  hostname: string,
  settings: FetchSettings,
  resolve: Resolve,
): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const late = failedBy("dns", `no address for host ${hostname} within ${settings.connectTimeoutMs} ms`);
    timer = setTimeout(() => reject(late), settings.connectTimeoutMs);
  });
  try {
    const addresses = await Promise.race([resolve(hostname), timeout]);
    if (addresses.length === 0) throw failedBy("dns", `host ${hostname} has no address`);
    return addresses;
  } finally {
    clearTimeout(timer);
  }
}

/** The peer must be the address that was checked: a proxy or a redirect rule between might have changed it. */
function checkedPeer(
  socket: Socket | TLSSocket,
  address: string,
  hostname: string,
  target: Target,
  own: readonly string[],
): Socket | TLSSocket {
  const peer = socket.remoteAddress;
  try {
    if (peer === undefined)
      throw failedBy("connection-lost", `host ${hostname} closed the connection at once`);
    if (!sameAddress(peer, address))
      throw refusedBy("address-not-allowed", `host ${hostname}: asked ${address}, but ${peer} answered`);
    if (!target.isDevelopmentHost) refuseUnlessPublic(peer, hostname, own);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
