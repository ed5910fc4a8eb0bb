-- frontier-push: puts URLs behind their hosts' lists, each only if it is not waiting yet.
-- KEYS[1]  zset  due:fresh     host -> ms from which it may be asked, hosts with a fresh URL
-- KEYS[2]  zset  due:backlog   the same for hosts with backlog only
-- KEYS[3]  set   paused        hosts
-- KEYS[4]  hash  counts        fresh, backlog: URLs waiting
-- ARGV[1]  what the other frontier keys begin with: fresh:<host>, backlog:<host>, host:<host>, waiting:<4 hex>
-- ARGV[2]  now ms, -1 for the server's clock
-- ARGV[3...]  in groups of 4: UrlKey, host, "fresh" or "backlog", URL
-- Returns  a list of 1 (queued) and 0 (already waiting), one per group
-- Why a script: two pushes of one URL must queue it once.  Cost: O(URLs * log hosts).
local due = { fresh = KEYS[1], backlog = KEYS[2] }
local paused, counts, base, now = KEYS[3], KEYS[4], ARGV[1], tonumber(ARGV[2])
if now < 0 then
  local time = redis.call("TIME")
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end

-- A host that was asked, or handed out, a moment ago keeps its distance when it comes back.
local function earliest(host)
  local state = redis.call("HMGET", base .. "host:" .. host, "nextAt", "heldUntil")
  return math.max(now, tonumber(state[1] or "0"), tonumber(state[2] or "0"))
end

local function schedule(host, class)
  if redis.call("SISMEMBER", paused, host) == 1 then return end
  local score = redis.call("ZSCORE", due.fresh, host)
  if score then return end
  local backlogScore = redis.call("ZSCORE", due.backlog, host)
  if class == "fresh" then
    redis.call("ZADD", due.fresh, backlogScore or earliest(host), host)
    if backlogScore then redis.call("ZREM", due.backlog, host) end
  elseif not backlogScore then
    redis.call("ZADD", due.backlog, earliest(host), host)
  end
end

local answers = {}
for at = 3, #ARGV, 4 do
  local urlKey, host, class, url = ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  local isNew = redis.call("HSETNX", base .. "waiting:" .. urlKey:sub(1, 4), urlKey:sub(5, 20), "")
  if isNew == 1 then
    redis.call("RPUSH", base .. class .. ":" .. host, urlKey .. " " .. url)
    redis.call("HINCRBY", counts, class, 1)
    schedule(host, class)
  end
  answers[#answers + 1] = isNew
end
return answers
