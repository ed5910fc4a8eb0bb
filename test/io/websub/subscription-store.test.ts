import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createFeedStore, type FeedStore } from "../../../src/io/redis/feed-store.ts";
import { feedKeys } from "../../../src/io/redis/keys.ts";
import type { SubscriptionRecord } from "../../../src/io/websub/subscription-record.ts";
import {
  createSubscriptionStore,
  type SubscriptionStore,
} from "../../../src/io/websub/subscription-store.ts";
import { testRedis } from "../../support/redis.ts";

const corner = testRedis();
afterAll(() => corner.close());

const MINUTE = 60_000;
const DAY = 86_400_000;
const URL = "https://harbour.example/feed";
const HUB = "https://hub.example/";

let corners = 0;
let prefix = "";
let now = 1_700_000_000_000;
let feeds: FeedStore;
let store: SubscriptionStore;

beforeEach(async () => {
  prefix = `${corner.prefix}-${corners++}`;
  const clock = () => now;
  feeds = createFeedStore({ redis: corner.redis, prefix, now: clock });
  store = createSubscriptionStore({ redis: corner.redis, prefix, feeds, now: clock });
  await feeds.add({ url: URL, intervalMs: MINUTE, minIntervalMs: MINUTE, maxIntervalMs: DAY });
});

const feed = async (url = URL) => {
  const found = await feeds.get(url);
  if (!found) throw new Error(`${url} is not followed`);
  return found;
};
async function current(): Promise<SubscriptionRecord> {
  const found = await store.get((await feed()).websubId ?? "");
  if (!found) throw new Error("there is no subscription");
  return found;
}
const allIds = async (): Promise<string[]> =>
  (await corner.redis.keys(feedKeys(prefix).subscription("*"))).map((key) => key.slice(-32));
const dueAt = async (id: string): Promise<number> =>
  Number(await corner.redis.zscore(feedKeys(prefix).subscriptionsDue(), id));

describe("a feed that names a hub", () => {
  it("has one subscription, however many polls see the hub at once", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => store.want(URL, [HUB], URL)));
    expect(answers.filter((answer) => answer === "asked")).toHaveLength(1);
    expect(await allIds()).toHaveLength(1);
    expect(await current()).toMatchObject({ hub: HUB, topic: URL, mode: "subscribe", state: "wanted" });
  });

  it("has a secret and an address of its own that nobody can guess", async () => {
    await store.want(URL, [HUB], URL);
    const { id, secret } = await current();
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    await store.release(URL);
    await store.want(URL, [HUB], URL);
    expect((await current()).id).not.toBe(id);
    expect((await current()).secret).not.toBe(secret);
  });

  it("is subscribed to anew where it names another hub, and the old one is told", async () => {
    await store.want(URL, [HUB], URL);
    const old = await current();
    await store.confirmed(old, DAY);
    expect(await store.want(URL, ["https://other.example/"], URL)).toBe("asked");
    expect(await store.get(old.id)).toMatchObject({ mode: "unsubscribe", state: "wanted" });
    expect(await current()).toMatchObject({ hub: "https://other.example/", leaseUntil: null });
    expect((await feed()).pushedUntil).toBeNull();
  });

  it("has none while it is not read", async () => {
    await feeds.setState(URL, "paused", "by hand");
    expect(await store.want(URL, [HUB], URL)).toBe("not-active");
    expect(await allIds()).toEqual([]);
  });

  it("keeps it when it moves", async () => {
    await store.want(URL, [HUB], URL);
    const subscription = await current();
    await feeds.move(URL, "https://new.example/feed");
    expect(await store.confirmed(subscription, DAY)).toBe(true);
    expect(await feed("https://new.example/feed")).toMatchObject({ pushedUntil: now + DAY });
  });
});

describe("a subscription", () => {
  it("is due at once, for one process at a time", async () => {
    await store.want(URL, [HUB], URL);
    const [one, two] = await Promise.all([store.claimDue(5), store.claimDue(5)]);
    expect([...one, ...two]).toHaveLength(1);
    now += 5 * MINUTE;
    expect(await store.claimDue(5)).toHaveLength(1);
  });

  it("is asked for again, ever later, until its hub verifies", async () => {
    await store.want(URL, [HUB], URL);
    await store.asking(await current());
    const { id } = await current();
    expect(await dueAt(id)).toBe(now + 10 * MINUTE);
    await store.asking(await current());
    expect(await dueAt(id)).toBe(now + 20 * MINUTE);
    await store.confirmed(await current(), 10 * DAY);
    expect(await current()).toMatchObject({ state: "active", tries: 0, leaseUntil: now + 10 * DAY });
    expect(await dueAt(id)).toBe(now + 8 * DAY);
    expect((await feed()).pushedUntil).toBe(now + 10 * DAY);
  });

  it("stays verified where the hub verifies before it answers the request, whatever it answers", async () => {
    await store.want(URL, [HUB], URL);
    const asked = await current();
    await store.asking(asked);
    await store.confirmed(asked, DAY);
    await store.failed(asked, "answered HTTP 500");
    expect(await current()).toMatchObject({ state: "active", tries: 0 });
  });

  it("that was denied is no push, and is asked for again after a week", async () => {
    await store.want(URL, [HUB], URL);
    await store.confirmed(await current(), DAY);
    await store.denied(await current(), "not any more");
    expect(await current()).toMatchObject({ state: "denied", message: "not any more" });
    expect(await feed()).toMatchObject({ pushedUntil: null, hubDelivers: false });
    expect(await dueAt((await current()).id)).toBe(now + 7 * DAY);
  });

  it("has the lease that is wished for where its hub names none", async () => {
    await store.want(URL, [HUB], URL);
    await store.confirmed(await current(), null);
    expect((await current()).leaseUntil).toBe(now + 10 * DAY);
  });
});

describe("a feed that is not read any more", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["removed", () => feeds.remove(URL)],
    ["paused by a person", () => feeds.setState(URL, "paused", "by hand")],
    ["paused after failures", () => feeds.settle(URL, { state: "paused" })],
    ["ended", () => feeds.settle(URL, { state: "ended" })],
  ])("has its hub told where it was %s", async (_, stop) => {
    await store.want(URL, [HUB], URL);
    const subscription = await current();
    await store.confirmed(subscription, DAY);
    now += MINUTE;
    await stop();
    expect(await store.claimDue(5)).toMatchObject([{ id: subscription.id, mode: "unsubscribe" }]);
    // A late answer to the subscription changes nothing.
    expect(await store.confirmed(subscription, DAY)).toBe(false);
    const after = await store.get(subscription.id);
    if (!after) throw new Error("the subscription is forgotten before its hub was told");
    await store.ended(after);
    expect(await allIds()).toEqual([]);
    expect(await store.claimDue(5)).toEqual([]);
  });

  it("leaves nothing to tell where the hub never verified", async () => {
    await store.want(URL, [HUB], URL);
    await feeds.remove(URL);
    expect(await allIds()).toEqual([]);
    expect(await store.claimDue(5)).toEqual([]);
  });

  it("has its hub told where it moved to a feed that is followed already", async () => {
    const other = "https://other.example/feed";
    await feeds.add({ url: other, intervalMs: MINUTE, minIntervalMs: MINUTE, maxIntervalMs: DAY });
    await store.want(URL, [HUB], URL);
    await store.confirmed(await current(), DAY);
    await feeds.move(URL, other);
    expect(await store.claimDue(5)).toMatchObject([{ mode: "unsubscribe" }]);
  });
});

describe("an id from outside", () => {
  it.each(["", "x", "../feeds", "0".repeat(31), `${"0".repeat(32)}:`, "*"])(
    "finds nothing: %j",
    async (id) => {
      expect(await store.get(id)).toBeUndefined();
    },
  );
});
