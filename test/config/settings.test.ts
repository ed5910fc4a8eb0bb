import { describe, expect, it } from "vitest";
import { SETTINGS } from "../../config/catalogue.ts";
import { parseSettings, settingsTable, settingsWith } from "../../config/settings.ts";
import { parseDevelopmentHosts } from "../../src/core/fetch/development-hosts.ts";

function messagesFor(environment: Record<string, string>): readonly string[] {
  const result = parseSettings(environment);
  return result.kind === "invalid" ? result.messages : [];
}

describe("settings", () => {
  it("have their defaults where the environment says nothing", () => {
    const result = parseSettings({});
    expect(result).toMatchObject({ kind: "settings", settings: { HOST_DELAY_MS: 1_000, REDIS_URL: "" } });
  });

  it("count an empty or blank variable as not set", () => {
    expect(settingsWith({ USER_AGENT: "" }).USER_AGENT).toBe(SETTINGS.USER_AGENT.default);
    expect(settingsWith({ HTTP_PORT: " " }).HTTP_PORT).toBe(SETTINGS.HTTP_PORT.default);
  });

  it("are frozen", () => {
    expect(Object.isFrozen(settingsWith({}))).toBe(true);
  });

  it.each([
    ["HTTP_PORT", "70000", "HTTP_PORT must be a whole number from 0 to 65535 (port); it is 70000"],
    ["HTTP_PORT", "eighty", 'HTTP_PORT must be a whole number from 0 to 65535 (port); it is "eighty"'],
    [
      "LOG_LEVEL",
      "loud",
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent; it is "loud"',
    ],
    [
      "REDIS_URL",
      "localhost",
      'REDIS_URL must be a URL redis://… or rediss://…, or empty; it is "localhost"',
    ],
    ["REDIS_URL", "redis://x:99999999", /^REDIS_URL must be a URL .*; it is "redis:\/\/x:99999999"$/],
    ["FETCH_CONCURRENCY", "1.5", "FETCH_CONCURRENCY must be a whole number from 1 to 512 (count); it is 1.5"],
    ["HTTP_PORT", "80.5", "HTTP_PORT must be a whole number from 0 to 65535 (port); it is 80.5"],
    ["HTTP_PORT", "0x50", 'HTTP_PORT must be a whole number from 0 to 65535 (port); it is "0x50"'],
    ["JOB_ATTEMPTS", "2.5", "JOB_ATTEMPTS must be a whole number from 1 to 20 (count); it is 2.5"],
    ["REDIS_MEMORY_SHARE", "1.5", "REDIS_MEMORY_SHARE must be a number from 0.1 to 0.95 (share); it is 1.5"],
    [
      "ALLOWED_PORTS",
      "99999",
      'ALLOWED_PORTS must be ports from 1 to 65535 separated by commas; it is "99999"',
    ],
    [
      "ALLOWED_PORTS",
      "80,0",
      'ALLOWED_PORTS must be ports from 1 to 65535 separated by commas; it is "80,0"',
    ],
    ["DEV_ALLOW_HOSTS", "a=b", /^DEV_ALLOW_HOSTS must be host=address:port .*; it is "a=b"$/],
    ["DEV_ALLOW_HOSTS", "a=127.0.0.1:0", /; it is "a=127.0.0.1:0"$/],
    ["DEV_ALLOW_HOSTS", "a=::1:80", /; it is "a=::1:80"$/],
    ["DEV_ALLOW_HOSTS", "a=127.0.0.1:80,b=localhost:80", /; it is "a=127.0.0.1:80,b=localhost:80"$/],
    ["WEBHOOK_URLS", "http://a.example/ http://b.example:99999/", /^WEBHOOK_URLS must be http\(s\) URLs/],
  ])("refuse %s=%s with its range and the value", (name, value, message) => {
    expect(messagesFor({ [name]: value })).toEqual([
      typeof message === "string" ? message : expect.stringMatching(message),
    ]);
  });

  it.each([
    "redis://joe:secret@x:99999999",
    "redis://joe:sec/ret@x:99999999",
    "redis://joe:se@cret@x:99999999",
  ])("show no password of a URL that they refuse: %s", (url) => {
    expect(messagesFor({ REDIS_URL: url })).toEqual([
      expect.stringContaining('it is "redis://***@x:99999999"'),
    ]);
  });

  it.each([
    ["REDIS_URL", "rediss://joe:secret@redis.example:6380/1"],
    ["REDIS_MEMORY_SHARE", "0.5"],
    ["ALLOWED_PORTS", "80,443,65535"],
    ["DEV_ALLOW_HOSTS", "*.example=127.0.0.1:8090,news.example=[::1]:1"],
    ["WEBHOOK_URLS", "http://a.example/ https://b.example:8443/x"],
  ])("take %s=%s", (name, value) => {
    expect(String(settingsWith({ [name]: value })[name as keyof typeof SETTINGS])).toBe(value);
  });

  it("have a development host's shape that the fetcher reads too", () => {
    const text = "*.example=127.0.0.1:8090,news.example=[::1]:1";
    expect(parseDevelopmentHosts(settingsWith({ DEV_ALLOW_HOSTS: text }).DEV_ALLOW_HOSTS)).toHaveLength(2);
  });

  it("name every wrong setting at once", () => {
    expect(messagesFor({ HTTP_PORT: "-1", WINDOW_DAYS: "0" })).toHaveLength(2);
  });

  it("refuse a stalled check slower than the lock it watches", () => {
    expect(messagesFor({ STALLED_INTERVAL_MS: "9000" })).toEqual([
      "STALLED_INTERVAL_MS must be below JOB_LOCK_MS, or a dead worker's jobs wait for a second round; it is 9000 and JOB_LOCK_MS 5000",
    ]);
  });

  it("refuse a shutdown that is shorter than a fetch may be", () => {
    expect(messagesFor({ SHUTDOWN_TIMEOUT_MS: "19999", FETCH_TIMEOUT_MS: "20000" })).toEqual([
      "SHUTDOWN_TIMEOUT_MS must not be below FETCH_TIMEOUT_MS, or a slow fetch is cut off at SIGTERM; it is 19999 and FETCH_TIMEOUT_MS 20000",
    ]);
  });

  it("keep every default within its own range and pattern", () => {
    for (const [name, setting] of Object.entries(SETTINGS)) {
      if (setting.kind === "number") expect(setting.default, name).toBeGreaterThanOrEqual(setting.min);
      if (setting.kind === "number") expect(setting.default, name).toBeLessThanOrEqual(setting.max);
      if (setting.kind === "text") expect(setting.default, name).toMatch(setting.pattern);
    }
  });

  it("print one table row each", () => {
    expect(settingsTable().split("\n")).toHaveLength(Object.keys(SETTINGS).length + 2);
  });
});
