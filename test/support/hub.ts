/*
 * A WebSub hub on loopback: takes requests, verifies them at their callback, and pushes signed feeds. Callbacks
 * are reached at an address the test names, whatever public address they carry.
 */
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

export interface HubRequest {
  readonly callback: string;
  readonly mode: string;
  readonly topic: string;
  readonly secret: string;
  /** What the subscriber answered to the verification. */
  readonly verified: boolean;
}

export interface TestHub {
  readonly port: number;
  readonly requests: readonly HubRequest[];
  /** Where callbacks are really reached: `http://127.0.0.1:8480`. */
  callbacksAt: string;
  /** What is answered to a verification's lease. */
  leaseSeconds: number;
  /** Sends the feed to the latest subscriber of the topic. @returns the subscriber's status */
  push(topic: string, feed: string, signature?: string): Promise<number>;
  close(): Promise<void>;
}

const CHALLENGE = "c0ffee-4711";

export async function startTestHub(): Promise<TestHub> {
  const requests: HubRequest[] = [];
  /** As a proxy would: whatever stands before `/websub` is its own. */
  const reached = (callback: string): string =>
    `${hub.callbacksAt}${callback.slice(callback.lastIndexOf("/websub/"))}`;

  async function verify(form: URLSearchParams): Promise<boolean> {
    const query = new URLSearchParams({
      "hub.mode": form.get("hub.mode") ?? "",
      "hub.topic": form.get("hub.topic") ?? "",
      "hub.challenge": CHALLENGE,
      "hub.lease_seconds": String(hub.leaseSeconds),
    });
    const answer = await fetch(`${reached(form.get("hub.callback") ?? "")}?${query}`);
    return answer.ok && (await answer.text()) === CHALLENGE;
  }

  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    // Before the answer, as some hubs do: the subscriber must know by now what it asked for.
    const verified = await verify(form);
    requests.push({
      callback: form.get("hub.callback") ?? "",
      mode: form.get("hub.mode") ?? "",
      topic: form.get("hub.topic") ?? "",
      secret: form.get("hub.secret") ?? "",
      verified,
    });
    response.writeHead(202).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test hub has no port");

  const hub: TestHub = {
    port: address.port,
    requests,
    callbacksAt: "",
    leaseSeconds: 86_400,
    async push(topic, feed, signature) {
      const subscriber = requests.findLast((each) => each.topic === topic && each.mode === "subscribe");
      if (!subscriber) throw new Error(`nobody subscribed to ${topic}`);
      const hash = createHmac("sha256", subscriber.secret).update(feed).digest("hex");
      const headers = {
        "content-type": "application/atom+xml",
        "x-hub-signature": signature ?? `sha256=${hash}`,
      };
      const answer = await fetch(reached(subscriber.callback), { method: "POST", headers, body: feed });
      return answer.status;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return hub;
}
