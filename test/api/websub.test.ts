import { Registry } from "prom-client";
import { beforeEach, describe, expect, it } from "vitest";
import { createServer } from "../../src/api/server.ts";
import type { WebsubRoutes } from "../../src/api/websub.ts";

const LIMIT_BYTES = 1_000;
let pushes: Array<{
  id: string;
  signature: string | undefined;
  contentType: string | undefined;
  body: string;
}>;
let queries: string[];
let answer: "taken" | "unknown" | "gone" | "held";

const routes: WebsubRoutes = {
  isKnown: async (id) => id === "known",
  async answerIntent(id, query) {
    queries.push(String(query));
    if (id !== "known") return { kind: "not-ours", message: "no such callback" };
    const challenge = query.get("hub.challenge");
    return challenge === null ? { kind: "noted" } : { kind: "confirmed", challenge };
  },
  async receivePush(id, { signature, contentType, body }) {
    pushes.push({ id, signature, contentType, body: body.toString("utf8") });
    return answer;
  },
  maxBodyBytes: LIMIT_BYTES,
};
const server = (websub?: WebsubRoutes) =>
  createServer({
    registry: new Registry(),
    readiness: async () => ({ ready: true, parts: [] }),
    refreshGauges: async () => {},
    websub,
  });
beforeEach(() => {
  pushes = [];
  queries = [];
  answer = "taken";
});

describe("a hub that asks whether we meant it", () => {
  it("gets its challenge back as plain text that no browser takes for anything else", async () => {
    const challenge = "<script>alert(1)</script>";
    const response = await server(routes).inject({
      url: "/websub/known",
      query: { "hub.challenge": challenge },
    });
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe(challenge);
    expect(response.headers).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
    });
  });

  it("gets 404 where nobody meant it", async () => {
    expect((await server(routes).inject("/websub/other?hub.mode=subscribe")).statusCode).toBe(404);
  });

  it("has its query passed on as it came", async () => {
    await server(routes).inject("/websub/known?hub.topic=http%3A%2F%2Fa.example%2F%3Fb%26c&hub.mode=denied");
    expect(queries).toEqual(["hub.topic=http%3A%2F%2Fa.example%2F%3Fb%26c&hub.mode=denied"]);
  });
});

describe("a push", () => {
  const push = (url: string, payload: string, headers: Record<string, string> = {}) =>
    server(routes).inject({ method: "POST", url, payload, headers });

  it.each(["application/atom+xml", "application/json", "text/plain", "application/x-www-form-urlencoded"])(
    "is taken as its bytes, whatever its type: %s",
    async (contentType) => {
      const headers = { "content-type": contentType, "x-hub-signature": "sha256=ab" };
      expect((await push("/websub/known", "{ü", headers)).statusCode).toBe(202);
      expect(pushes).toEqual([{ id: "known", signature: "sha256=ab", contentType, body: "{ü" }]);
    },
  );

  it.each([
    ["taken", 202],
    ["unknown", 404],
    ["gone", 410],
    ["held", 503],
  ] as const)("that is %s is answered with %i", async (word, status) => {
    answer = word;
    expect((await push("/websub/known", "x", { "content-type": "text/xml" })).statusCode).toBe(status);
  });

  it("that is held says when to send it again", async () => {
    answer = "held";
    const { headers } = await push("/websub/known", "x", { "content-type": "text/xml" });
    expect(headers["retry-after"]).toBe("60");
  });

  it("to an address nobody gave away is answered without being read", async () => {
    const tooLong = "x".repeat(LIMIT_BYTES + 1);
    expect((await push("/websub/other", tooLong, { "content-type": "text/xml" })).statusCode).toBe(404);
    expect(pushes).toEqual([]);
  });

  it("may not be longer than a feed", async () => {
    const tooLong = "x".repeat(LIMIT_BYTES + 1);
    expect((await push("/websub/known", tooLong, { "content-type": "text/xml" })).statusCode).toBe(413);
    expect(pushes).toEqual([]);
  });

  it("has no address where no hub was told one", async () => {
    const response = await server().inject({ method: "POST", url: "/websub/known", payload: "x" });
    expect(response.statusCode).toBe(404);
  });
});
