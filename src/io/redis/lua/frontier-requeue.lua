-- frontier-requeue: puts leased URLs back at the front of their hosts' lists: the named ones, or those
-- whose lease has ended because a dispatcher died between pop and hand-over.
-- KEYS[1]  zset  due:fresh        host -> ms from which it may be asked, hosts with a fresh URL
-- KEYS[2]  zset  due:backlog      the same for hosts with backlog only
-- KEYS[3]  zset  leased           UrlKey -> ms at which the lease ends
-- KEYS[4]  hash  leased-entries   UrlKey -> "<class> <host> <url>"
-- KEYS[5]  set   paused           hosts
-- KEYS[6]  hash  counts           fresh, backlog: URLs waiting
-- ARGV[1]  what the other frontier keys begin with: fresh:<host>, backlog:<host>, host:<host>
-- ARGV[2]  now ms, -1 for the server's clock   ARGV[3]  most expired leases to take
-- ARGV[4...]  UrlKeys to give back whatever their lease; none: the expired ones
-- Returns  how many URLs went back
-- Why a script: a URL is always in exactly one of list and lease.  Cost: O(URLs * log hosts).
local due = { fresh = KEYS[1], backlog = KEYS[2] }
local leased, leasedEntries, paused, counts = KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local base, now, most = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
if now < 0 then
  local time = redis.call("TIME")
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end

local urlKeys = {}
for at = 4, #ARGV do
  urlKeys[#urlKeys + 1] = ARGV[at]
end
if #ARGV < 4 then
  urlKeys = redis.call("ZRANGE", leased, "-inf", now, "BYSCORE", "LIMIT", 0, most)
end

local function schedule(host)
  redis.call("HDEL", base .. "host:" .. host, "heldUntil", "holder")
  if redis.call("SISMEMBER", paused, host) == 1 then return end
  local at = math.max(now, tonumber(redis.call("HGET", base .. "host:" .. host, "nextAt") or "0"))
  local isFresh = redis.call("EXISTS", base .. "fresh:" .. host) == 1
  redis.call("ZADD", isFresh and due.fresh or due.backlog, at, host)
  if isFresh then redis.call("ZREM", due.backlog, host) end
end

local back = 0
for _, urlKey in ipairs(urlKeys) do
  local entry = redis.call("HGET", leasedEntries, urlKey)
  redis.call("ZREM", leased, urlKey)
  if entry then
    local class, host, url = entry:match("^(%S+) (%S+) (.*)$")
    redis.call("HDEL", leasedEntries, urlKey)
    redis.call("LPUSH", base .. class .. ":" .. host, urlKey .. " " .. url)
    redis.call("HINCRBY", counts, class, 1)
    schedule(host)
    back = back + 1
  end
end
return back
