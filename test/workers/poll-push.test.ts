/* Hubs: subscriptions asked for and kept, pushes taken, and polls that count on them or do not. */
import { createHmac } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createLog } from "../../src/io/log.ts";
import { createFeedStore, type FeedStore } from "../../src/io/redis/feed-store.ts";
import type { HubAnswer } from "../../src/io/websub/hub-client.ts";
import { createSubscriptionStore, type SubscriptionStore } from "../../src/io/websub/subscription-store.ts";
import { createPollStage, type OfferedEntry } from "../../workers/poll.ts";
import { answerIntent, receivePush } from "../../workers/poll-push.ts";
import { askDue } from "../../workers/poll-websub.ts";
import { item, items, rss } from "../core/poll/documents.ts";
import { testRedis } from "../support/redis.ts";

const corner = testRedis();
afterAll(() => corner.close());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const URL = "https://harbour.example/feed";
const HUB = "https://hub.example/";
const HEAD = `<title>Harbour Post</title><atom:link rel="hub" href="${HUB}"/><atom:link rel="self" href="${URL}"/>`;
const document = (count: number, head = HEAD): string => rss(items(count), head);

let corners = 0;
let now = 0;
let feeds: FeedStore;
let subscriptions: SubscriptionStore;
let served = "";
/** What happens while a feed is fetched. */
let meanwhile: () => Promise<unknown>;
let offered: OfferedEntry[] = [];
let scheduled = 0;
let polledNow: string[] = [];
let asked: URLSearchParams[] = [];
let hubAnswer: HubAnswer = { kind: "accepted" };
/** Hubs that do not accept, whatever `hubAnswer` says. */
let silent: string[] = [];
let askedHubs: string[] = [];
let linkHeader: string | undefined;
let held: { urls?: string; documents?: string } = {};

beforeEach(async () => {
  const prefix = `${corner.prefix}-${corners++}`;
  const clock = () => now;
  now = Date.UTC(2024, 1, 1);
  feeds = createFeedStore({ redis: corner.redis, prefix, now: clock });
  subscriptions = createSubscriptionStore({ redis: corner.redis, prefix, feeds, now: clock });
  [offered, polledNow, asked] = [[], [], []];
  hubAnswer = { kind: "accepted" };
  [silent, askedHubs, linkHeader, held] = [[], [], undefined, {}];
  served = document(2);
  meanwhile = async () => undefined;
  await feeds.add({ url: URL, intervalMs: HOUR, minIntervalMs: MINUTE, maxIntervalMs: 6 * HOUR });
});

const deps = () => ({
  feeds,
  subscriptions,
  callbackBase: "https://news.example",
  async askHub(hub: string, form: URLSearchParams): Promise<HubAnswer> {
    asked.push(form);
    askedHubs.push(hub);
    return silent.includes(hub) ? { kind: "failed", message: "answered HTTP 500" } : hubAnswer;
  },
  async pollNow(feedUrl: string) {
    polledNow.push(feedUrl);
  },
  async offerUrls(entries: readonly OfferedEntry[]) {
    offered.push(...entries);
    return entries.map(() => ({ kind: "queued" }) as const);
  },
  heldBecause: async (what: "urls" | "documents") => held[what],
  log: createLog("silent"),
  now: () => now,
});

async function poll(afterMs = HOUR): Promise<void> {
  now += afterMs;
  offered = [];
  const stage = createPollStage({
    ...deps(),
    async fetchFeed(url) {
      await meanwhile();
      const body = Buffer.from(served);
      const none = { etag: undefined, lastModified: undefined, cacheControl: undefined };
      const rights = { robotsTag: undefined, tdmReservation: undefined, tdmPolicy: undefined };
      const contentType = "application/rss+xml";
      const wireBytes = body.length;
      return {
        kind: "page",
        finalUrl: url,
        redirects: [],
        status: 200,
        contentType,
        body,
        wireBytes,
        link: linkHeader,
        ...none,
        ...rights,
      };
    },
    async schedule(_url, everyMs) {
      scheduled = everyMs;
    },
    async unschedule() {},
    concurrency: 1,
  });
  await stage.work({ feedUrl: URL });
}
const feed = async () => {
  const found = await feeds.get(URL);
  if (!found) throw new Error("the feed is not followed");
  return found;
};
const idOfFeed = async (): Promise<string> => (await feed()).websubId ?? "";
const intent = async (mode: string, id?: string) =>
  answerIntent(
    deps(),
    id ?? (await idOfFeed()),
    new URLSearchParams({
      "hub.mode": mode,
      "hub.topic": URL,
      "hub.challenge": "c0ffee",
      "hub.lease_seconds": String(DAY / 1_000),
    }),
  );
async function push(text: string, id?: string, secret?: string) {
  offered = [];
  const to = id ?? (await idOfFeed());
  const key = secret ?? (await subscriptions.get(to))?.secret ?? "none";
  const signature = `sha256=${createHmac("sha256", key).update(text).digest("hex")}`;
  return receivePush(deps(), to, { signature, contentType: "application/rss+xml", body: Buffer.from(text) });
}
/** A feed that was read, and whose hub verified the subscription. */
async function subscribe(): Promise<void> {
  await poll();
  await askDue(deps());
  await intent("subscribe");
}
const offeredUrls = (): string[] => offered.map(({ url }) => url);

describe("a feed with a hub", () => {
  it("is subscribed to after its first poll, under an address of its own", async () => {
    await poll();
    expect(await askDue(deps())).toBe(1);
    expect(asked.map((form) => Object.fromEntries(form))).toMatchObject([
      {
        "hub.mode": "subscribe",
        "hub.topic": URL,
        "hub.callback": `https://news.example/websub/${await idOfFeed()}`,
      },
    ]);
    expect(await intent("subscribe")).toEqual({ kind: "confirmed", challenge: "c0ffee" });
    expect((await feed()).pushedUntil).toBe(now + DAY);
    await poll();
    expect(await askDue(deps())).toBe(0);
  });

  it("is not subscribed to again before its lease is nearly over", async () => {
    await subscribe();
    now += DAY / 2;
    expect(await askDue(deps())).toBe(0);
    now += (DAY * 3) / 10;
    expect(await askDue(deps())).toBe(1);
    await intent("subscribe");
    expect((await feed()).pushedUntil).toBe(now + DAY);
  });

  it("is let go of where it names no hub any more", async () => {
    await subscribe();
    const id = await idOfFeed();
    served = document(3, "<title>Harbour Post</title>");
    await poll();
    expect((await feed()).websubId).toBeNull();
    await askDue(deps());
    expect(asked.at(-1)?.get("hub.mode")).toBe("unsubscribe");
    expect(await intent("unsubscribe", id)).toEqual({ kind: "confirmed", challenge: "c0ffee" });
    expect(await subscriptions.get(id)).toBeUndefined();
  });

  it("is not confirmed to a hub that nobody asked", async () => {
    await poll();
    expect((await intent("unsubscribe")).kind).toBe("not-ours");
    expect((await intent("subscribe", "0".repeat(32))).kind).toBe("not-ours");
    expect((await feed()).pushedUntil).toBeNull();
  });
});

describe("a push", () => {
  it("offers what is new in it, and nothing twice, whatever comes after it", async () => {
    await subscribe();
    expect(await push(document(4))).toBe("taken");
    expect(offeredUrls()).toEqual(["https://harbour.example/ferry/2", "https://harbour.example/ferry/3"]);
    await push(document(4));
    expect(offered).toEqual([]);
    served = document(4);
    await poll();
    expect(offered).toEqual([]);
    expect(await feed()).toMatchObject({ entriesSeen: 4, lastPushedAt: now - HOUR });
  });

  it("of one entry has none of a large feed forgotten", async () => {
    served = document(300);
    await subscribe();
    await push(rss(items(301).slice(items(300).length)));
    expect(offeredUrls()).toEqual(["https://harbour.example/ferry/300"]);
    served = document(301);
    await poll();
    expect(offered).toEqual([]);
  });

  it("with a signature that is not the hub's is dropped, and nobody told", async () => {
    await subscribe();
    expect(await push(document(4), undefined, "guessed")).toBe("taken");
    expect(offered).toEqual([]);
    expect((await feed()).lastPushedAt).toBeNull();
  });

  it("that carries no feed has the feed polled", async () => {
    await subscribe();
    expect(await push("something happened")).toBe("taken");
    expect(polledNow).toEqual([URL]);
  });

  it("is not wanted for a feed that is paused, nor under an address that is unknown", async () => {
    await subscribe();
    const id = await idOfFeed();
    await feeds.setState(URL, "paused", "by hand");
    expect(await push(document(4), id)).toBe("gone");
    expect(await push(document(4), "0".repeat(32))).toBe("unknown");
    expect(offered).toEqual([]);
  });

  it("cut short by a crash is taken when the hub sends it again", async () => {
    await subscribe();
    const killed = {
      ...deps(),
      feeds: { ...feeds, remember: async () => Promise.reject(new Error("killed")) },
    };
    const id = await idOfFeed();
    const body = Buffer.from(document(3));
    const secret = (await subscriptions.get(id))?.secret ?? "";
    const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
    await expect(receivePush(killed, id, { signature, contentType: undefined, body })).rejects.toThrow(
      "killed",
    );
    await push(document(3));
    expect(offeredUrls()).toEqual(["https://harbour.example/ferry/2"]);
  });
});

describe("a push while intake is held", () => {
  const article = (number: number): string =>
    item(number, `<description>${"The ferry sails again at noon. ".repeat(40)}</description>`);

  it("is not taken where its entries are whole articles, and is when the hub sends it again", async () => {
    await feeds.changeSettings(URL, { fullText: true });
    await subscribe();
    held = { documents: "9 bytes of pages wait, the limit is 8" };
    expect(await push(document(4))).toBe("held");
    expect(offered).toEqual([]);
    expect((await feed()).lastPushedAt).toBeNull();
    held = {};
    expect(await push(document(4))).toBe("taken");
    expect(offered).toHaveLength(2);
  });

  it("is taken where it holds addresses, unless Redis is nearly full", async () => {
    await subscribe();
    held = { documents: "9 bytes of pages wait, the limit is 8" };
    expect(await push(document(4))).toBe("taken");
    held = { urls: "Redis uses 9 of 10 bytes" };
    expect(await push(document(5))).toBe("held");
    expect(offered).toEqual([]);
  });

  it("that fills the room itself is taken in parts, each entry once", async () => {
    await feeds.changeSettings(URL, { fullText: true });
    await subscribe();
    const many = rss(Array.from({ length: 50 }, (_, number) => article(number + 100)).join(""), HEAD);
    const parts: string[] = [];
    const answers: string[] = [];
    for (let time = 0; time < 5; time++) {
      let looks = 0;
      const filling = { ...deps(), heldBecause: async () => (++looks > 2 ? "no room" : undefined) };
      const id = await idOfFeed();
      const body = Buffer.from(many);
      const secret = (await subscriptions.get(id))?.secret ?? "";
      const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
      offered = [];
      answers.push(await receivePush(filling, id, { signature, contentType: "application/rss+xml", body }));
      parts.push(...offeredUrls());
    }
    expect(answers).toEqual(["held", "held", "taken", "taken", "taken"]);
    expect(parts).toEqual(
      Array.from({ length: 50 }, (_, number) => `https://harbour.example/ferry/${number + 100}`),
    );
    expect((await feed()).entriesSeen).toBe(2 + 50);
  });

  it("tells a forger nothing", async () => {
    await subscribe();
    held = { urls: "Redis uses 9 of 10 bytes", documents: "the same" };
    expect(await push(document(4), undefined, "guessed")).toBe("taken");
  });
});

describe("a feed with several hubs", () => {
  const OTHER = "https://other-hub.example/";
  const BOTH = `${HEAD}<atom:link rel="hub" href="${OTHER}"/>`;

  it("is subscribed to at the first, at the next where that fails, and not at both", async () => {
    served = document(2, BOTH);
    silent = [HUB];
    await poll();
    await askDue(deps());
    await askDue(deps());
    expect(askedHubs).toEqual([HUB, OTHER]);
    expect(await intent("subscribe")).toEqual({ kind: "confirmed", challenge: "c0ffee" });
    expect(await askDue(deps())).toBe(0);
    expect(await push(document(3, BOTH))).toBe("taken");
    expect(offered).toHaveLength(1);
    await poll();
    expect(await askDue(deps())).toBe(0);
  });

  it("has both asked in turn, ever later, while none answers", async () => {
    served = document(2, BOTH);
    silent = [HUB, OTHER];
    await poll();
    const times: number[] = [];
    const startedAt = now;
    for (let minute = 0; minute <= 40; minute++) {
      const before = askedHubs.length;
      await askDue(deps());
      await askDue(deps());
      times.push(...askedHubs.slice(before).map(() => (now - startedAt) / MINUTE));
      now += MINUTE;
    }
    expect(times).toEqual([0, 0, 10, 10, 30, 30]);
    expect(askedHubs).toEqual([HUB, OTHER, HUB, OTHER, HUB, OTHER]);
  });

  it("is subscribed to at the next where the first accepts and never verifies, or says no", async () => {
    served = document(2, BOTH);
    await poll();
    await askDue(deps());
    now += 10 * MINUTE;
    await askDue(deps());
    expect(askedHubs).toEqual([HUB, OTHER]);
    const denial = { "hub.mode": "denied", "hub.topic": URL, "hub.reason": "closing" };
    await answerIntent(deps(), await idOfFeed(), new URLSearchParams(denial));
    // All were asked: a week later again.
    expect(await askDue(deps())).toBe(0);
    now += 7 * DAY;
    await askDue(deps());
    expect(askedHubs.at(-1)).toBe(HUB);
  });

  it("is subscribed to at the next where its hub ends a lease that ran", async () => {
    served = document(2, BOTH);
    await subscribe();
    const denial = { "hub.mode": "denied", "hub.topic": URL, "hub.reason": "closing" };
    await answerIntent(deps(), await idOfFeed(), new URLSearchParams(denial));
    await askDue(deps());
    expect(askedHubs).toEqual([HUB, OTHER]);
    await intent("subscribe");
    await feeds.remove(URL);
    await askDue(deps());
    // Only the hub that has the subscription can end it.
    expect([askedHubs.at(-1), asked.at(-1)?.get("hub.mode")]).toEqual([OTHER, "unsubscribe"]);
  });
});

describe("a hub whose host is not to be asked now", () => {
  it("is asked later, and nothing of it counts as a try", async () => {
    await poll();
    hubAnswer = { kind: "postponed", waitMs: 90_000, message: "host hub.example is paused" };
    expect(await askDue(deps())).toBe(1);
    const before = await subscriptions.get(await idOfFeed());
    expect(before).toMatchObject({ state: "wanted", tries: 0, hub: HUB });
    expect(await askDue(deps())).toBe(0);
    now += 90_000;
    hubAnswer = { kind: "accepted" };
    expect(await askDue(deps())).toBe(1);
    expect(await subscriptions.get(await idOfFeed())).toMatchObject({ state: "asked", tries: 1 });
  });
});

describe("a feed whose headers name its hub", () => {
  it("is subscribed to there, under the topic that the headers name", async () => {
    const topic = "https://harbour.example/topic";
    linkHeader = `<${HUB}>; rel="hub", <${topic}>; rel="self"`;
    served = document(2, '<atom:link rel="hub" href="https://old.example/"/><title>Post</title>');
    await poll();
    await askDue(deps());
    expect([askedHubs, asked[0]?.get("hub.topic")]).toEqual([[HUB], topic]);
  });
});

describe("polls of a feed with a hub", () => {
  const nearly6Hours = expect.closeTo(6 * HOUR, -6.5);

  it("become as rare as its follower allows once the hub has brought something, and never stop", async () => {
    await subscribe();
    expect((await feed()).intervalDecidedBy).not.toBe("hub");
    await push(document(40));
    served = document(40);
    await poll();
    expect(await feed()).toMatchObject({ intervalMs: nearly6Hours, intervalDecidedBy: "hub" });
    expect(scheduled).toBe((await feed()).intervalMs);
  });

  it("come as often as before where they find what the hub did not bring", async () => {
    await subscribe();
    await push(document(40));
    served = document(40);
    await poll();
    served = document(80);
    await poll();
    expect(offered).toHaveLength(40);
    expect((await feed()).intervalDecidedBy).toBe("arrivals");
  });

  it("do not take for their own find what the hub brought while one of them was under way", async () => {
    await subscribe();
    await push(document(40));
    served = document(40);
    meanwhile = async () => {
      await push(document(80));
      now += MINUTE;
    };
    await poll();
    meanwhile = async () => undefined;
    served = document(80);
    await poll();
    expect(await feed()).toMatchObject({ hubDelivers: true, intervalDecidedBy: "hub" });
  });

  it("know how often entries came meanwhile when the lease ends", async () => {
    await subscribe();
    for (let hour = 1; hour <= 20; hour++) {
      now += HOUR;
      await push(document(2 + hour * 10));
    }
    served = document(202);
    await poll(5 * HOUR);
    expect(await feed()).toMatchObject({ pushedUntil: now - HOUR, intervalDecidedBy: "arrivals" });
    expect((await feed()).newPerDay).toBeGreaterThan(100);
  });

  it("come at once where the hub ended the subscription or let it lapse", async () => {
    await subscribe();
    await answerIntent(
      deps(),
      await idOfFeed(),
      new URLSearchParams({ "hub.mode": "denied", "hub.topic": URL, "hub.reason": "closing" }),
    );
    expect(polledNow).toEqual([URL]);
    expect((await feed()).pushedUntil).toBeNull();
    await feeds.setState(URL, "paused", null);
    await feeds.setState(URL, "active", null);
    await subscribe();
    hubAnswer = { kind: "failed", message: "answered HTTP 500" };
    now += DAY;
    polledNow = [];
    await askDue(deps());
    expect(polledNow).toEqual([URL]);
    expect((await feed()).pushedUntil).toBeNull();
  });
});

describe("a feed that has moved", () => {
  it("is polled at its new address where the hub ends the subscription", async () => {
    await subscribe();
    const target = "https://harbour.example/new";
    await feeds.move(URL, target);
    const query = new URLSearchParams({ "hub.mode": "denied", "hub.topic": URL });
    await answerIntent(deps(), await idOfFeed(), query);
    expect(polledNow).toEqual([target]);
  });
});

describe("a feed whose lease lapses", () => {
  it("is polled although the process was killed that noticed it", async () => {
    await subscribe();
    now += DAY;
    const killed = { ...deps(), pollNow: () => Promise.reject(new Error("killed")) };
    await expect(askDue(killed)).rejects.toThrow("killed");
    now += HOUR;
    await askDue(deps());
    expect(polledNow).toEqual([URL]);
  });
});

describe("a hub that cannot be told of an unsubscription", () => {
  it("is asked five times, then left to let the lease run out", async () => {
    await subscribe();
    const id = await idOfFeed();
    await feeds.remove(URL);
    hubAnswer = { kind: "failed", message: "answered HTTP 500" };
    asked = [];
    for (let turn = 0; turn < 10; turn++) {
      now += 3 * HOUR;
      await askDue(deps());
    }
    expect(asked).toHaveLength(5);
    expect(await subscriptions.get(id)).toBeUndefined();
  });
});
