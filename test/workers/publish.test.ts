/* Events reach webhooks at least once, named by an id to deduplicate by. */
import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { ClusterEvent } from "../../src/core/cluster/events.ts";
import type { ArticleId, ClusterId } from "../../src/core/model.ts";
import { createLog } from "../../src/io/log.ts";
import { createPublishStage, webhookJobId } from "../../workers/publish.ts";
import { pageHtml, story } from "../support/articles.ts";
import { startTestService, type TestService } from "../support/service.ts";

interface Webhook {
  readonly url: string;
  readonly events: Array<Record<string, string>>;
  close(): Promise<void>;
}

/** Where it listens, from now on. */
async function urlOf(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/hook`;
}

/** @param failures how many posts are answered 500 before the first success */
async function startWebhook(failures: number): Promise<Webhook> {
  const events: Array<Record<string, string>> = [];
  let left = failures;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    if (left-- > 0) return response.writeHead(500).end();
    events.push(JSON.parse(body) as Record<string, string>);
    return response.writeHead(204).end();
  });
  return {
    url: await urlOf(server),
    events,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

describe("a webhook that takes its time", () => {
  const CLUSTER = "0".repeat(32);
  const event: ClusterEvent = {
    ...{ id: `${CLUSTER}-1`, schemaVersion: 1, occurredAt: 0, clusterVersion: 1, memberCount: 2 },
    type: "cluster.founded",
    clusterId: CLUSTER as ClusterId,
    subject: CLUSTER as ArticleId,
  };
  /** A loaded machine needs less for the first line of an answer. */
  const ENOUGH_FOR_A_STATUS_MS = 3_000;
  const stageWith = (timeoutMs: number) =>
    createPublishStage({
      concurrency: 1,
      timeoutMs,
      userAgent: "test/1 (+https://harbour.example)",
      log: createLog("silent"),
    });
  let server: Server | undefined;
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((done) => server?.close(done));
  });

  it("is let go of although its answer never ends: the status says that it has the event", async () => {
    server = createServer((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("."), 10);
      response.on("close", () => clearInterval(drip));
    });
    const target = await urlOf(server);
    const stage = stageWith(ENOUGH_FOR_A_STATUS_MS);
    expect(await stage.work({ target, event })).toEqual({ kind: "advanced" });
  });

  it("fails the delivery, with the time it had, where it says nothing", async () => {
    server = createServer(() => {});
    const target = await urlOf(server);
    const message = "webhook did not answer in 200 ms";
    expect(await stageWith(200).work({ target, event })).toEqual({
      kind: "failed",
      error: "timeout",
      message,
    });
  });
});

describe("publish", () => {
  let running: TestService | undefined;
  let hooks: Webhook[] = [];
  afterEach(async () => {
    await running?.close();
    for (const hook of hooks) await hook.close();
    running = undefined;
    hooks = [];
  });

  async function enqueue(number: number, url: string): Promise<void> {
    const body = Buffer.from(pageHtml(`Account ${number}`, story(number)));
    const answer = await running?.service.intake.offerDocument({ kind: "html", body, url });
    await running?.outcomes(answer?.urlKey ? [answer.urlKey] : []);
  }

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise((done) => setTimeout(done, 20));
  }

  it("posts each event to each webhook, and again where one failed", async () => {
    hooks = [await startWebhook(0), await startWebhook(2)];
    running = await startTestService({ WEBHOOK_URLS: hooks.map((hook) => hook.url).join(" ") });
    await enqueue(11, "https://one.example/11");
    await enqueue(11, "https://two.example/11");
    await until(() =>
      hooks.every((hook) =>
        hook.events.some((event) => event.type === "article.joined" || event.type === "cluster.founded"),
      ),
    );
    for (const hook of hooks) {
      const ids = hook.events.map((event) => event.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const event of hook.events)
        expect(event).toMatchObject({ schemaVersion: 1, occurredAt: expect.any(Number) });
    }
  });

  it("names a delivery by event and target, so that an event read twice is queued once", () => {
    const id = webhookJobId("1-0", "http://a.example/");
    expect(id).toBe(webhookJobId("1-0", "http://a.example/"));
    expect(id).not.toBe(webhookJobId("1-0", "http://b.example/"));
    expect(id).not.toBe(webhookJobId("2-0", "http://a.example/"));
  });
});
