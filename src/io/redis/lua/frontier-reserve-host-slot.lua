-- frontier-reserve-host-slot: asks, right before a request, whether its host may be asked now.
-- KEYS[1]  hash  host:<host>    nextAt, crawlDelayMs
-- KEYS[2]  zset  slots:<host>   token -> ms at which a crashed request's slot is free again
-- KEYS[3]  set   paused         hosts
-- KEYS[4]  hash  delays         host -> ms, an operator's wish
-- ARGV[1]  host   ARGV[2]  now ms, -1 for the server's clock   ARGV[3]  token of the request
-- ARGV[4]  default delay ms   ARGV[5]  slot lives, ms   ARGV[6]  host:<host> lives, ms
-- Returns  {"booked", 0}, {"wait", ms} or {"paused", 0}
-- Why a script: two workers that read the same free slot would both use it.  Cost: O(log slots).
local state, slots, paused, delays = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local host, now, token, defaultDelay = ARGV[1], tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])
local slotTtl, ttl = tonumber(ARGV[5]), ARGV[6]
if now < 0 then
  local time = redis.call("TIME")
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
if redis.call("SISMEMBER", paused, host) == 1 then return { "paused", 0 } end

local known = redis.call("HMGET", state, "nextAt", "crawlDelayMs")
local nextAt, crawlDelay = tonumber(known[1] or "0"), tonumber(known[2] or "0")
local wished = tonumber(redis.call("HGET", delays, host) or "")
local delay = math.max(wished or defaultDelay, crawlDelay)
if now < nextAt then return { "wait", nextAt - now } end

redis.call("ZREMRANGEBYSCORE", slots, "-inf", now)
local others = redis.call("ZCARD", slots)
if redis.call("ZSCORE", slots, token) then others = others - 1 end
-- Whoever has the slot gives it back within seconds, or loses it: asked again after one delay.
if others > 0 then return { "wait", math.max(delay, 1) } end

redis.call("ZADD", slots, now + slotTtl, token)
redis.call("PEXPIRE", slots, slotTtl)
redis.call("HSET", state, "nextAt", now + delay)
redis.call("PEXPIRE", state, math.max(tonumber(ttl), delay))
return { "booked", 0 }
