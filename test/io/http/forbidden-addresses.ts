/*
 * Addresses that must never be connected to, each as a URL may spell it and as DNS may answer it.
 * Sources: RFC 6890 and IANA's special-purpose registries; the host parser of the WHATWG URL Standard.
 */

export interface Forbidden {
  readonly what: string;
  /** As the host of a URL. */
  readonly inUrl: string;
  /** As an answer of DNS. */
  readonly inDns: string;
}

const v4 = (what: string, inDns: string, ...spellings: readonly string[]): Forbidden[] =>
  [inDns, ...spellings].map((inUrl) => ({ what, inUrl, inDns }));

const v6 = (what: string, inDns: string, ...spellings: readonly string[]): Forbidden[] =>
  [inDns, ...spellings].map((address) => ({ what, inUrl: `[${address}]`, inDns: address }));

/** At most one spelling of these could reach a canary on this machine; all must be refused before a socket exists. */
export const FORBIDDEN: readonly Forbidden[] = [
  ...v4("loopback", "127.0.0.1", "127.1", "127.0.1", "127.0.0.1.", "0x7f.0.0.1", "0x7f000001", "0X7F.1"),
  ...v4("loopback", "127.0.0.1", "0177.0.0.1", "017700000001", "2130706433", "0177.0x0.0.1", "127.0x1"),
  ...v4(
    "loopback in other digits",
    "127.0.0.1",
    "①②⑦.⓪.⓪.①",
    "１２７.０.０.１",
    "127。0。0。1",
    "127．0．0．1",
  ),
  ...v4("loopback with escapes", "127.0.0.1", "%31%32%37.0.0.1", "127%2e0%2E0.1"),
  ...v4("the rest of loopback", "127.255.255.254", "127.254", "127.0.0.53"),
  ...v4("unspecified", "0.0.0.0", "0", "0x0", "00.0.0.0"),
  ...v4("this network", "0.1.2.3"),
  ...v4("private 10/8", "10.0.0.1", "10.1", "0xa.1", "167772161"),
  ...v4("private 172.16/12", "172.16.0.1", "172.31.255.254", "0254.16.1"),
  ...v4("private 192.168/16", "192.168.1.1", "192.168.257", "3232235777"),
  ...v4("link-local, cloud metadata", "169.254.169.254", "169.254.43518", "0xa9fea9fe", "2852039166"),
  ...v4("shared address space", "100.64.0.1", "100.127.255.254"),
  ...v4("IETF protocol assignments", "192.0.0.1"),
  ...v4("documentation", "192.0.2.1", "198.51.100.1", "203.0.113.1"),
  ...v4("6to4 relay anycast", "192.88.99.1"),
  ...v4("benchmarking", "198.18.0.1", "198.19.255.254"),
  ...v4("multicast", "224.0.0.1", "239.255.255.250"),
  ...v4("reserved", "240.0.0.1", "0xf0000001"),
  ...v4("broadcast", "255.255.255.255", "0xffffffff", "4294967295"),
  ...v6("loopback", "::1", "0:0:0:0:0:0:0:1", "0000::0001", "::0.0.0.1"),
  ...v6("unspecified", "::", "0::0"),
  ...v6("mapped", "::ffff:127.0.0.1", "::ffff:7f00:1", "0:0:0:0:0:ffff:7f00:0001", "::FFFF:10.0.0.1"),
  ...v6("mapped public", "::ffff:8.8.8.8", "::ffff:808:808"),
  ...v6("compatible", "::127.0.0.1", "::7f00:1"),
  ...v6("translated", "::ffff:0:127.0.0.1", "::ffff:0:7f00:1"),
  ...v6("NAT64", "64:ff9b::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1"),
  ...v6("6to4", "2002:7f00:1::", "2002:7f00:0001::1", "2002:a00:1::1"),
  ...v6("Teredo", "2001::7f00:1", "2001:0:4136:e378:8000:63bf:80ff:fffe"),
  ...v6("link-local", "fe80::1", "febf::1"),
  ...v6("unique local", "fc00::1", "fd12:3456:789a::1"),
  ...v6("cloud metadata", "fd00:ec2::254"),
  ...v6("site-local", "fec0::1"),
  ...v6("multicast", "ff02::1", "ff0e::1"),
  ...v6("discard only", "100::1"),
  ...v6("documentation", "2001:db8::1", "3fff::1"),
  ...v6("ORCHID", "2001:10::1", "2001:20::1"),
  ...v6("benchmarking", "2001:2::1"),
  ...v6("segment routing", "5f00::1"),
  ...v6("not given out", "4000::1", "e000::1"),
];

/** Answers that no resolver should give: they are refused, not guessed at. */
export const NOT_ADDRESSES: readonly string[] = [
  ...[
    "127.1",
    "0x7f000001",
    "017700000001",
    "2130706433",
    "localhost",
    "",
    "127.0.0.1:80",
    "[::1]",
    "::1%lo",
  ],
  ...["fe80::1%eth0", " 127.0.0.1", "127.0.0.1\n", "1.2.3.4.5"],
];

/** Names that mean this machine; a resolver answers them with loopback. */
export const LOCAL_NAMES: readonly string[] = [
  ...["localhost", "LOCALHOST", "localhost.", "a.localhost", "localhost.localdomain", "ip6-localhost"],
];
