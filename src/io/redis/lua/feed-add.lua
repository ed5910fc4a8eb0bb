-- feed-add: follows a feed, unless it is followed already.
-- KEYS[1]  hash  feed:<FeedId>   KEYS[2]  zset  feeds   KEYS[3]  hash  feeds-moved
-- ARGV[1]  URL   ARGV[2]  now ms   ARGV[3...]  field, value, field, value, ...
-- Returns  1 where the feed is new, 0 where it is followed already
-- Why a script: two people that add one feed at once must not reset what is known of it.  Cost: O(fields).
local feed, feeds, moved, url, now = KEYS[1], KEYS[2], KEYS[3], ARGV[1], ARGV[2]
if redis.call("EXISTS", feed) == 1 then
  return 0
end
redis.call("HSET", feed, "url", url, "addedAt", now, unpack(ARGV, 3))
redis.call("ZADD", feeds, now, url)
redis.call("HDEL", moved, url)
return 1
