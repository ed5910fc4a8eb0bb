import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NewsTime } from "../../../src/core/model.ts";
import {
  arrivalRate,
  arrivalRateOf,
  cacheMaxAgeMs,
  firstPollInMs,
  floorsOf,
  intervalAfterFailure,
  isFailingTooLong,
  isFullCheckDue,
  nextPoll,
} from "../../../src/core/poll/schedule.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const URL = "https://harbour.example/feed";
const BOUNDS = { minIntervalMs: 2 * MINUTE, maxIntervalMs: 6 * HOUR };
const NOW = Date.UTC(2024, 1, 1);

const intervalOf = (
  newPerDay: number | null,
  floors = floorsOf({}, undefined),
  current = 15 * MINUTE,
): number => nextPoll(URL, newPerDay, current, floors, BOUNDS).intervalMs;
const published = (...hoursAgo: number[]): NewsTime[] =>
  hoursAgo.map((hours) => ({ value: new Date(NOW - hours * HOUR).toISOString(), source: "feed" }));

describe("the next poll", () => {
  it("comes about as often as new entries do", () => {
    for (const perDay of [6, 24, 100, 400]) {
      const share = intervalOf(perDay) / (DAY / perDay);
      expect(share).toBeGreaterThanOrEqual(0.9);
      expect(share).toBeLessThanOrEqual(1.1);
    }
  });

  it("stays within the bounds of the feed", () => {
    expect(intervalOf(5_000)).toBeGreaterThanOrEqual(BOUNDS.minIntervalMs);
    expect(intervalOf(5_000)).toBeLessThan(3 * MINUTE);
    expect(intervalOf(0)).toBeLessThanOrEqual(BOUNDS.maxIntervalMs);
    expect(intervalOf(0)).toBeGreaterThan(5 * HOUR);
  });

  it("keeps its interval while nothing is known", () => {
    expect(nextPoll(URL, null, 15 * MINUTE, [], BOUNDS)).toEqual({
      intervalMs: 15 * MINUTE,
      decidedBy: "steady",
    });
  });

  it.each([
    ["ttl", floorsOf({ ttlMs: HOUR }, undefined)],
    ["cache-control", floorsOf({}, HOUR)],
    ["sy-update", floorsOf({ updatePeriodMs: HOUR }, undefined)],
  ] as const)("is no earlier than %s allows", (word, floors) => {
    const next = nextPoll(URL, 400, 15 * MINUTE, floors, BOUNDS);
    expect(next.decidedBy).toBe(word);
    expect(next.intervalMs).toBeGreaterThanOrEqual(HOUR);
    expect(next.intervalMs).toBeLessThan(1.2 * HOUR);
  });

  it("is decided by the longest of several wishes", () => {
    const floors = floorsOf({ ttlMs: 10 * MINUTE, updatePeriodMs: HOUR }, 30 * MINUTE);
    expect(nextPoll(URL, 400, HOUR, floors, BOUNDS).decidedBy).toBe("sy-update");
  });

  it("is not later than the follower wants, whatever the publisher's template says", () => {
    expect(intervalOf(400, floorsOf({ ttlMs: 7 * DAY }, undefined))).toBeLessThanOrEqual(
      BOUNDS.maxIntervalMs,
    );
  });

  it("stays as it is where the new interval is nearly the old one", () => {
    const { intervalMs } = nextPoll(URL, 24, 15 * MINUTE, [], BOUNDS);
    expect(nextPoll(URL, 25, intervalMs, [], BOUNDS)).toEqual({ intervalMs, decidedBy: "steady" });
  });

  it("differs from feed to feed, so that a thousand feeds do not fall due together", () => {
    const intervals = Array.from(
      { length: 1_000 },
      (_, n) => nextPoll(`${URL}/${n}`, 24, 15 * MINUTE, [], BOUNDS).intervalMs,
    );
    const minutes = new Set(intervals.map((ms) => Math.round(ms / MINUTE)));
    expect(minutes.size).toBeGreaterThan(10);
  });

  it("is always within the bounds, and above every wish that lies within them", () => {
    const ms = fc.integer({ min: 1, max: 30 * DAY });
    fc.assert(
      fc.property(
        fc.webUrl(),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        ms,
        ms,
        ms,
        ms,
        (url, rate, a, b, ttl, current) => {
          const bounds = { minIntervalMs: Math.min(a, b), maxIntervalMs: Math.max(a, b) };
          const { intervalMs } = nextPoll(url, rate, current, floorsOf({ ttlMs: ttl }, undefined), bounds);
          expect(intervalMs).toBeGreaterThanOrEqual(bounds.minIntervalMs);
          expect(intervalMs).toBeLessThanOrEqual(bounds.maxIntervalMs);
          if (ttl <= bounds.maxIntervalMs) expect(intervalMs).toBeGreaterThanOrEqual(ttl);
        },
      ),
    );
  });
});

describe("how often entries come", () => {
  it("is learnt at first from the entries' own dates", () => {
    expect(arrivalRateOf(published(1, 5, 9, 13, 17, 24), NOW)).toBeCloseTo(6);
  });

  it("counts to now, so that a feed that fell silent brings nothing", () => {
    expect(arrivalRateOf(published(8_760, 8_761, 8_762), NOW)).toBeLessThan(0.01);
  });

  it("is not known where fewer than two entries tell their time", () => {
    expect(arrivalRateOf([null, ...published(3)], NOW)).toBeNull();
    expect(arrivalRateOf(published(-3, -4, 1), NOW)).toBeNull();
  });

  it("comes to the true rate, whatever it was before", () => {
    let rate = 500;
    for (let poll = 0; poll < 200; poll++) rate = arrivalRate(rate, 1, HOUR);
    expect(rate).toBeCloseTo(24);
  });

  it("counts time, not polls", () => {
    const once = arrivalRate(10, 0, 4 * HOUR);
    let often = 10;
    for (let poll = 0; poll < 240; poll++) often = arrivalRate(often, 0, MINUTE);
    expect(often).toBeCloseTo(once);
  });

  it("is reckoned higher where all entries are new, since others may have come and gone", () => {
    expect(arrivalRate(4, 20, 6 * HOUR, true)).toBe(160);
    expect(arrivalRate(4, 20, 6 * HOUR, false)).toBeLessThan(80);
  });

  it("hardly changes by a second look a second later", () => {
    expect(arrivalRate(24, 0, 1_000)).toBeCloseTo(24, 2);
    expect(arrivalRate(24, 0, 0)).toBe(24);
  });

  it("keeps most of the day's rate through a night without news", () => {
    expect(arrivalRate(100, 0, 8 * HOUR)).toBeGreaterThan(50);
  });
});

describe("a failing feed", () => {
  it("is read half as often with each failure, down to twice a day", () => {
    const waits = [1, 2, 3, 4, 5, 6, 20].map(
      (failures) => intervalAfterFailure(15 * MINUTE, failures, undefined) / MINUTE,
    );
    expect(waits).toEqual([30, 60, 120, 240, 480, 720, 720]);
  });

  it("is not read before the server's Retry-After, up to a day", () => {
    expect(intervalAfterFailure(15 * MINUTE, 1, 2 * HOUR)).toBe(2 * HOUR);
    expect(intervalAfterFailure(15 * MINUTE, 1, 30 * DAY)).toBe(DAY);
    expect(intervalAfterFailure(15 * MINUTE, 4, MINUTE)).toBe(4 * HOUR);
  });

  it("is paused after a week of failures", () => {
    expect(isFailingTooLong(NOW - 7 * DAY, 15, NOW)).toBe(true);
    expect(isFailingTooLong(NOW - 6 * DAY, 15, NOW)).toBe(false);
  });

  it("is not paused by a machine that was off for a week", () => {
    expect(isFailingTooLong(NOW - 8 * DAY, 2, NOW)).toBe(false);
  });

  it("gets at least ten tries in its week", () => {
    for (const intervalMs of [2 * MINUTE, 15 * MINUTE, 6 * HOUR]) {
      let elapsed = 0;
      let failures = 0;
      while (elapsed < 7 * DAY) elapsed += intervalAfterFailure(intervalMs, ++failures, undefined);
      expect(failures).toBeGreaterThanOrEqual(10);
    }
  });
});

describe("asking for the whole feed", () => {
  it("happens at first and once a day, since some servers keep their ETag", () => {
    expect(isFullCheckDue(null, NOW)).toBe(true);
    expect(isFullCheckDue(NOW - DAY, NOW)).toBe(true);
    expect(isFullCheckDue(NOW - DAY + MINUTE, NOW)).toBe(false);
  });
});

describe("Cache-Control", () => {
  it.each([
    ["max-age=300", 300_000],
    ['public, Max-Age="600"', 600_000],
    ["s-maxage=9, max-age=60", 60_000],
    ["no-cache", 0],
    ["private, no-store, max-age=60", 0],
    ["public", undefined],
    [undefined, undefined],
    ["max-age=soon", undefined],
  ])("%s asks for %s ms", (header, ms) => {
    expect(cacheMaxAgeMs(header)).toBe(ms);
  });
});

describe("feeds that are followed together", () => {
  const urls = Array.from({ length: 1_000 }, (_, number) => `https://paper-${number}.example/feed`);
  const times = (together: number, intervalMs = 900_000) =>
    urls.map((url) => firstPollInMs(url, intervalMs, together));

  it("are first read over a tenth of a second each, spread evenly", () => {
    const tenths = new Array<number>(10).fill(0);
    for (const time of times(1_000)) {
      const tenth = Math.floor(time / 10_000);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(60);
    expect(Math.max(...tenths)).toBeLessThan(140);
  });

  it("are never first read later than their interval, and one alone at once", () => {
    expect(Math.max(...times(1_000_000))).toBeLessThan(900_000);
    expect(Math.max(...times(1))).toBe(0);
  });
});
