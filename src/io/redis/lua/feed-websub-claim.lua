-- feed-websub-claim: takes subscriptions whose hub is to be asked now, for one process for a while.
-- KEYS[1]  zset  websub-due   SubscriptionId -> ms at which its hub is to be asked
-- ARGV[1]  now ms   ARGV[2]  how many at most, > 0   ARGV[3]  for how long they are taken, ms, > 0
-- Returns  a list of SubscriptionIds
-- Why a script: two processes that read the same list would both ask.  Cost: O(taken * log subscriptions).
local due, now, limit, claim = KEYS[1], tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
local ids = redis.call("ZRANGEBYSCORE", due, "-inf", now, "LIMIT", 0, limit)
for _, id in ipairs(ids) do
  redis.call("ZADD", due, now + claim, id)
end
return ids
