-- frontier-release-host-slot: a request has ended: its host's next moment is one delay from now, and the
-- delay grows when the host says that it has too much to do, and shrinks back as it recovers.
-- KEYS[1]  hash  host:<host>    nextAt, crawlDelayMs, slowness (factor of the delay), answers (good ones since),
--                               starting (token that is booked and not under way),
--                               heldUntil, holder (UrlKey that it was handed out for; none: held since all its slots are open),
--                               slowAt (ms of the last plea for rest that counted; several requests at once only)
-- KEYS[2]  zset  slots:<host>   token -> ms at which a crashed request's slot is free again
-- KEYS[3]  zset  due:fresh      host -> ms from which it may be asked
-- KEYS[4]  zset  due:backlog    the same for hosts with backlog only
-- KEYS[5]  hash  delays         host -> ms, an operator's wish
-- ARGV[1]  host   ARGV[2]  now ms, -1 for the server's clock   ARGV[3]  token of the request, a page's begins with its UrlKey
-- ARGV[4]  "answered", "slow-down" (429, 503), "failed" or "unused" (nothing was asked)
-- ARGV[5]  ms the host wants to be left alone, 0 if it did not say   ARGV[6]  default delay ms
-- ARGV[7]  largest slowness   ARGV[8]  good answers that halve the slowness
-- ARGV[9]  delay that slowing down starts from where there is none, ms   ARGV[10]  longest delay ms
-- ARGV[11] host:<host> lives, ms   ARGV[12] most requests to the host at once, >= 1   ARGV[13] slot lives, ms
-- Returns  {next moment ms, slowness}
-- Why a script: the slowness is read, changed and used in one step.  Cost: O(log hosts).
local state, slots, fresh, backlog, delays = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local host, now, token, verdict, wish = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[4], tonumber(ARGV[5])
local defaultDelay, maxSlowness, recovery = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])
local slowStart, longestDelay, ttl = tonumber(ARGV[9]), tonumber(ARGV[10]), tonumber(ARGV[11])
local most, slotTtl = tonumber(ARGV[12]), tonumber(ARGV[13])
if now < 0 then
  local time = redis.call("TIME")
  -- Rounded up, where booking rounds down: the gap must not lose the part of a millisecond.
  now = time[1] * 1000 + math.ceil(time[2] / 1000)
end

local fields = { "nextAt", "crawlDelayMs", "slowness", "answers", "starting", "heldUntil", "slowAt", "holder" }
local known = redis.call("HMGET", state, unpack(fields))
local nextAt, crawlDelay = tonumber(known[1] or "0"), tonumber(known[2] or "0")
local slowness, answers = tonumber(known[3] or "1"), tonumber(known[4] or "0")
local isStarting = known[5] == token
local endsAt = tonumber(redis.call("ZSCORE", slots, token) or "")
-- Booked before the host last asked for rest: it is the same plea, and no sign that the host has recovered since.
-- A slot that was lost was booked no later than a slot's life ago.
local isOld = most > 1 and (endsAt or now) - slotTtl <= tonumber(known[7] or "-1")
if verdict == "slow-down" and not isOld then
  slowness, answers = math.min(maxSlowness, slowness * 2), 0
  if most > 1 then redis.call("HSET", state, "slowAt", now) end
elseif not isOld and verdict == "answered" and slowness > 1 then
  answers = answers + 1
  if answers >= recovery then slowness, answers = math.max(1, slowness / 2), 0 end
end

local wasBooked = redis.call("ZREM", slots, token) == 1
-- Its delay has counted since it was under way.
local wasUnderWay = most > 1 and wasBooked and not isStarting
if isStarting then redis.call("HDEL", state, "starting") end
if verdict ~= "unused" then
  local wished = tonumber(redis.call("HGET", delays, host) or "")
  local delay = math.max(wished or defaultDelay, crawlDelay)
  if slowness > 1 then delay = math.min(longestDelay, math.max(delay, slowStart) * slowness) end
  if wasUnderWay and slowness <= 1 then delay = 0 end
  nextAt = math.max(nextAt, now + math.max(delay, wish))
elseif wasBooked and most == 1 then
  -- The booking had moved it; nothing was asked, so the host is as free as it was.
  nextAt = now
end
redis.call("HSET", state, "nextAt", nextAt, "slowness", slowness, "answers", answers)
redis.call("PEXPIRE", state, math.max(ttl, nextAt - now))
local heldUntil, holder = tonumber(known[6] or "0"), known[8]
-- Whom the host was handed out to still waits for a slot, and frees the host itself.
local isAnothers = most > 1 and holder and heldUntil > now and token:sub(1, #holder) ~= holder
if isAnothers then return { nextAt, slowness } end
redis.call("HDEL", state, "heldUntil", "holder")
local at = math.max(now, nextAt)
redis.call("ZADD", fresh, "XX", at, host)
redis.call("ZADD", backlog, "XX", at, host)
return { nextAt, slowness }
