-- feed-settle: writes what one poll found out about a feed.
-- KEYS[1]  hash  feed:<FeedId>
-- ARGV[1]  new state or ""   ARGV[2]  count of fields to delete
-- ARGV[3...]  those fields, then field, value, field, value, ...
-- Returns  the feed's state after it, or "" where the feed is not followed any more
-- Why a script: a poll that ends late must neither bring back a removed feed nor wake a paused one.  Cost: O(fields).
local feed, newState, deletions = KEYS[1], ARGV[1], tonumber(ARGV[2])
local state = redis.call("HGET", feed, "state")
if not state then
  return ""
end
for i = 3, 2 + deletions do
  redis.call("HDEL", feed, ARGV[i])
end
for i = 3 + deletions, #ARGV - 1, 2 do
  redis.call("HSET", feed, ARGV[i], ARGV[i + 1])
end
if newState ~= "" and state == "active" then
  redis.call("HSET", feed, "state", newState)
  return newState
end
return state
