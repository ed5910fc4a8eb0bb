-- url-offer: notes that a URL was offered and answers whether it is to be fetched.
-- KEYS[1]  hash  url:<urlKey>   the URL's record
-- ARGV[1]  URL   ARGV[2]  now ms   ARGV[3]  source   ARGV[4]  "1" to fetch a known URL again   ARGV[5]  time to live ms, > 0
-- ARGV[6]  what a feed said of it, JSON, or ""   ARGV[7]  fields given to its article, JSON, or ""
-- Returns  {"queued"} or {"known", state}
-- Why a script: two workers that offer one URL at once would both queue it.  Cost: O(1).
local record, url, now, source, again, ttl = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local announced, given = ARGV[6], ARGV[7]
local state = redis.call("HGET", record, "state")
-- `offered` means an earlier offer was cut short before its URL reached the frontier: offer it once more.
-- Asked for again, a URL is queued whatever its state: the frontier and the queues hold it once at most.
if state and state ~= "offered" and again ~= "1" then
  if announced ~= "" then
    redis.call("HSETNX", record, "announced", announced)
  end
  return { "known", state }
end
redis.call("HSETNX", record, "firstOfferedAt", now)
redis.call("HDEL", record, "outcome", "step.fetch", "step.extract", "step.cluster")
redis.call("HSET", record, "url", url, "offeredAt", now, "source", source, "state", "offered")
if announced ~= "" then
  redis.call("HSET", record, "announced", announced)
end
if given ~= "" then
  redis.call("HSET", record, "given", given)
end
redis.call("PEXPIRE", record, ttl)
return { "queued" }
