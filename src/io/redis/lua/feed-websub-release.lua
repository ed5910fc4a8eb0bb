-- feed-websub-release: a feed is no longer to be pushed: its hub will be asked to stop.
-- KEYS[1]  hash  feed:<FeedId>
-- KEYS[2]  zset  websub-due   SubscriptionId -> ms at which its hub is to be asked
-- ARGV[1]  what keys of subscriptions begin with   ARGV[2]  now ms
-- Returns  1 where there was a subscription, else 0
-- Why a script: a subscription taken off the feed but not marked would be renewed for ever.  Cost: O(1).
local feed, due, base, now = KEYS[1], KEYS[2], ARGV[1], ARGV[2]
local id = redis.call("HGET", feed, "websubId")
if not id then
  return 0
end
redis.call("HDEL", feed, "websubId", "pushedUntil", "hubDelivers")
-- One that a hub has confirmed is ended there; one that was only asked for is forgotten.
if redis.call("HEXISTS", base .. id, "leaseUntil") == 1 then
  redis.call("HSET", base .. id, "mode", "unsubscribe", "state", "wanted", "tries", 0)
  redis.call("ZADD", due, now, id)
else
  redis.call("DEL", base .. id)
  redis.call("ZREM", due, id)
end
return 1
