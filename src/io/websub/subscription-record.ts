/* One subscription as its Redis hash holds it. */
import type { Subscription } from "../../core/poll/websub.ts";

export interface SubscriptionRecord extends Subscription {
  /** 32 hex digits nobody can guess: they are the callback's address. */
  readonly id: string;
  /** The feed's URL when it was subscribed to; it may have moved since. */
  readonly feedUrl: string;
  readonly hub: string;
  readonly secret: string;
  /** `asked`: the hub has not verified yet; a renewal is asked for while its lease still runs. */
  readonly state: "wanted" | "asked" | "active" | "denied";
  /** Requests in a row that no verification followed. */
  readonly tries: number;
  /** End of the confirmed lease, ms since epoch; null where none was confirmed. */
  readonly leaseUntil: number | null;
  readonly message: string | null;
}

/** What a callback's address may end in: anything else is no name of a subscription. */
export const SUBSCRIPTION_ID = /^[0-9a-f]{32}$/;

/** Written by this file and its scripts only: what they hold is ours. */
export function parseSubscription(
  id: string,
  fields: Record<string, string>,
): SubscriptionRecord | undefined {
  const { feedUrl, hub, topic, secret, mode, state } = fields;
  if (!feedUrl || !hub || !topic || !secret || !mode || !state) return undefined;
  return {
    id,
    feedUrl,
    hub,
    topic,
    secret,
    mode: mode as SubscriptionRecord["mode"],
    state: state as SubscriptionRecord["state"],
    tries: Number(fields.tries ?? 0),
    leaseUntil: fields.leaseUntil === undefined ? null : Number(fields.leaseUntil),
    message: fields.message ?? null,
  };
}
