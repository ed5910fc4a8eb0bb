-- frontier-handed-over: ends leases, since the URLs now stand in a queue of their own.
-- KEYS[1]  zset  leased           UrlKey -> ms at which the lease ends
-- KEYS[2]  hash  leased-entries   UrlKey -> "<class> <host> <url>"
-- ARGV[1]  what the other frontier keys begin with: waiting:<4 hex>
-- ARGV[2...]  UrlKeys
-- Returns  how many leases ended
-- Why a script: lease, entry and waiting mark go together.  Cost: O(URLs * log leases).
local leased, leasedEntries, base = KEYS[1], KEYS[2], ARGV[1]
local ended = 0
for at = 2, #ARGV do
  local urlKey = ARGV[at]
  if redis.call("ZREM", leased, urlKey) == 1 then
    redis.call("HDEL", leasedEntries, urlKey)
    redis.call("HDEL", base .. "waiting:" .. urlKey:sub(1, 4), urlKey:sub(5, 20))
    ended = ended + 1
  end
end
return ended
