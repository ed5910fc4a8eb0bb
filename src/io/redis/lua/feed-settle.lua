-- feed-settle: writes what one poll found out about a feed.
-- KEYS[1]  hash  feed:<FeedId>
-- ARGV[1]  new state or ""   ARGV[2]  entries offered first by this poll, >= 0   ARGV[3]  count of fields to delete
-- ARGV[4...]  those fields, then field, value, field, value, ...
-- Returns  the feed's state after it, or "" where the feed is not followed any more
-- Why a script: a poll that ends late must neither bring back a removed feed nor wake a paused one.  Cost: O(fields).
local feed, newState, entries, deletions = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local state = redis.call("HGET", feed, "state")
if not state then
  return ""
end
for i = 4, 3 + deletions do
  redis.call("HDEL", feed, ARGV[i])
end
for i = 4 + deletions, #ARGV - 1, 2 do
  redis.call("HSET", feed, ARGV[i], ARGV[i + 1])
end
if entries > 0 then
  redis.call("HINCRBY", feed, "entriesSeen", entries)
end
if newState ~= "" and state == "active" then
  redis.call("HSET", feed, "state", newState)
  return newState
end
return state
