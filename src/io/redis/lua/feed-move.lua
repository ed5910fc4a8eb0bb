-- feed-move: follows a feed under its new URL, with all that is known of it.
-- KEYS[1]  hash  feed:<old>          KEYS[2]  hash  feed:<new>
-- KEYS[3]  hash  feed-seen:<old>     KEYS[4]  hash  feed-seen:<new>
-- KEYS[5]  zset  feed-seen-at:<old>  KEYS[6]  zset  feed-seen-at:<new>
-- KEYS[7]  zset  feeds               KEYS[8]  hash  feeds-moved
-- ARGV[1]  old URL   ARGV[2]  new URL, another   ARGV[3]  now ms
-- Returns  "moved", "already-followed" (the old one has ended then) or "unknown"
-- Why a script: between two steps the feed would be followed twice or not at all.  Cost: O(log feeds).
local old, new, oldUrl, newUrl, now = KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3]
local feeds, moved = KEYS[7], KEYS[8]
if redis.call("EXISTS", old) == 0 then
  return "unknown"
end
if redis.call("EXISTS", new) == 1 then
  redis.call("HSET", old, "state", "ended", "stateReason", "moved to " .. newUrl .. ", which is followed already")
  return "already-followed"
end
redis.call("RENAME", old, new)
redis.call("HSET", new, "url", newUrl, "movedFrom", oldUrl, "movedAt", now)
if redis.call("EXISTS", KEYS[3]) == 1 then
  redis.call("RENAME", KEYS[3], KEYS[4])
  redis.call("RENAME", KEYS[5], KEYS[6])
end
local addedAt = redis.call("ZSCORE", feeds, oldUrl) or now
redis.call("ZREM", feeds, oldUrl)
redis.call("ZADD", feeds, addedAt, newUrl)
redis.call("HSET", moved, oldUrl, newUrl)
redis.call("HDEL", moved, newUrl)
return "moved"
