import { describe, expect, it } from "vitest";
import {
  askAgainAfterMs,
  askNextAfterMs,
  callbackUrlOf,
  hubAfter,
  hubForm,
  isPushed,
  renewalAt,
} from "../../../src/core/poll/websub-lease.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

describe("a lease", () => {
  it("is renewed while a fifth of it is left", () => {
    expect(renewalAt(1_000, 10 * DAY)).toBe(1_000 + 8 * DAY);
  });

  it("of seconds does not have the hub asked every second", () => {
    expect(renewalAt(0, 1_000)).toBe(10 * MINUTE);
  });
});

describe("a hub that does not answer", () => {
  it.each([
    [1, 10 * MINUTE],
    [2, 20 * MINUTE],
    [5, 160 * MINUTE],
    [11, 7 * DAY],
    [1_000, 7 * DAY],
  ])("is asked again, after try %i in %i ms", (tries, waitMs) => {
    expect(askAgainAfterMs(tries)).toBe(waitMs);
  });
});

describe("several hubs", () => {
  const HUBS = ["a", "b", "c"];

  it("are asked in turn, and the first again behind the last", () => {
    expect(["a", "b", "c"].map((hub) => hubAfter(hub, HUBS))).toEqual(["b", "c", "a"]);
  });

  it("are asked from the first where the feed names the last one asked no more", () => {
    expect(hubAfter("old", HUBS)).toBe("a");
    expect(hubAfter("old", [])).toBe("old");
  });

  it("are asked at once, one after the other, and all again ever later", () => {
    const waits = [1, 2, 3, 4, 5, 6].map((tries) => askNextAfterMs(tries, HUBS));
    expect(waits).toEqual([0, 0, 10 * MINUTE, 0, 0, 20 * MINUTE]);
    expect([1, 2].map((tries) => askNextAfterMs(tries, ["a"]))).toEqual([10 * MINUTE, 20 * MINUTE]);
  });
});

describe("a feed", () => {
  it.each([
    ["has brought something and its lease runs", { pushedUntil: 11, hubDelivers: true }, true],
    ["has brought nothing yet", { pushedUntil: 11, hubDelivers: false }, false],
    ["let its lease run out", { pushedUntil: 10, hubDelivers: true }, false],
    ["never confirmed", { pushedUntil: null, hubDelivers: true }, false],
  ])("counts on a hub that %s: %o", (_, feed, pushed) => {
    expect(isPushed(feed, 10)).toBe(pushed);
  });
});

describe("the request to a hub", () => {
  it.each(["https://news.example/wirefold", "https://news.example/wirefold/"])(
    "names a callback below %s",
    (base) => {
      expect(callbackUrlOf(base, "ab12")).toBe("https://news.example/wirefold/websub/ab12");
    },
  );

  it("says all that the hub has to know", () => {
    const subscription = { mode: "subscribe", topic: "https://a.example/?x=1&y", secret: "s" } as const;
    expect(Object.fromEntries(hubForm(subscription, "https://cb.example/1"))).toEqual({
      "hub.callback": "https://cb.example/1",
      "hub.mode": "subscribe",
      "hub.topic": "https://a.example/?x=1&y",
      "hub.secret": "s",
      "hub.lease_seconds": "864000",
    });
  });
});
