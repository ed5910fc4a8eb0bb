/* The bundled site through a whole service in this process: every URL ends as demo/expected.ts says. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differences } from "../../demo/check.ts";
import { EXPECTED } from "../../demo/expected.ts";
import { type ServedSite, serveSite } from "../../demo/serve-site.ts";
import { startTestService, type TestService } from "../support/service.ts";

describe("the bundled site", () => {
  let site: ServedSite;
  let running: TestService;

  beforeAll(async () => {
    site = await serveSite();
    running = await startTestService({ DEV_ALLOW_HOSTS: `*.example=127.0.0.1:${site.port}` });
  });
  afterAll(async () => {
    await running.close();
    await site.close();
  });

  async function offer(urls: readonly string[], refetch = false) {
    const answers = await running.service.intake.offerUrls(
      urls.map((url) => ({ url, source: "enqueue", refetch })),
    );
    return running.outcomes(answers.flatMap((answer) => (answer.urlKey ? [answer.urlKey] : [])));
  }

  it("ends as it must, corrections included", async () => {
    await offer(EXPECTED.map((expected) => expected.url));
    for (const expected of EXPECTED) {
      if (expected.kind !== "article" || !expected.revision) continue;
      site.setVersion(expected.url, 2);
      await offer([expected.url], true);
    }
    expect(await differences(running.service, EXPECTED)).toEqual([]);
  });

  it("gives the same answers when it is offered again, and changes nothing", async () => {
    const before = await running.service.index.recentClusters({ minSize: 2 });
    const answers = await running.service.intake.offerUrls(
      EXPECTED.map((expected) => ({ url: expected.url, source: "enqueue" })),
    );
    expect(answers.map((answer) => answer.offer.kind)).toEqual(EXPECTED.map(() => "already-known"));
    await offer(
      EXPECTED.map((expected) => expected.url),
      true,
    );
    expect(await differences(running.service, EXPECTED)).toEqual([]);
    const after = await running.service.index.recentClusters({ minSize: 2 });
    expect(after.map(({ clusterId, memberCount }) => ({ clusterId, memberCount }))).toEqual(
      before.map(({ clusterId, memberCount }) => ({ clusterId, memberCount })),
    );
  });

  it("is asked for robots.txt first, and never for what it disallows", () => {
    const requests = site.requests();
    for (const host of new Set(requests.map((request) => request.host)))
      expect(requests.find((request) => request.host === host)?.path).toBe("/robots.txt");
    const blocked = EXPECTED.filter(
      (each) => each.kind === "no-article" && each.outcome === "blocked-by-robots",
    );
    const asked = new Set(requests.map((request) => `http://${request.host}${request.path}`));
    expect(blocked.length).toBeGreaterThan(0);
    expect(blocked.filter((each) => asked.has(each.url))).toEqual([]);
  });

  it("shows its health and what it counted", async () => {
    const { address } = running.workers;
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${address}/health/ready`)).json()).toMatchObject({ ready: true });
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metrics).toMatch(/wirefold_jobs_total\{stage="cluster",result="clustered"\} \d+/);
    expect(metrics).not.toContain("example");
  });
});
