-- feed-remember: keeps a line of each entry that stands in a feed, counts those that are news, and lets go of those
-- gone longest.
-- KEYS[1]  hash  feed:<FeedId>   KEYS[2]  hash  feed-seen:<FeedId>   KEYS[3]  zset  feed-seen-at:<FeedId>
-- ARGV[1]  now ms   ARGV[2]  entries kept at most, > 0
-- ARGV[3...]  entry's hash, line or "" to keep its line, "1" where it was offered for the first time else "0", ...
-- Returns  entries let go of, or -1 where the feed is not followed any more
-- Why a script: both keys must hold the same entries, none may outlive its feed, and an entry that is known already
-- must not be counted again: a poll cut short is done again, a push may bring the same.  Cost: O(entries log kept).
local feed, seen, seenAt, now, kept = KEYS[1], KEYS[2], KEYS[3], ARGV[1], tonumber(ARGV[2])
if redis.call("EXISTS", feed) == 0 then
  return -1
end
local news = 0
for i = 3, #ARGV - 2, 3 do
  if ARGV[i + 1] ~= "" then
    local added = redis.call("HSET", seen, ARGV[i], ARGV[i + 1])
    if ARGV[i + 2] == "1" then
      news = news + added
    end
  end
  if redis.call("HEXISTS", seen, ARGV[i]) == 1 then
    redis.call("ZADD", seenAt, now, ARGV[i])
  end
end
if news > 0 then
  redis.call("HINCRBY", feed, "entriesSeen", news)
  redis.call("HSET", feed, "lastNewAt", now)
end
-- At most as many as one call may add twice over: the rest goes with the next call.
local surplus = math.min(redis.call("ZCARD", seenAt) - kept, 2000)
if surplus <= 0 then
  return 0
end
local gone = redis.call("ZRANGE", seenAt, 0, surplus - 1)
redis.call("HDEL", seen, unpack(gone))
redis.call("ZREM", seenAt, unpack(gone))
return surplus
