import { describe, expect, it } from "vitest";
import { parseSettings, SETTINGS, settingsTable, settingsWith } from "../../config/settings.ts";

function messagesFor(environment: Record<string, string>): readonly string[] {
  const result = parseSettings(environment);
  return result.kind === "invalid" ? result.messages : [];
}

describe("settings", () => {
  it("have their defaults where the environment says nothing", () => {
    const result = parseSettings({});
    expect(result).toMatchObject({ kind: "settings", settings: { HOST_DELAY_MS: 1_000, REDIS_URL: "" } });
  });

  it("count an empty variable as not set", () => {
    expect(settingsWith({ USER_AGENT: "" }).USER_AGENT).toBe(SETTINGS.USER_AGENT.default);
  });

  it("are frozen", () => {
    expect(Object.isFrozen(settingsWith({}))).toBe(true);
  });

  it.each([
    ["HTTP_PORT", "70000", "HTTP_PORT must be a number from 0 to 65535 (port); it is 70000"],
    ["HTTP_PORT", "eighty", 'HTTP_PORT must be a number from 0 to 65535 (port); it is "eighty"'],
    [
      "LOG_LEVEL",
      "loud",
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent; it is "loud"',
    ],
    ["REDIS_URL", "localhost", 'REDIS_URL must be redis://… or rediss://…, or empty; it is "localhost"'],
  ])("refuse %s=%s with its range and the value", (name, value, message) => {
    expect(messagesFor({ [name]: value })).toEqual([message]);
  });

  it("name every wrong setting at once", () => {
    expect(messagesFor({ HTTP_PORT: "-1", WINDOW_DAYS: "0" })).toHaveLength(2);
  });

  it("refuse a stalled check slower than the lock it watches", () => {
    expect(messagesFor({ STALLED_INTERVAL_MS: "9000" })).toEqual([
      "STALLED_INTERVAL_MS must be below JOB_LOCK_MS, or a dead worker's jobs wait for a second round",
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
