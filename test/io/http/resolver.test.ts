import { createServer } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FETCH_DEFAULTS } from "../../../src/io/http/fetch-settings.ts";
import { createPageFetcher } from "../../../src/io/http/page-fetcher.ts";
import { createResolver } from "../../../src/io/http/resolver.ts";
import { type DnsAnswer, startDnsServer } from "../../support/world/dns-server.ts";
import { SELF_SIGNED_CERTIFICATE, SELF_SIGNED_KEY } from "../../support/world/self-signed.ts";

const V6 = "2606:4700:0:0:0:0:0:1111";
const ZONE: Readonly<Record<string, { A: DnsAnswer; AAAA: DnsAnswer }>> = {
  "both.test": { A: ["8.8.8.8", "8.8.4.4"], AAAA: [V6] },
  "four.test": { A: ["8.8.8.8"], AAAA: [] },
  "six.test": { A: [], AAAA: [V6] },
  "half.test": { A: ["8.8.8.8"], AAAA: "SERVFAIL" },
  "broken.test": { A: "SERVFAIL", AAAA: "SERVFAIL" },
  "silent.test": { A: "silence", AAAA: "silence" },
  "local.test": { A: ["127.0.0.1"], AAAA: [] },
};
const SHORT_MS = 200;
const LONG_MS = 10_000;

let dns: Awaited<ReturnType<typeof startDnsServer>>;
beforeAll(async () => {
  dns = await startDnsServer((name, type) => ZONE[name]?.[type] ?? "NXDOMAIN");
});
afterAll(() => dns.close());

describe("resolving a name", () => {
  it.each([
    ["both.test", ["8.8.8.8", "8.8.4.4", "2606:4700::1111"]],
    ["four.test", ["8.8.8.8"]],
    ["six.test", ["2606:4700::1111"]],
    ["half.test", ["8.8.8.8"]],
    ["nobody.test", []],
  ])("gives all its addresses, IPv4 first: %s", async (name, addresses) => {
    expect(await createResolver(LONG_MS, [dns.address])(name)).toEqual(addresses);
  });

  it("fails where DNS fails", async () => {
    await expect(createResolver(LONG_MS, [dns.address])("broken.test")).rejects.toMatchObject({
      code: "ESERVFAIL",
    });
  });

  it.each([
    ["broken.test", { kind: "failed", error: "dns" }],
    ["silent.test", { kind: "failed", error: "dns" }],
    ["nobody.test", { kind: "failed", error: "dns", message: "host nobody.test has no address" }],
    ["local.test", { kind: "refused", rule: "address-not-allowed" }],
  ])("leads the fetcher to a named result: %s", async (name, expected) => {
    const settings = { ...FETCH_DEFAULTS, connectTimeoutMs: name === "silent.test" ? SHORT_MS : LONG_MS };
    const fetcher = createPageFetcher(settings, {
      resolve: createResolver(settings.connectTimeoutMs, [dns.address]),
    });
    expect(await fetcher.fetchPage(`http://${name}/`)).toMatchObject(expected);
  });
});

describe("TLS", () => {
  it("is asked for by the host's name although the connection is by address, and an untrusted host is refused", async () => {
    const namesAsked: string[] = [];
    const server = createServer({
      key: SELF_SIGNED_KEY,
      cert: SELF_SIGNED_CERTIFICATE,
      SNICallback: (name, done) => {
        namesAsked.push(name);
        done(null);
      },
    });
    server.on("tlsClientError", () => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const developmentHosts = [{ host: "secure.example", address: "127.0.0.1", port: address.port }];
    const fetcher = createPageFetcher({ ...FETCH_DEFAULTS, developmentHosts });
    const result = await fetcher.fetchPage("https://secure.example/");
    await new Promise((resolve) => server.close(resolve));
    expect(result).toMatchObject({
      kind: "failed",
      error: "tls",
      message: expect.stringContaining("self-signed"),
    });
    expect(namesAsked).toEqual(["secure.example"]);
  });
});
