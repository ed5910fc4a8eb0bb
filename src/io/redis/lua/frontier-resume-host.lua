-- frontier-resume-host: lets a paused host be handed out again.
-- KEYS[1]  set   paused            hosts
-- KEYS[2]  zset  due:fresh         host -> ms from which it may be asked
-- KEYS[3]  zset  due:backlog       the same for hosts with backlog only
-- KEYS[4]  hash  host:<host>       nextAt
-- KEYS[5]  list  fresh:<host>      "<UrlKey> <url>"
-- KEYS[6]  list  backlog:<host>    "<UrlKey> <url>"
-- ARGV[1]  host   ARGV[2]  now ms, -1 for the server's clock
-- Returns  1 if it was paused, else 0
-- Why a script: a push between the two steps would miss the host.  Cost: O(log hosts).
local paused, fresh, backlog, state = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local freshList, backlogList, host, now = KEYS[5], KEYS[6], ARGV[1], tonumber(ARGV[2])
if now < 0 then
  local time = redis.call("TIME")
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local wasPaused = redis.call("SREM", paused, host)
local at = math.max(now, tonumber(redis.call("HGET", state, "nextAt") or "0"))
if redis.call("EXISTS", freshList) == 1 then
  redis.call("ZADD", fresh, "NX", at, host)
elseif redis.call("EXISTS", backlogList) == 1 then
  redis.call("ZADD", backlog, "NX", at, host)
end
return wasPaused
