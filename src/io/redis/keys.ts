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
 */
import type { ArticleId, ContentHash, UrlKey } from "../../core/model.ts";

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
