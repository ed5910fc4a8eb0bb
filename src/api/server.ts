/*
 * The small server beside the workers: is it alive, is it ready, what has it counted. Loopback unless
 * HTTP_HOST says otherwise. The reading API grows from here.
 */
import Fastify, { type FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import { registerWebsub, type WebsubRoutes } from "./websub.ts";

/** Whether the service can do its work now, part by part; `message` says what is wrong. */
export interface Readiness {
  readonly ready: boolean;
  readonly parts: ReadonlyArray<{
    readonly name: string;
    readonly ready: boolean;
    readonly message?: string;
  }>;
}

export interface ServerDeps {
  readonly registry: Registry;
  readiness(): Promise<Readiness>;
  /** Brings gauges up to date just before they are read. */
  refreshGauges(): Promise<void>;
  /** Left out where no hub can reach this server. */
  readonly websub?: WebsubRoutes | undefined;
}

/** Metrics are most wanted while Redis is away: gauges that cannot be read then stay as they were. */
const GAUGE_LIMIT_MS = 1_000;

async function within(limitMs: number, work: Promise<void>): Promise<void> {
  const limit = new Promise<void>((done) => setTimeout(done, limitMs).unref());
  await Promise.race([work.catch(() => undefined), limit]);
}

/** Fastify has none of its own: whoever sends a byte a minute would keep his connection. A push is megabytes at most. */
const REQUEST_LIMIT_MS = 60_000;

const OK = 200;
const SERVICE_UNAVAILABLE = 503;

export function createServer(deps: ServerDeps): FastifyInstance {
  const server = Fastify({ logger: false, requestTimeout: REQUEST_LIMIT_MS });
  server.get("/health/live", async () => ({ live: true }));
  server.get("/health/ready", async (_request, reply) => {
    const readiness = await deps.readiness();
    return reply.code(readiness.ready ? OK : SERVICE_UNAVAILABLE).send(readiness);
  });
  server.get("/metrics", async (_request, reply) => {
    await within(GAUGE_LIMIT_MS, deps.refreshGauges());
    return reply.type(deps.registry.contentType).send(await deps.registry.metrics());
  });
  if (deps.websub) registerWebsub(server, deps.websub);
  return server;
}
