-- feed-websub-want: sees to it that a feed has a subscription at one of the hubs it names.
-- KEYS[1]  hash  feed:<FeedId>
-- KEYS[2]  zset  websub-due   SubscriptionId -> ms at which its hub is to be asked
-- ARGV[1]  what keys of subscriptions begin with   ARGV[2]  id for a new one   ARGV[3]  secret for it
-- ARGV[4]  feed's URL   ARGV[5]  topic   ARGV[6]  now ms   ARGV[7...]  hubs, a new subscription is for the first
-- Returns  "kept", "asked", or "not-active" where the feed is not read (any more)
-- Why a script: two polls of one feed must not leave two subscriptions, of which nobody knows the first.  Cost: O(hubs).
local feed, due, base, id, secret = KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3]
local url, topic, now = ARGV[4], ARGV[5], ARGV[6]
if redis.call("HGET", feed, "state") ~= "active" then
  return "not-active"
end
local old = redis.call("HGET", feed, "websubId")
if old then
  local known = redis.call("HMGET", base .. old, "hub", "topic", "mode", "leaseUntil")
  local named = false
  for i = 7, #ARGV do
    named = named or known[1] == ARGV[i]
  end
  if named and known[2] == topic and known[3] == "subscribe" then
    return "kept"
  end
  -- One that a hub has confirmed is ended there; one that was only asked for is forgotten.
  if known[4] then
    redis.call("HSET", base .. old, "mode", "unsubscribe", "state", "wanted", "tries", 0)
    redis.call("ZADD", due, now, old)
  else
    redis.call("DEL", base .. old)
    redis.call("ZREM", due, old)
  end
end
redis.call("HSET", base .. id, "feedUrl", url, "hub", ARGV[7], "topic", topic, "secret", secret)
redis.call("HSET", base .. id, "mode", "subscribe", "state", "wanted", "tries", 0)
redis.call("ZADD", due, now, id)
redis.call("HDEL", feed, "pushedUntil", "hubDelivers")
redis.call("HSET", feed, "websubId", id)
return "asked"
