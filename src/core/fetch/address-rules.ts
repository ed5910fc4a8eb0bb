/*
 * Which addresses a page may be fetched from: public unicast addresses, and nothing else.
 *
 * A URL, a redirect or a DNS answer from outside could point the fetcher at the machine itself, at its
 * neighbours or at a cloud's metadata service. So every address is held against IANA's special-purpose
 * registries (RFC 6890 and successors, as ipaddr.js lists them) before a connection, and again against
 * the peer that answered. Addresses that carry another address inside (mapped, NAT64, 6to4, Teredo) are
 * refused as a class, whatever is inside: no public site is reached only by them.
 */
import ipaddr from "ipaddr.js";

export type AddressVerdict =
  | { readonly kind: "allowed" }
  | {
      readonly kind: "refused";
      /** The class of the address: `private`, `loopback`, `linkLocal`, `own`, `not-an-address`, … */
      readonly reason: string;
    };

/** The only part of IPv6 from which global unicast addresses are given out (IANA, RFC 4291 section 2.4). */
const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR("2000::/3");

const ALLOWED: AddressVerdict = { kind: "allowed" };
const refused = (reason: string): AddressVerdict => ({ kind: "refused", reason });

/**
 * @param ip an address as a resolver or a socket writes it: dotted IPv4 or any spelling of IPv6
 * @param allowList addresses and CIDR ranges that are allowed although they are special; for development
 * @param ownAddresses this machine's addresses: refused even where they are public
 */
export function addressAllowed(
  ip: string,
  allowList: readonly string[] = [],
  ownAddresses: readonly string[] = [],
): AddressVerdict {
  const address = parseAddress(ip);
  if (address === undefined) return refused("not-an-address");
  if (allowList.some((range) => isInRange(address, range))) return ALLOWED;
  const range = address.range();
  if (range !== "unicast") return refused(range);
  // ipaddr.js calls every IPv6 address outside its list unicast, ::127.0.0.1 too.
  if (address instanceof ipaddr.IPv6 && !address.match(GLOBAL_UNICAST_V6)) return refused("not-global");
  if (ownAddresses.some((own) => isInRange(address, own))) return refused("own");
  return ALLOWED;
}

/** Both addresses are the same, however they are spelled. */
export function sameAddress(a: string, b: string): boolean {
  const first = parseAddress(a);
  const second = parseAddress(b);
  if (first === undefined || second === undefined) return false;
  return first.toNormalizedString() === second.toNormalizedString();
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Strict: `127.1`, `0x7f.0.0.1` and `017700000001` are addresses to some programs, and refused here. */
function parseAddress(ip: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(ip)) return ipaddr.IPv4.parse(ip);
  if (!ip.includes(":") || !ipaddr.IPv6.isValid(ip)) return undefined;
  return ipaddr.IPv6.parse(ip);
}

function isInRange(address: Address, range: string): boolean {
  const single = parseAddress(range);
  if (single !== undefined) return single.toNormalizedString() === address.toNormalizedString();
  if (!ipaddr.isValidCIDR(range)) throw new RangeError(`"${range}" is neither an address nor a CIDR range`);
  const [network, bits] = ipaddr.parseCIDR(range);
  if (address instanceof ipaddr.IPv4 && network instanceof ipaddr.IPv4) return address.match(network, bits);
  if (address instanceof ipaddr.IPv6 && network instanceof ipaddr.IPv6) return address.match(network, bits);
  return false;
}
