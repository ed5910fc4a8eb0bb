-- url-waiting: notes that an offered URL has reached the frontier or a queue.
-- KEYS[1]  hash  url:<urlKey>   the URL's record
-- Returns  1 where it was offered and now waits, else 0
-- Why a script: a fast worker may have settled the URL by now, and a late note must not undo that.  Cost: O(1).
local record = KEYS[1]
if redis.call("HGET", record, "state") ~= "offered" then
  return 0
end
redis.call("HSET", record, "state", "waiting")
return 1
