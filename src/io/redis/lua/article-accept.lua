-- article-accept: stores one revision of an article: its text, and its fields where it is the newest.
-- KEYS[1]  hash    article:<id>          the readable fields of the newest revision
-- KEYS[2]  hash    revisions:<id>        ContentHash -> one line of JSON
-- KEYS[3]  string  text:<id>:<hash>      clean text, deflated
-- KEYS[4]  string  removed:<id>          removed blocks of the newest revision, deflated JSON
-- ARGV[1]  ContentHash   ARGV[2]  fetched at, ms   ARGV[3]  time to live ms, > 0   ARGV[4]  revision line
-- ARGV[5]  deflated text   ARGV[6]  deflated removed blocks   ARGV[7]  version of its furniture or ""
-- ARGV[8...]  field, value, field, value, ...
-- Returns  {"new"}, {"revised", older ContentHash}, {"unchanged", UrlKey it came by} or {"older"};
--          {"other-furniture", version or ""} where this revision stands with another: then nothing is written
-- Why a script: two pages of one article fetched at once must leave the newer one.  Cost: O(fields).
local article, revisions, text, removed = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local contentHash, fetchedAt, ttl = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local known = redis.call("EXISTS", text) == 1 and redis.call("HGET", revisions, contentHash)
local version = known and cjson.decode(known).furnitureVersion or ""
if known and version ~= ARGV[7] then
  return { "other-furniture", version }
end
local current = redis.call("HMGET", article, "contentHash", "fetchedAt", "urlKey")
local answer = { "new" }
if current[1] == contentHash then
  answer = { "unchanged", current[3] }
elseif current[1] and tonumber(current[2]) > fetchedAt then
  answer = { "older" }
elseif current[1] then
  answer = { "revised", current[1] }
end
redis.call("HSETNX", revisions, contentHash, ARGV[4])
redis.call("SET", text, ARGV[5], "PX", ttl)
if answer[1] == "new" or answer[1] == "revised" then
  redis.call("DEL", article)
  redis.call("HSET", article, unpack(ARGV, 8))
  redis.call("SET", removed, ARGV[6], "PX", ttl)
else
  redis.call("PEXPIRE", removed, ttl)
end
redis.call("PEXPIRE", article, ttl)
redis.call("PEXPIRE", revisions, ttl)
return answer
