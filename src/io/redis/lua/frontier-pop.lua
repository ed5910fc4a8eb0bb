-- frontier-pop: hands out the URLs that may be asked now, one per host, and leases them.
-- KEYS[1]  zset  due:fresh        host -> ms from which it may be asked, hosts with a fresh URL
-- KEYS[2]  zset  due:backlog      the same for hosts with backlog only
-- KEYS[3]  zset  leased           UrlKey -> ms at which the lease ends
-- KEYS[4]  hash  leased-entries   UrlKey -> "<class> <host> <url>"
-- KEYS[5]  hash  counts           fresh, backlog: URLs waiting; turns: URLs asked for while backlog was due
-- ARGV[1]  what the other frontier keys begin with: fresh:<host>, backlog:<host>, host:<host>
-- ARGV[2]  now ms, -1 for the server's clock   ARGV[3]  most URLs, > 0   ARGV[4]  lease ms, > 0
-- ARGV[5]  ms for which a host hands out nothing more unless its slot is released before
-- ARGV[6]  share of the URLs kept for hosts of the backlog while such hosts are due, 0 to 1
-- ARGV[7]  host:<host> lives, ms
-- Returns  {next due ms or "", UrlKey, host, class, url, UrlKey, host, class, url, ...}
-- Why a script: two dispatchers must not get one URL, nor one host at once; and between list and lease
-- there must be no moment in which a crash loses the URL.  Cost: O(URLs * log hosts).
local due = { fresh = KEYS[1], backlog = KEYS[2] }
local leased, leasedEntries, counts = KEYS[3], KEYS[4], KEYS[5]
local base, now, limit, lease = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local hold, backlogShare, ttl = tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
if now < 0 then
  local time = redis.call("TIME")
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local answer = { "" }

local function reschedule(host, at)
  redis.call("ZREM", due.fresh, host)
  redis.call("ZREM", due.backlog, host)
  if redis.call("EXISTS", base .. "fresh:" .. host) == 1 then
    redis.call("ZADD", due.fresh, at, host)
  elseif redis.call("EXISTS", base .. "backlog:" .. host) == 1 then
    redis.call("ZADD", due.backlog, at, host)
  end
end

local function handOut(host, class, entry)
  local urlKey, url = entry:sub(1, 32), entry:sub(34)
  redis.call("ZADD", leased, now + lease, urlKey)
  redis.call("HSET", leasedEntries, urlKey, class .. " " .. host .. " " .. url)
  redis.call("HINCRBY", counts, class, -1)
  redis.call("HSET", base .. "host:" .. host, "heldUntil", now + hold, "holder", urlKey)
  redis.call("PEXPIRE", base .. "host:" .. host, ttl)
  answer[#answer + 1] = urlKey
  answer[#answer + 1] = host
  answer[#answer + 1] = class
  answer[#answer + 1] = url
end

local function take(class, most)
  if most <= 0 then return 0 end
  local hosts = redis.call("ZRANGE", due[class], "-inf", now, "BYSCORE", "LIMIT", 0, most)
  for _, host in ipairs(hosts) do
    local entry = redis.call("LPOP", base .. class .. ":" .. host)
    if entry then handOut(host, class, entry) end
    reschedule(host, now + hold)
  end
  return #hosts
end

-- Counted through all pops: of pops of one URL each, as busy workers make them, every fifth is the backlog's.
local function roomOfBacklog()
  local waiting = redis.call("ZCOUNT", due.backlog, "-inf", now)
  if waiting == 0 then return 0 end
  local turns = redis.call("HINCRBY", counts, "turns", limit)
  local room = math.floor(turns * backlogShare) - math.floor((turns - limit) * backlogShare)
  return math.min(waiting, room)
end

local taken = take("fresh", limit - roomOfBacklog())
taken = taken + take("backlog", limit - taken)

for _, set in pairs(due) do
  local first = redis.call("ZRANGE", set, 0, 0, "WITHSCORES")
  if first[2] and (answer[1] == "" or tonumber(first[2]) < tonumber(answer[1])) then answer[1] = first[2] end
end
return answer
