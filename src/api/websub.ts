/*
 * Where hubs reach this server: `/websub/<SubscriptionId>`. The id is all that names a subscription and nobody
 * can guess it, so whoever does not know one gets a 404 before a byte of his body is read.
 *
 *   GET   a hub asks whether we meant it: the challenge, or 404
 *   POST  a hub sends the feed: 202; 404 where there is no such subscription, 410 where it is not wanted,
 *         503 with Retry-After while intake is held: the hub sends it again
 *
 * W3C Recommendation "WebSub", 2018, sections 5.3 and 7.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";

export interface WebsubRoutes {
  isKnown(id: string): Promise<boolean>;
  answerIntent(
    id: string,
    query: URLSearchParams,
  ): Promise<
    | { readonly kind: "confirmed"; readonly challenge: string }
    | { readonly kind: "noted" }
    | { readonly kind: "not-ours"; readonly message: string }
  >;
  receivePush(
    id: string,
    push: {
      readonly signature: string | undefined;
      readonly contentType: string | undefined;
      readonly body: Buffer;
    },
  ): Promise<"taken" | "unknown" | "gone" | "held">;
  /** A longer push is answered with 413. */
  readonly maxBodyBytes: number;
}

const STATUS = { taken: 202, unknown: 404, gone: 410, held: 503 } as const;
/** Extraction works off its backlog in seconds to minutes. */
const HELD_RETRY_S = 60;
const NOT_FOUND = 404;

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;
const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

export function registerWebsub(server: FastifyInstance, routes: WebsubRoutes): void {
  // A scope of its own: the parser for any type of body is none of the other routes' business.
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

    scope.get("/websub/:id", async (request, reply) => {
      const query = new URL(request.url, "http://callback").searchParams;
      const answer = await routes.answerIntent(idOf(request), query);
      if (answer.kind === "not-ours") return reply.code(NOT_FOUND).send({ message: answer.message });
      // Plain text, and never guessed to be anything else: the challenge is a stranger's.
      reply.type("text/plain; charset=utf-8").header("x-content-type-options", "nosniff");
      return reply.send(answer.kind === "confirmed" ? answer.challenge : "noted");
    });

    scope.post(
      "/websub/:id",
      {
        bodyLimit: routes.maxBodyBytes,
        async onRequest(request, reply) {
          if (await routes.isKnown(idOf(request))) return;
          reply.header("connection", "close");
          await reply.code(NOT_FOUND).send({ message: "no such subscription" });
        },
      },
      async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const signature = headerOf(request, "x-hub-signature");
        const contentType = headerOf(request, "content-type");
        const answer = await routes.receivePush(idOf(request), { signature, contentType, body });
        if (answer === "held") reply.header("retry-after", HELD_RETRY_S);
        return reply.code(STATUS[answer]).send();
      },
    );
  });
}
