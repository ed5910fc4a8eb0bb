/*
 * WebSub, the subscriber's side: a hub pushes a feed the moment it changes. Two things decide whom to
 * believe, and both are pure:
 *
 *   hub ──GET  callback?hub.mode=subscribe&hub.topic=…&hub.challenge=…──▶ did we ask for this? answer the challenge
 *   hub ──POST callback, X-Hub-Signature: sha256=…, the feed──────────▶ does it know our secret?
 *
 * W3C Recommendation "WebSub", 2018: sections 5.3 (verification of intent), 5.2 (denial), 7 and 7.1
 * (authenticated distribution). SHA-1 is believed as well: the recommendation notes that most hubs sign with
 * nothing else, and what broke SHA-1 are collisions, which forge no HMAC (RFC 6194 section 3.3).
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { DAY_MS, SECOND_MS } from "../units.ts";

/** A subscription asked for and not yet answered, or running. */
export interface Subscription {
  readonly mode: "subscribe" | "unsubscribe";
  /** The feed's own name for its URL (`rel=self`). */
  readonly topic: string;
}

export type Intent =
  /** Answer 200 with the challenge as body. */
  | { readonly kind: "confirmed"; readonly challenge: string; readonly leaseMs: number | null }
  /** The hub refuses or ended the subscription: poll instead. */
  | { readonly kind: "denied"; readonly reason: string }
  /** Nobody here asked for this: answer 404. */
  | { readonly kind: "not-ours"; readonly message: string };

/** Challenges of known hubs have 20 to 100 characters; what is answered is never long. */
const MAX_CHALLENGE_CHARS = 1_024;
const MAX_REASON_CHARS = 200;
/** Hubs give 1 to 30 days. A lease without an end would never be renewed. */
const MAX_LEASE_MS = 90 * DAY_MS;

/**
 * @param query of the hub's GET request
 * @param subscription what was asked for under this callback; undefined where nothing was
 */
export function verifyIntent(query: URLSearchParams, subscription: Subscription | undefined): Intent {
  const mode = query.get("hub.mode");
  const topic = query.get("hub.topic");
  if (!subscription || topic !== subscription.topic)
    return { kind: "not-ours", message: "no subscription to this topic under this callback" };
  if (mode === "denied")
    return {
      kind: "denied",
      reason: (query.get("hub.reason") ?? "no reason given").slice(0, MAX_REASON_CHARS),
    };
  if (mode !== subscription.mode)
    return { kind: "not-ours", message: `hub.mode must be ${subscription.mode} or denied` };
  const challenge = query.get("hub.challenge") ?? "";
  if (challenge === "" || challenge.length > MAX_CHALLENGE_CHARS)
    return {
      kind: "not-ours",
      message: `hub.challenge must have 1 to ${MAX_CHALLENGE_CHARS} characters; it has ${challenge.length}`,
    };
  return { kind: "confirmed", challenge, leaseMs: leaseMs(query.get("hub.lease_seconds")) };
}

/** Null where the hub names no lease. */
function leaseMs(seconds: string | null): number | null {
  if (seconds === null || !/^\d{1,10}$/.test(seconds) || Number(seconds) === 0) return null;
  return Math.min(MAX_LEASE_MS, Number(seconds) * SECOND_MS);
}

const DIGESTS: ReadonlySet<string> = new Set(["sha1", "sha256", "sha384", "sha512"]);

export type PushVerdict =
  | { readonly kind: "authentic" }
  /** To be answered with 2xx and dropped (section 7.1): an answer would tell a forger how close he came. */
  | { readonly kind: "forged"; readonly message: string };

/**
 * @param header the `X-Hub-Signature` header: `sha256=<hex>`
 * @param body as it came, before any decoding
 * @param secret given to the hub with the subscription; not empty
 */
export function verifyPush(header: string | undefined, body: Uint8Array, secret: string): PushVerdict {
  if (secret === "") throw new RangeError("a subscription without a secret cannot tell whose pushes it gets");
  const [, method = "", signature = ""] =
    /^\s*([a-z0-9]{1,16})=([0-9a-f]{2,256})\s*$/i.exec(header ?? "") ?? [];
  const digest = method.toLowerCase();
  if (!DIGESTS.has(digest))
    return { kind: "forged", message: "X-Hub-Signature is missing or not sha1, sha256, sha384 or sha512" };
  const expected = createHmac(digest, secret).update(body).digest();
  const given = Buffer.from(signature, "hex");
  // Lengths are no secret: they follow from the method's name.
  const isEqual = given.length === expected.length && timingSafeEqual(given, expected);
  return isEqual
    ? { kind: "authentic" }
    : { kind: "forged", message: "X-Hub-Signature does not fit the body" };
}
