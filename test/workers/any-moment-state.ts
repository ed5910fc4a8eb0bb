/* All that stands in Redis at a course's end, written so that two courses can be compared. */
import type { ChainableCommander } from "ioredis";
import { WEBHOOKS } from "./any-moment-process.ts";
import type { World } from "./any-moment-world.ts";

/** Moments of the test's day differ with each kill. */
const MOMENT = /\b193\d{10}(?:\.\d+)?\b/g;
const WRITTEN_MOMENT = /2031-05-\d\dT[\d:.]+Z/g;
/** Names and secrets of subscriptions are drawn; hashes of documents look like them, and need not be told apart. */
const DRAWN = /\b[0-9a-f]{64}\b|(?<=websub:|websubId=)[0-9a-f]{32}\b/g;
/** What a stage has done is told by its first run or by its second one: `new`, or `unchanged` by then. */
const STEP_MESSAGE = /("stage":"extract","result":"advanced".*"message":)"\w+"/;
/** Counts turns of the frontier, whatever they gave. */
const TURNS = /^turns=/;
/** The index and the order of founding: test/io/redis/cluster-index-any-moment.test.ts. */
const OF_THE_INDEX = /^\{i:|^\{c\}:(?:node|evidence|revisions|ordinal)/;

const masked = (text: string): string =>
  text
    .replace(MOMENT, "T")
    .replace(WRITTEN_MOMENT, "T")
    .replace(DRAWN, "drawn")
    .replace(STEP_MESSAGE, '$1"done"');

/** By key, without the test's prefix; schedules and deliveries besides. */
export async function stateOf(world: World): Promise<Record<string, unknown>> {
  const { redis, prefix } = world.server;
  const names = (await redis.keys(`${prefix}:*`)).map((key) => key.slice(prefix.length + 1)).sort();
  const keys = names.filter((name) => !OF_THE_INDEX.test(name));
  const types = await answersTo(redis.pipeline(), keys, (chain, key) => chain.type(`${prefix}:${key}`));
  const typeOf = new Map(keys.map((key, at) => [key, String(types[at])]));
  const contents = await answersTo(redis.pipeline(), keys, (chain, key) =>
    READS[typeOf.get(key) ?? ""]?.(chain, `${prefix}:${key}`),
  );
  const state = keys.map((key, at) => [masked(key), linesOf(typeOf.get(key) ?? "", contents[at])] as const);
  return {
    ...Object.fromEntries(state),
    schedules: world.schedules.all().sort(),
    delivered: new Set(world.delivered).size,
  };
}

const READS: Readonly<Record<string, (chain: ChainableCommander, key: string) => unknown>> = {
  hash: (chain, key) => chain.hgetall(key),
  string: (chain, key) => chain.get(key),
  zset: (chain, key) => chain.zrange(key, "0", "-1"),
  list: (chain, key) => chain.lrange(key, 0, -1),
  set: (chain, key) => chain.smembers(key),
  stream: (chain, key) => chain.xrange(key, "-", "+"),
};

async function answersTo(
  chain: ChainableCommander,
  keys: readonly string[],
  ask: (chain: ChainableCommander, key: string) => unknown,
): Promise<unknown[]> {
  for (const key of keys) ask(chain, key);
  return ((await chain.exec()) ?? []).map(([error, answer]) => {
    if (error) throw error;
    return answer;
  });
}

function linesOf(type: string, content: unknown): readonly string[] {
  if (type === "string") return [masked(String(content))];
  if (type === "hash")
    return Object.entries(content as Record<string, string>)
      .map(([field, value]) => masked(`${field}=${value}`))
      .filter((line) => !TURNS.test(line))
      .sort();
  // The id of an event is its moment.
  if (type === "stream")
    return (content as Array<[string, string[]]>).map(([, fields]) => masked(fields.join(" "))).sort();
  return (content as string[]).map(masked).sort();
}

/** Of the URLs of one article, which came first is left open; and so is whether one asked for twice had changed between. */
const PLACED = new Set(["clustered", "duplicate-url", "not-modified"]);
/**
 * What passes through, of which nothing may be left. A host's slot that a killed worker had is not among it: it ends by
 * itself, and the job may have been done by another.
 */
const PASSING = /^\{a:..\}:page:|^\{b\}:backlog$|^\{f\}:(?:due|fresh|backlog|waiting|leased)/;
const FEED_FIELDS = ["url", "entriesSeen", "state", "movedFrom", "websubId"];

/** What does not depend on the order in which workers come to their turns. */
export async function endOf(world: World): Promise<Record<string, unknown>> {
  const state = await stateOf(world);
  const recordsOf = (kind: string): Array<Record<string, string>> =>
    Object.entries(state)
      .filter(([key]) => key.includes(`:${kind}:`))
      .map(([, lines]) => Object.fromEntries((lines as string[]).map((line) => line.split(/=(.*)/s))));
  return {
    outcomes: recordsOf("url").map(({ url, outcome = '{"kind":"none"}' }) => {
      const { kind } = JSON.parse(outcome) as { kind: string };
      return `${url} ${PLACED.has(kind) ? "placed" : kind}`;
    }),
    articles: recordsOf("article").map(({ canonicalUrl, title }) => `${canonicalUrl} ${title}`),
    clusters: recordsOf("cluster").map(({ members = "" }) => members.replace(/ .*/gm, "").split("\n").sort()),
    feed: recordsOf("feed").map((fields) => FEED_FIELDS.map((name) => fields[name])),
    seen: Object.entries(state).filter(([key]) => key.includes(":feed-seen")),
    schedules: state.schedules,
    counts: [state["{f}:counts"], state["{b}:backlog-bytes"]],
    undelivered: WEBHOOKS * (state["{c}:events"] as string[]).length - Number(state.delivered),
    left: Object.keys(state).filter((key) => PASSING.test(key)),
  };
}
