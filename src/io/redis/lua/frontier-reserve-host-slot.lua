-- frontier-reserve-host-slot: asks, right before a request, whether its host may be asked now.
-- KEYS[1]  hash  host:<host>    nextAt, crawlDelayMs, slowness, starting (token that is booked and not under way)
-- KEYS[2]  zset  slots:<host>   token -> ms at which a crashed request's slot is free again
-- KEYS[3]  set   paused         hosts
-- KEYS[4]  hash  delays         host -> ms, an operator's wish
-- ARGV[1]  host   ARGV[2]  now ms, -1 for the server's clock   ARGV[3]  token of the request
-- ARGV[4]  default delay ms   ARGV[5]  slot lives, ms   ARGV[6]  host:<host> lives, ms
-- ARGV[7]  most requests to the host at once, >= 1
-- Returns  {"booked", 0}, {"wait", ms} or {"paused", 0}
-- Why a script: two workers that read the same free slot would both use it.  Cost: O(log slots).
local state, slots, paused, delays = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local host, now, token, defaultDelay = ARGV[1], tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])
local slotTtl, ttl, most = tonumber(ARGV[5]), ARGV[6], tonumber(ARGV[7])
if now < 0 then
  local time = redis.call("TIME")
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
if redis.call("SISMEMBER", paused, host) == 1 then return { "paused", 0 } end

local known = redis.call("HMGET", state, "nextAt", "crawlDelayMs", "slowness", "starting")
local nextAt, crawlDelay = tonumber(known[1] or "0"), tonumber(known[2] or "0")
local slowness, starting = tonumber(known[3] or "1"), known[4]
local wished = tonumber(redis.call("HGET", delays, host) or "")
local delay = math.max(wished or defaultDelay, crawlDelay)
if now < nextAt then return { "wait", nextAt - now } end

redis.call("ZREMRANGEBYSCORE", slots, "-inf", now)
local others = redis.call("ZCARD", slots)
if redis.call("ZSCORE", slots, token) then others = others - 1 end
-- A host that asked for rest is asked for one thing at a time until it has recovered.
local room = slowness > 1 and 1 or most
-- The next delay counts from the moment in which a booked request is under way: nobody books before that.
local isStarting = starting and starting ~= token and redis.call("ZSCORE", slots, starting)
-- Whoever has the slot gives it back within seconds, or loses it: asked again after one delay, and not sooner than a
-- short exchange takes: a worker that looks oftener keeps Redis busy and finds the slot taken.
local shortestWait = most > 1 and 50 or 1
if others >= room or isStarting then return { "wait", math.max(delay, shortestWait) } end

redis.call("ZADD", slots, now + slotTtl, token)
redis.call("PEXPIRE", slots, slotTtl)
if most > 1 then
  redis.call("HSET", state, "starting", token)
else
  redis.call("HSET", state, "nextAt", now + delay)
end
redis.call("PEXPIRE", state, math.max(tonumber(ttl), delay))
return { "booked", 0 }
