-- feed-websub-settle: writes what became of a subscription, unless it became something else meanwhile.
-- KEYS[1]  hash  websub:<SubscriptionId>
-- KEYS[2]  zset  websub-due     SubscriptionId -> ms at which its hub is to be asked
-- KEYS[3]  hash  feed:<FeedId>  the subscription's feed
-- ARGV[1]  SubscriptionId   ARGV[2]  mode it must have   ARGV[3]  state it must have, "" for any
-- ARGV[4]  ms at which its hub is asked next, "" ends the subscription
-- ARGV[5]  ms until which the feed is pushed, "0" not any more, "" leaves it
-- ARGV[6...]  field, value, field, value, ...
-- Returns  1 where it was written, else 0
-- Why a script: a hub verifies while its answer to our request is still on the way, and a person removes the
-- feed meanwhile: a late writer must undo neither.  Cost: O(fields).
local subscription, due, feed = KEYS[1], KEYS[2], KEYS[3]
local id, mode, state, dueAt, pushedUntil = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local known = redis.call("HMGET", subscription, "mode", "state")
if known[1] ~= mode or (state ~= "" and known[2] ~= state) then
  return 0
end
if dueAt == "" then
  redis.call("DEL", subscription)
  redis.call("ZREM", due, id)
else
  for i = 6, #ARGV - 1, 2 do
    redis.call("HSET", subscription, ARGV[i], ARGV[i + 1])
  end
  redis.call("ZADD", due, dueAt, id)
end
if pushedUntil ~= "" and redis.call("HGET", feed, "websubId") == id then
  if pushedUntil == "0" then
    redis.call("HDEL", feed, "pushedUntil", "hubDelivers")
  else
    redis.call("HSET", feed, "pushedUntil", pushedUntil)
  end
end
return 1
