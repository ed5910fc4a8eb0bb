/*
 * The one file that spells Redis keys. `P` is the setting KEY_PREFIX ("wirefold"); braces are the hash
 * tag that keeps keys of one atomic step in one slot of a Redis Cluster. `xx` is the first two hex
 * digits of the key's own hash: 256 shards.
 *
 * | key                               | type   | content                                    | expiry              | writer        |
 * | --------------------------------- | ------ | ------------------------------------------ | ------------------- | ------------- |
 * | P:{a:xx}:url:<UrlKey>             | hash   | a URL, its state, steps and outcome        | TOMBSTONE_DAYS      | every stage   |
 * | P:{a:xx}:page:<UrlKey>            | hash   | a fetched page, gzipped                    | PAGE_TTL_DAYS       | fetch         |
 * | P:{a:xx}:article:<ArticleId>      | hash   | fields of the newest revision, readable    | WINDOW_DAYS         | extract       |
 * | P:{a:xx}:revisions:<ArticleId>    | hash   | ContentHash -> one line of JSON            | WINDOW_DAYS         | extract       |
 * | P:{a:xx}:text:<ArticleId>:<hash>  | string | clean text of a revision, deflated         | WINDOW_DAYS         | extract       |
 * | P:{a:xx}:removed:<ArticleId>      | string | removed blocks, deflated JSON              | WINDOW_DAYS         | extract       |
 * | P:{b}:backlog                     | hash   | UrlKey -> bytes of its page                | with the page       | fetch,extract |
 * | P:{b}:backlog-bytes               | string | their sum                                  | none                | fetch,extract |
 * | P:{m}:minute:<minute>             | hash   | <stage>:<word> -> jobs ended in a minute   | a day               | every stage   |
 *
 * The cluster index. NN is the anchor shard, V the version of fingerprints; a handle is a revision's short
 * name (revision-handle.ts). `node`, `revisions`, `evidence`, `texts` and the keys under `{i:NN}` are
 * packed, the rest is for redis-cli as it stands.
 *
 * | key                               | type   | content                                    | expiry              | writer        |
 * | --------------------------------- | ------ | ------------------------------------------ | ------------------- | ------------- |
 * | P:{i:NN}:V:<bits>:<bucket>        | hash   | group -> packed entries: tag and handle    | by sweep            | cluster       |
 * | P:{i:NN}:fingerprints:V:<bits>:<bucket> | hash | rest of a handle -> article-record.ts  | by sweep            | cluster       |
 * | P:{i:NN}:crowded:V                | hash   | anchor -> packed handles, over 8; beside a full list its SHA-1 | by sweep | cluster |
 * | P:{i:NN}:placed:V:<hour>          | list   | handles placed in an hour since epoch      | by sweep            | cluster       |
 * | P:{i:NN}:hours:V                  | zset   | hours that have such a list                | by sweep            | cluster       |
 * | P:{i:NN}:full                     | string | times an anchor was found full             | none                | cluster       |
 * | P:{c}:node:<bits>:<bucket>        | hash   | ArticleId -> union-find node               | by sweep            | cluster       |
 * | P:{c}:revisions                   | hash   | ArticleId -> later RevisionIds and marks   | with the node       | cluster       |
 * | P:{c}:evidence:<bits>:<bucket>    | hash   | ArticleId -> packed notes on other articles | by sweep           | cluster       |
 * | P:{c}:texts:<bits>:<bucket>       | hash   | rest of a text's key -> note on a text that left the window | TOMBSTONE_DAYS or with the cluster, by sweep | cluster |
 * | P:{c}:ordinal                     | string | ordinal given last                         | none                | cluster       |
 * | P:{c}:recent                      | zset   | ClusterId of 2 members and more -> last activity, ms | with the cluster | cluster |
 * | P:{c}:cluster:<ClusterId>         | hash   | memberCount, representative, members, … | TOMBSTONE_DAYS, sweep  | cluster       |
 * | P:{c}:members:<ClusterId>         | list   | the lines behind those in the field `members` | with the cluster | cluster       |
 * | P:{c}:publishers:<ClusterId>      | set    | all publishers, where the field `publishers` is + | with the cluster | cluster   |
 * | P:{c}:dissolving                  | hash   | ClusterId -> root of a cluster whose nodes are going | by sweep | cluster       |
 * | P:{c}:dissolved                   | string | clusters dissolved so far                  | none                | cluster       |
 * | P:{c}:events                      | stream | outbox: what became of clusters            | by length           | cluster       |
 * | P:{f}:due:fresh                   | zset   | host -> ms from which it may be asked      | none                | frontier      |
 * | P:{f}:due:backlog                 | zset   | the same for hosts with backlog only       | none                | frontier      |
 * | P:{f}:fresh:<host>                | list   | "<UrlKey> <url>", news of today            | none                | frontier      |
 * | P:{f}:backlog:<host>              | list   | "<UrlKey> <url>", everything else          | none                | frontier      |
 * | P:{f}:waiting:<4 hex>             | hash   | 16 more digits of UrlKey -> "": waits here | none                | frontier      |
 * | P:{f}:leased                      | zset   | UrlKey -> ms at which its lease ends       | none                | frontier      |
 * | P:{f}:leased-entries              | hash   | UrlKey -> "<class> <host> <url>"           | none                | frontier      |
 * | P:{f}:counts                      | hash   | fresh, backlog -> URLs waiting; turns      | none                | frontier      |
 * | P:{f}:paused                      | set    | hosts that are not asked                   | none                | frontier      |
 * | P:{f}:delays                      | hash   | host -> ms, an operator's wish             | none                | frontier      |
 * | P:{f}:host:<host>                 | hash   | nextAt, heldUntil, holder, starting, crawlDelayMs, slowness, slowAt | 7 days untouched    | frontier      |
 * | P:{f}:slots:<host>                | zset   | token of a request -> ms it lives          | the slot's life     | frontier      |
 * | P:{r}:robots:<origin>             | hash   | a robots.txt and when it was read          | up to 30 days       | fetch         |
 * | P:{r}:rights:<host>               | hash   | rules of tdmrep.json and ai.txt, fresh until | up to 30 days     | fetch         |
 *
 * Feeds. A FeedId is a hash of the feed's URL.
 *
 * | key                               | type   | content                                    | expiry              | writer        |
 * | --------------------------------- | ------ | ------------------------------------------ | ------------------- | ------------- |
 * | P:{p}:feeds                       | zset   | URL of each followed feed -> added at, ms  | none                | cli, poll     |
 * | P:{p}:feed:<FeedId>               | hash   | a feed: url, title, state, intervalMs, …   | none                | cli, poll     |
 * | P:{p}:websub:<SubscriptionId>     | hash   | a subscription at a hub: topic, secret, lease … | until it ends  | cli, poll     |
 * | P:{p}:websub-due                  | zset   | SubscriptionId -> ms at which its hub is asked | none            | cli, poll     |
 * | P:{p}:feed-seen:<FeedId>          | hash   | entry's hash -> stamp, offered at, revisions | by count          | poll          |
 * | P:{p}:feed-seen-at:<FeedId>       | zset   | entry's hash -> last seen at, ms           | by count            | poll          |
 * | P:{p}:feeds-moved                 | hash   | former URL -> URL                          | with the feed       | poll          |
 *
 * Learned boilerplate. One hash tag a host.
 *
 * | key                               | type   | content                                    | expiry              | writer        |
 * | --------------------------------- | ------ | ------------------------------------------ | ------------------- | ------------- |
 * | P:{l:<host>}:facts                | hash   | pages that voted; off: switched off        | 30 days; off: none  | extract, cli  |
 * | P:{l:<host>}:noted                | set    | integers: blocks that came once, 256 at most | 30 days untouched | extract       |
 * | P:{l:<host>}:blocks               | hash   | block key -> JSON: sample, latest votes    | 30 days untouched   | extract       |
 * | P:{l:<host>}:furniture            | zset   | block key -> last page on which it is      | 30 days untouched   | extract       |
 */
import type { ArticleId, ClusterId, ContentHash, UrlKey } from "../../core/model.ts";

const SHARD_DIGITS = 2;
const shardOf = (hash: string): string => hash.slice(0, SHARD_DIGITS);

/** The keys of pages, articles and URLs. */
export function articleKeys(prefix: string) {
  const shard = (hash: string): string => `${prefix}:{a:${shardOf(hash)}}`;
  return {
    url: (urlKey: UrlKey) => `${shard(urlKey)}:url:${urlKey}`,
    page: (urlKey: UrlKey) => `${shard(urlKey)}:page:${urlKey}`,
    article: (id: ArticleId) => `${shard(id)}:article:${id}`,
    revisions: (id: ArticleId) => `${shard(id)}:revisions:${id}`,
    text: (id: ArticleId, hash: ContentHash) => `${shard(id)}:text:${id}:${hash}`,
    removed: (id: ArticleId) => `${shard(id)}:removed:${id}`,
    backlog: () => `${prefix}:{b}:backlog`,
    backlogBytes: () => `${prefix}:{b}:backlog-bytes`,
    minute: (minute: number) => `${prefix}:{m}:minute:${minute}`,
  };
}

const HEX = 16;

/** The keys of the cluster index. @param version of the fingerprints: two versions never meet */
export function clusterKeys(prefix: string, version: number) {
  const index = (shard: number): string => `${prefix}:{i:${shard.toString(HEX).padStart(SHARD_DIGITS, "0")}}`;
  return {
    /** What the keys of a shard's buckets begin with: scripts put the bucket's hex digits behind. */
    anchorBuckets: (shard: number, bits: number) => `${index(shard)}:${version}:${bits}:`,
    crowdedAnchors: (shard: number) => `${index(shard)}:crowded:${version}`,
    /** @param hour since epoch; "" for what all these keys begin with */
    placedIn: (shard: number, hour: number | "") => `${index(shard)}:placed:${version}:${hour}`,
    hours: (shard: number) => `${index(shard)}:hours:${version}`,
    fullAnchors: (shard: number) => `${index(shard)}:full`,
    /** @param digits of the bucket, hex; "" for what all these keys begin with */
    fingerprints: (shard: number, bits: number, digits: string) =>
      `${index(shard)}:fingerprints:${version}:${bits}:${digits}`,
    /** @param digits of the bucket, hex; "" for what all these keys begin with */
    evidence: (bits: number, digits: string) => `${prefix}:{c}:evidence:${bits}:${digits}`,
    /** @param digits of the bucket, hex; "" for what all these keys begin with */
    node: (bits: number, digits: string) => `${prefix}:{c}:node:${bits}:${digits}`,
    /** @param digits of the bucket, hex; "" for what all these keys begin with */
    texts: (bits: number, digits: string) => `${prefix}:{c}:texts:${bits}:${digits}`,
    laterRevisions: () => `${prefix}:{c}:revisions`,
    ordinal: () => `${prefix}:{c}:ordinal`,
    dissolving: () => `${prefix}:{c}:dissolving`,
    dissolved: () => `${prefix}:{c}:dissolved`,
    recent: () => `${prefix}:{c}:recent`,
    /** @param id "" for what all these keys begin with */
    cluster: (id: ClusterId | "") => `${prefix}:{c}:cluster:${id}`,
    /** @param id "" for what all these keys begin with */
    members: (id: ClusterId | "") => `${prefix}:{c}:members:${id}`,
    /** @param id "" for what all these keys begin with */
    publishers: (id: ClusterId | "") => `${prefix}:{c}:publishers:${id}`,
    events: () => `${prefix}:{c}:events`,
  };
}

export type ClusterKeys = ReturnType<typeof clusterKeys>;

/** The keys of the frontier: all in one slot, since one script pops any host. */
export function frontierKeys(prefix: string) {
  const base = `${prefix}:{f}:`;
  return {
    /** What every key of the frontier begins with: scripts build the keys of single hosts from it. */
    base,
    dueFresh: `${base}due:fresh`,
    dueBacklog: `${base}due:backlog`,
    leased: `${base}leased`,
    leasedEntries: `${base}leased-entries`,
    counts: `${base}counts`,
    paused: `${base}paused`,
    delays: `${base}delays`,
    fresh: (host: string) => `${base}fresh:${host}`,
    backlog: (host: string) => `${base}backlog:${host}`,
    host: (host: string) => `${base}host:${host}`,
    slots: (host: string) => `${base}slots:${host}`,
  };
}

/** @param origin scheme, host and port: `https://news.example` */
export const robotsKey = (prefix: string, origin: string): string => `${prefix}:{r}:robots:${origin}`;

/** @param host `politenessHost` of a page's URL */
export const rightsKey = (prefix: string, host: string): string => `${prefix}:{r}:rights:${host}`;

/** The keys of followed feeds. @param id `feedIdOf` the feed's URL */
export function feedKeys(prefix: string) {
  return {
    feeds: () => `${prefix}:{p}:feeds`,
    feed: (id: string) => `${prefix}:{p}:feed:${id}`,
    /** What keys of subscriptions begin with: scripts build those of single ones from it. */
    subscriptions: () => `${prefix}:{p}:websub:`,
    subscription: (id: string) => `${prefix}:{p}:websub:${id}`,
    subscriptionsDue: () => `${prefix}:{p}:websub-due`,
    seen: (id: string) => `${prefix}:{p}:feed-seen:${id}`,
    seenAt: (id: string) => `${prefix}:{p}:feed-seen-at:${id}`,
    moved: () => `${prefix}:{p}:feeds-moved`,
  };
}

/** The keys of what was learnt of a host's pages. @param host `furnitureHost` of a page's URL */
export function boilerplateKeys(prefix: string, host: string) {
  const base = `${prefix}:{l:${host}}`;
  return {
    facts: `${base}:facts`,
    noted: `${base}:noted`,
    blocks: `${base}:blocks`,
    furniture: `${base}:furniture`,
  };
}
