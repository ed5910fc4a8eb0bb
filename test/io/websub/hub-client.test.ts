import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FETCH_DEFAULTS } from "../../../src/io/http/fetch-settings.ts";
import type { SlotAnswer } from "../../../src/io/redis/frontier-slots.ts";
import { createHubClient } from "../../../src/io/websub/hub-client.ts";

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

let server: Server;
let port = 0;
let asked: Asked[] = [];
/** What is asked of the frontier, in order, and what it answers; `booked` where nothing is left. */
let slots: string[] = [];
let slotAnswers: SlotAnswer[] = [];
const frontier = {
  async reserveHostSlot(host: string): Promise<SlotAnswer> {
    slots.push(`book ${host}`);
    return slotAnswers.shift() ?? { kind: "booked" };
  },
  async beginHostSlot(): Promise<void> {},
  async releaseHostSlot(host: string, _token: string, verdict: string, retryAfterMs?: number): Promise<void> {
    slots.push(`release ${host} ${verdict}${retryAfterMs === undefined ? "" : ` ${retryAfterMs}`}`);
  },
};
/** Status, headers and body by path; of status 0 there is no answer. */
const answers = new Map<string, readonly [number, Record<string, string>, string]>([
  ["/hub", [202, {}, ""]],
  ["/moved", [307, { location: "/hub" }, ""]],
  ["/moved-for-good", [308, { location: "http://hub.example/hub" }, ""]],
  ["/elsewhere", [302, { location: "/hub" }, ""]],
  ["/inside", [307, { location: "http://10.0.0.1/hub" }, ""]],
  ["/circle", [307, { location: "/circle" }, ""]],
  ["/busy", [429, { "retry-after": "90" }, ""]],
  ["/down", [503, {}, ""]],
  ["/cut", [0, {}, ""]],
  ["/angry", [400, { "content-type": "text/plain" }, `no such\n\u0007topic ${"x".repeat(9_000)}`]],
]);

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    asked.push({ method, url, contentType: headers["content-type"], body: await text(request) });
    const [status, head, body] = answers.get(url ?? "") ?? [404, {}, ""];
    if (status === 0) return void request.socket.destroy();
    response.writeHead(status, head).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
beforeEach(() => {
  [asked, slots, slotAnswers] = [[], [], []];
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const ask = (url: string) => {
  const developmentHosts = [{ host: "*.example", address: "127.0.0.1", port }];
  const settings = { ...FETCH_DEFAULTS, developmentHosts, allowedPorts: [80, port] };
  const askHub = createHubClient(settings, {
    ...{ frontier, sleep: async () => undefined, now: () => 0 },
    resolve: async () => ["192.168.1.1"],
  });
  return askHub(url, new URLSearchParams({ "hub.mode": "subscribe", "hub.topic": "http://a.example/?b&c" }));
};

describe("asking a hub", () => {
  it("posts the form", async () => {
    expect(await ask("http://hub.example/hub")).toEqual({ kind: "accepted" });
    expect(asked).toEqual([
      {
        method: "POST",
        url: "/hub",
        contentType: "application/x-www-form-urlencoded",
        body: "hub.mode=subscribe&hub.topic=http%3A%2F%2Fa.example%2F%3Fb%26c",
      },
    ]);
  });

  it.each(["/moved", "/moved-for-good"])("posts it again where %s leads", async (path) => {
    expect(await ask(`http://hub.example${path}`)).toEqual({ kind: "accepted" });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${path}`, "POST /hub"]);
    expect(asked[1]?.body).toContain("hub.topic");
  });

  it.each([
    ["/elsewhere", "answered HTTP 302"],
    ["/missing", "answered HTTP 404"],
    ["/circle", "redirects more than 5 times"],
    ["/inside", "only public addresses"],
  ])("fails at %s: %s", async (path, message) => {
    expect(await ask(`http://hub.example${path}`)).toMatchObject({
      kind: "failed",
      message: expect.stringContaining(message),
    });
  });

  it("shows of what the hub says one short line", async () => {
    const answer = await ask("http://hub.example/angry");
    if (answer.kind !== "failed") throw new Error(answer.kind);
    expect(answer.message).toContain("answered HTTP 400: no such topic xxx");
    expect(answer.message.length).toBeLessThan(300);
  });

  it.each([
    "http://127.0.0.1:PORT/hub",
    "http://[::1]:PORT/hub",
    "http://2130706433:PORT/hub",
    "http://localhost:PORT/hub",
    "http://hub.test/hub",
    "http://169.254.169.254/hub",
    "http://hub.example:6379/hub",
    "ftp://hub.example/hub",
    "file:///etc/passwd",
    "http://user:word@hub.example/hub",
  ])("never reaches %s", async (url) => {
    expect((await ask(url.replace("PORT", String(port)))).kind).toBe("failed");
    expect(asked).toEqual([]);
  });
});

describe("a hub's host", () => {
  it("is asked in its slot, hop by hop", async () => {
    await ask("http://moved.example/moved-for-good");
    expect(slots).toEqual([
      ...["book moved.example", "release moved.example answered"],
      ...["book hub.example", "release hub.example answered"],
    ]);
  });

  it("is waited for, and left for the next turn where others go first", async () => {
    slotAnswers = [{ kind: "wait", waitMs: 1_000 }];
    expect(await ask("http://hub.example/hub")).toEqual({ kind: "accepted" });
    slotAnswers = Array.from({ length: 9 }, () => ({ kind: "wait", waitMs: 1_000 }) as const);
    expect(await ask("http://hub.example/hub")).toMatchObject({ kind: "postponed", waitMs: 2_000 });
    expect(asked).toHaveLength(1);
  });

  it("is not asked while it rests or is paused", async () => {
    slotAnswers = [{ kind: "wait", waitMs: 90_000 }];
    expect(await ask("http://hub.example/hub")).toMatchObject({ kind: "postponed", waitMs: 90_000 });
    slotAnswers = [{ kind: "paused" }];
    expect(await ask("http://hub.example/hub")).toMatchObject({ kind: "postponed" });
    expect(asked).toEqual([]);
  });

  it.each([
    ["/busy", "slow-down 90000"],
    ["/down", "slow-down 0"],
    ["/missing", "answered"],
    // No answer is no sign that a host has recovered.
    ["/cut", "failed"],
  ])("is given back with what its answer says of it: %s", async (path, verdict) => {
    expect(await ask(`http://hub.example${path}`)).toMatchObject({ kind: "failed" });
    expect(slots).toEqual(["book hub.example", `release hub.example ${verdict}`]);
  });

  it("is not asked where it is none, and books nothing", async () => {
    expect(await ask("ftp://hub.example/")).toMatchObject({ kind: "failed" });
    expect(slots).toEqual([]);
  });
});
