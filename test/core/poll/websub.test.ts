import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyIntent, verifyPush } from "../../../src/core/poll/websub.ts";

const TOPIC = "https://harbour.example/feed";
const OURS = { mode: "subscribe", topic: TOPIC } as const;
const query = (fields: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": TOPIC,
    "hub.challenge": "c0ffee",
    "hub.lease_seconds": "86400",
    ...fields,
  });

describe("a hub that asks whether we meant it", () => {
  it("gets its challenge back, and its lease is kept", () => {
    expect(verifyIntent(query(), OURS)).toEqual({
      kind: "confirmed",
      challenge: "c0ffee",
      leaseMs: 86_400_000,
    });
  });

  it.each([
    ["another topic", { "hub.topic": "https://other.example/feed" }, OURS],
    ["another mode", { "hub.mode": "unsubscribe" }, OURS],
    ["no challenge", { "hub.challenge": "" }, OURS],
    ["an endless challenge", { "hub.challenge": "x".repeat(1_025) }, OURS],
    ["nothing we asked for", {}, undefined],
    ["a denial of what we never asked for", { "hub.mode": "denied" }, undefined],
  ])("is not answered where it sends %s", (_name, fields, subscription) => {
    expect(verifyIntent(query(fields), subscription).kind).toBe("not-ours");
  });

  it("may deny with a reason", () => {
    expect(verifyIntent(query({ "hub.mode": "denied", "hub.reason": "blocked" }), OURS)).toEqual({
      kind: "denied",
      reason: "blocked",
    });
  });

  it.each([
    ["", null],
    ["0", null],
    ["soon", null],
    ["-5", null],
    ["9999999999", 90 * 24 * 3_600_000],
  ])("with a lease of %j gives %s ms", (seconds, leaseMs) => {
    expect(verifyIntent(query({ "hub.lease_seconds": seconds }), OURS)).toMatchObject({ leaseMs });
  });
});

describe("a pushed feed", () => {
  const secret = "between us";
  const body = Buffer.from("<rss/>");
  const sign = (method: string, text: Uint8Array = body, key = secret): string =>
    `${method}=${createHmac(method, key).update(text).digest("hex")}`;

  it.each(["sha1", "sha256", "sha384", "sha512"])("is believed with a right %s", (method) => {
    expect(verifyPush(sign(method), body, secret)).toEqual({ kind: "authentic" });
    expect(verifyPush(sign(method).toUpperCase(), body, secret)).toEqual({ kind: "authentic" });
  });

  it.each([
    ["no signature", undefined],
    ["MD5", sign("md5")],
    ["another secret", sign("sha256", body, "guessed")],
    ["another body", sign("sha256", Buffer.from("<rss></rss>"))],
    ["a cut signature", sign("sha256").slice(0, -2)],
    ["words", "sha256=hello"],
  ])("is dropped with %s", (_name, header) => {
    expect(verifyPush(header, body, secret).kind).toBe("forged");
  });

  it("is never believed with a signature that is not its own", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.uint8Array(),
        fc.string({ minLength: 1 }),
        (header, bytes, key) =>
          verifyPush(header, bytes, key).kind === "forged" &&
          verifyPush(sign("sha256", bytes, key), bytes, key).kind === "authentic",
      ),
    );
  });

  it("cannot be judged without a secret", () => {
    expect(() => verifyPush(sign("sha256", body, ""), body, "")).toThrow(RangeError);
  });
});
