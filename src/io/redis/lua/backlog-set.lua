-- backlog-set: notes how many bytes a stored page takes, once per page.
-- KEYS[1]  hash    backlog         UrlKey -> bytes
-- KEYS[2]  string  backlog-bytes   their sum
-- ARGV[1]  UrlKey   ARGV[2]  bytes, >= 0; 0 takes the page off the backlog
-- Returns  the sum after it
-- Why a script: the sum must follow the hash however often a job is done.  Cost: O(1).
local backlog, total, urlKey, bytes = KEYS[1], KEYS[2], ARGV[1], tonumber(ARGV[2])
local before = tonumber(redis.call("HGET", backlog, urlKey) or "0")
if bytes > 0 then
  redis.call("HSET", backlog, urlKey, bytes)
else
  redis.call("HDEL", backlog, urlKey)
end
return redis.call("INCRBY", total, bytes - before)
