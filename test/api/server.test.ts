import { Gauge, Registry } from "prom-client";
import { afterEach, describe, expect, it } from "vitest";
import { createServer, type ServerDeps } from "../../src/api/server.ts";

let opened: ReturnType<typeof createServer> | undefined;
afterEach(() => opened?.close());

function serverWith(deps: Partial<ServerDeps> = {}) {
  const registry = new Registry();
  new Gauge({ name: "waiting_pages", help: "For this test.", registers: [registry] }).set(7);
  opened = createServer({
    registry,
    readiness: async () => ({ ready: true, parts: [] }),
    refreshGauges: async () => {},
    ...deps,
  });
  return opened;
}

describe("the server beside the workers", () => {
  it.each([
    { ready: true, status: 200 },
    { ready: false, status: 503 },
  ])("answers $status where the service is ready: $ready", async ({ ready, status }) => {
    const readiness = { ready, parts: [{ name: "redis", ready }] };
    const response = await serverWith({ readiness: async () => readiness }).inject("/health/ready");
    expect([response.statusCode, response.json()]).toEqual([status, readiness]);
  });

  it.each([
    ["hang", () => new Promise<void>(() => {})],
    ["fail", () => Promise.reject(new Error("Redis is away"))],
  ])("gives its metrics where gauges %s", async (_what, refreshGauges) => {
    const response = await serverWith({ refreshGauges }).inject("/metrics");
    expect([response.statusCode, response.body]).toEqual([200, expect.stringContaining("waiting_pages 7")]);
  });

  it("ends a request whose sender never comes to its end", () => {
    expect(serverWith().server.requestTimeout).toBeGreaterThan(0);
  });
});
