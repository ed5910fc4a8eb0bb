/* No spelling of a forbidden address leads to a connection: not by itself, not by a redirect, not by DNS. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addressAllowed } from "../../../src/core/fetch/address-rules.ts";
import { FETCH_DEFAULTS } from "../../../src/io/http/fetch-settings.ts";
import { createRightsFileFetcher } from "../../../src/io/http/host-rights.ts";
import { createPageFetcher, type PageFetcher } from "../../../src/io/http/page-fetcher.ts";
import { createRobotsFetcher } from "../../../src/io/http/robots-fetcher.ts";
import { createHubClient } from "../../../src/io/websub/hub-client.ts";
import * as good from "../../support/world/answers.ts";
import { startWorld, type World } from "../../support/world/world.ts";
import { FORBIDDEN, LOCAL_NAMES, NOT_ADDRESSES } from "./forbidden-addresses.ts";

const LEAST_SPELLINGS = 60;
/** A public address that plays this machine's own; nothing may ever be sent to it, and the test proves it. */
const OWN_ADDRESS = "9.9.9.9";

let world: World;
let canary: Server;
let canaryPort = 0;
let canaryVisits = 0;
let socketsOpened = 0;
const countSocket = (): void => {
  socketsOpened++;
};

/** Where the world's one host redirects to, and what DNS answers. */
let location = "";
let dnsAnswer: readonly string[] = [];

beforeAll(async () => {
  world = await startWorld(() => (request, wire) => good.redirect(location)(request, wire));
  canary = createServer((wire) => {
    canaryVisits++;
    wire.destroy();
  });
  // All addresses of this machine, IPv4 and IPv6.
  await new Promise<void>((resolve) =>
    canary.listen(0, "::", resolve).once("error", () => canary.listen(0, resolve)),
  );
  const address = canary.address();
  if (address === null || typeof address === "string") throw new Error("the canary does not listen");
  canaryPort = address.port;
  subscribe("net.client.socket", countSocket);
});
afterAll(async () => {
  unsubscribe("net.client.socket", countSocket);
  await world.close();
  await new Promise((resolve) => canary.close(resolve));
});
beforeEach(() => {
  canaryVisits = 0;
  socketsOpened = 0;
});

function fetcher(): PageFetcher {
  return createPageFetcher(
    { ...FETCH_DEFAULTS, developmentHosts: world.developmentHosts, allowedPorts: [80, 443, canaryPort] },
    { resolve: async () => dnsAnswer, ownAddresses: () => [OWN_ADDRESS] },
  );
}

const REFUSED = { kind: "refused", rule: "address-not-allowed" };

describe("a forbidden address", () => {
  it("is spelled in many ways here", () => {
    expect(FORBIDDEN.length).toBeGreaterThanOrEqual(LEAST_SPELLINGS);
  });

  it.each(FORBIDDEN)("is never asked as a URL: $what, $inUrl", async ({ inUrl, inDns }) => {
    dnsAnswer = [inDns];
    for (const scheme of ["http", "https"])
      expect(await fetcher().fetchPage(`${scheme}://${inUrl}:${canaryPort}/`)).toMatchObject(REFUSED);
    expect([socketsOpened, canaryVisits]).toEqual([0, 0]);
  });

  it.each(FORBIDDEN)("is never asked by a redirect: $what, $inUrl", async ({ inUrl, inDns }) => {
    dnsAnswer = [inDns];
    location = `http://${inUrl}:${canaryPort}/`;
    expect(await fetcher().fetchPage("http://public.example/")).toMatchObject(REFUSED);
    // The one socket is the redirecting host's own.
    expect([socketsOpened, canaryVisits]).toEqual([1, 0]);
  });

  it.each(FORBIDDEN)("is never asked by a DNS answer: $what, $inDns", async ({ inDns }) => {
    dnsAnswer = [inDns];
    expect(await fetcher().fetchPage(`http://rebound.test:${canaryPort}/`)).toMatchObject(REFUSED);
    dnsAnswer = ["8.8.8.8", inDns];
    expect(await fetcher().fetchPage(`http://rebound.test:${canaryPort}/`)).toMatchObject(REFUSED);
    expect([socketsOpened, canaryVisits]).toEqual([0, 0]);
  });

  it.each(NOT_ADDRESSES)("is not guessed at where DNS answers nonsense: %j", async (answer) => {
    dnsAnswer = [answer];
    expect(await fetcher().fetchPage(`http://odd.test:${canaryPort}/`)).toMatchObject(REFUSED);
    expect([socketsOpened, canaryVisits]).toEqual([0, 0]);
  });

  it.each(LOCAL_NAMES)("is not reached by a local name: %s", async (name) => {
    dnsAnswer = ["::1", "127.0.0.1"];
    expect(await fetcher().fetchPage(`http://${name}:${canaryPort}/`)).toMatchObject(REFUSED);
    expect([socketsOpened, canaryVisits]).toEqual([0, 0]);
  });

  it("is this machine's own, even where it is public", async () => {
    dnsAnswer = [OWN_ADDRESS];
    const own = { ...REFUSED, message: expect.stringContaining("own") };
    expect(await fetcher().fetchPage("http://self.test/")).toMatchObject(own);
    expect(await fetcher().fetchPage(`http://${OWN_ADDRESS}/`)).toMatchObject(own);
    expect(socketsOpened).toBe(0);
  });

  it.each(FORBIDDEN)("is never asked as a hub: $what, $inUrl", async ({ inUrl, inDns }) => {
    const settings = { ...FETCH_DEFAULTS, allowedPorts: [80, canaryPort] };
    const deps = {
      frontier: {
        reserveHostSlot: async () => ({ kind: "booked" }) as const,
        beginHostSlot: async () => undefined,
        releaseHostSlot: async () => undefined,
      },
      ...{ sleep: async () => undefined, now: () => 0 },
      ...{ resolve: async () => [inDns], ownAddresses: () => [OWN_ADDRESS] },
    };
    for (const host of [inUrl, "hub.test"]) {
      const answer = await createHubClient(settings, deps)(
        `http://${host}:${canaryPort}/`,
        new URLSearchParams(),
      );
      expect(answer).toMatchObject({
        kind: "failed",
        message: expect.stringContaining("only public addresses"),
      });
    }
    expect([socketsOpened, canaryVisits]).toEqual([0, 0]);
  });

  it("is not asked for its robots.txt or files on rights either", async () => {
    const settings = { ...FETCH_DEFAULTS, allowedPorts: [canaryPort] };
    const deps = { resolve: async () => ["127.0.0.1"] };
    const follow = async () => ({ kind: "follow" }) as const;
    for (const host of [`127.0.0.1:${canaryPort}`, `local.test:${canaryPort}`]) {
      await createRobotsFetcher(settings, deps)(`http://${host}/robots.txt`, follow);
      await createRightsFileFetcher(settings, deps)(`http://${host}/.well-known/tdmrep.json`, follow);
    }
    expect([socketsOpened, canaryVisits]).toEqual([0, 0]);
  });
});

describe("the connected peer", () => {
  it("must be the address that was checked", async () => {
    // Whoever connects to 0.0.0.0 is answered by 127.0.0.1: another peer than was asked for, without a trick.
    const other = { host: "other.example", address: "0.0.0.0", port: world.port };
    const settings = { ...FETCH_DEFAULTS, developmentHosts: [other] };
    const before = world.requests.length;
    expect(await createPageFetcher(settings).fetchPage("http://other.example/")).toEqual({
      ...REFUSED,
      message: "host other.example: asked 0.0.0.0, but 127.0.0.1 answered",
    });
    expect(socketsOpened).toBe(1);
    expect(world.requests).toHaveLength(before);
  });
});

describe("DNS", () => {
  it("is asked once per request: the connection goes to the address that was checked, whatever comes next", async () => {
    const connectedTo: unknown[] = [];
    // Nothing is sent to the public address: the socket ends instead of connecting.
    const endAtOnce = (message: unknown): void => {
      const { socket } = message as { socket: Socket };
      const connect = ([options]: [{ host?: string }]): Socket => {
        connectedTo.push(options.host);
        return socket.destroy(Object.assign(new Error("no route"), { code: "ENETUNREACH" }));
      };
      Object.defineProperty(socket, "connect", { value: connect });
    };
    let questions = 0;
    const resolve = async (): Promise<readonly string[]> => {
      questions++;
      return questions === 1 ? ["8.8.8.8"] : ["127.0.0.1"];
    };
    subscribe("net.client.socket", endAtOnce);
    const result = await createPageFetcher(FETCH_DEFAULTS, { resolve }).fetchPage("http://rebinding.test/");
    unsubscribe("net.client.socket", endAtOnce);
    expect(result).toMatchObject({ kind: "failed", error: "connect" });
    expect([connectedTo, questions]).toEqual([["8.8.8.8"], 1]);
  });
});

describe("an allowed address", () => {
  it.each(["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001:81b::2004"])(
    "is public: %s",
    (ip) => {
      expect(addressAllowed(ip)).toEqual({ kind: "allowed" });
    },
  );

  it("may be named by a list, by itself or as a range", () => {
    expect(addressAllowed("127.0.0.1", ["127.0.0.0/8"])).toEqual({ kind: "allowed" });
    expect(addressAllowed("::1", ["127.0.0.0/8", "::1"])).toEqual({ kind: "allowed" });
    expect(addressAllowed("10.0.0.1", ["127.0.0.0/8"])).toEqual({ kind: "refused", reason: "private" });
    expect(addressAllowed("::ffff:127.0.0.1", ["127.0.0.0/8"])).toEqual({
      kind: "refused",
      reason: "ipv4Mapped",
    });
  });

  it("is never named by a list that is no list of addresses", () => {
    expect(() => addressAllowed("8.8.8.8", ["localhost"])).toThrow('"localhost" is neither');
  });
});
