-- feed-state: sets a feed's state as a person decides, whatever it was.
-- KEYS[1]  hash  feed:<FeedId>
-- ARGV[1]  state   ARGV[2]  reason, "" for none
-- Returns  1, or 0 where the feed is not followed any more
-- Why a script: a feed that is removed meanwhile must not come back as a state without an address.  Cost: O(1).
local feed, state, reason = KEYS[1], ARGV[1], ARGV[2]
if redis.call("EXISTS", feed) == 0 then
  return 0
end
redis.call("HSET", feed, "state", state)
if reason == "" then
  redis.call("HDEL", feed, "stateReason")
else
  redis.call("HSET", feed, "stateReason", reason)
end
-- A feed that is resumed gets its week of tries and its trust anew.
if state == "active" then
  redis.call("HDEL", feed, "failures", "failingSince", "lastError", "keepsValidators")
end
return 1
