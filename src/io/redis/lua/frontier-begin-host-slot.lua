-- frontier-begin-host-slot: a booked request is under way: where a host may be asked for several things at once, its
-- next moment is one delay from now, and it may be handed out again while it has a free slot.
-- KEYS[1]  hash  host:<host>    nextAt, crawlDelayMs, slowness, starting (token that is booked and not under way),
--                               heldUntil, holder (UrlKey that it was handed out for; none: held since all its slots are open)
-- KEYS[2]  zset  slots:<host>   token -> ms at which a crashed request's slot is free again
-- KEYS[3]  zset  due:fresh      host -> ms from which it may be asked
-- KEYS[4]  zset  due:backlog    the same for hosts with backlog only
-- KEYS[5]  hash  delays         host -> ms, an operator's wish
-- ARGV[1]  host   ARGV[2]  now ms, -1 for the server's clock   ARGV[3]  token of the request, a page's begins with its UrlKey
-- ARGV[4]  default delay ms   ARGV[5]  host:<host> lives, ms   ARGV[6]  most requests to the host at once, > 1
-- Returns  1 if the request was booked and not under way before, else 0
-- Why a script: the next booking must see all of it or nothing.  Cost: O(log hosts).
local state, slots, fresh, backlog, delays = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local host, now, token, defaultDelay = ARGV[1], tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])
local ttl, most = tonumber(ARGV[5]), tonumber(ARGV[6])
if now < 0 then
  local time = redis.call("TIME")
  -- Rounded up, where booking rounds down: the gap must not lose the part of a millisecond.
  now = time[1] * 1000 + math.ceil(time[2] / 1000)
end

local known = redis.call("HMGET", state, "nextAt", "crawlDelayMs", "slowness", "starting", "heldUntil", "holder")
local nextAt, crawlDelay = tonumber(known[1] or "0"), tonumber(known[2] or "0")
if known[4] ~= token or not redis.call("ZSCORE", slots, token) then return 0 end

local wished = tonumber(redis.call("HGET", delays, host) or "")
nextAt = math.max(nextAt, now + math.max(wished or defaultDelay, crawlDelay))
redis.call("HSET", state, "nextAt", nextAt)
redis.call("HDEL", state, "starting")
redis.call("PEXPIRE", state, math.max(ttl, nextAt - now))
local heldUntil, holder = tonumber(known[5] or "0"), known[6]
-- It came from elsewhere (a redirect): whom the host was handed out to still waits for a slot.
if holder and heldUntil > now and token:sub(1, #holder) ~= holder then return 1 end
-- What was handed out is under way: the next may be, or, where no slot is free, once one of them has ended.
redis.call("HDEL", state, "holder")
local room = tonumber(known[3] or "1") > 1 and 1 or most
if redis.call("ZCARD", slots) < room then
  redis.call("HDEL", state, "heldUntil")
  redis.call("ZADD", fresh, "XX", nextAt, host)
  redis.call("ZADD", backlog, "XX", nextAt, host)
end
return 1
