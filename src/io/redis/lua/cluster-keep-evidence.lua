-- cluster-keep-evidence: notes on one article how another one relates to it, and keeps the strongest notes.
-- KEYS[1]  hash  {a:xx}:evidence:<ArticleId>   other ArticleId -> line of evidence
-- ARGV[1]  other ArticleId   ARGV[2]  line (src/core/cluster/evidence-line.ts)
-- ARGV[3]  most notes kept   ARGV[4]  expiry, ms
-- Returns  1 where the note was kept, 0 where it was the weakest of too many
-- Why a script: count, find the weakest and delete must not meet another writer.  Cost: O(most notes).
local notes = KEYS[1]
local other, line = ARGV[1], ARGV[2]
local most, expiryMs = tonumber(ARGV[3]), tonumber(ARGV[4])

-- Containment + cover, the fifth and sixth word.
local function strength(text)
  local containment, cover = string.match(text, "^%S+ %S+ %S+ %S+ (%S+) (%S+)")
  return containment and tonumber(containment) + tonumber(cover)
end

if not strength(line) then return redis.error_reply("ERR not a line of evidence") end
if not (most and expiryMs) then return redis.error_reply("ERR most and expiry must be numbers") end

redis.call("HSET", notes, other, line)
redis.call("PEXPIRE", notes, expiryMs)
if redis.call("HLEN", notes) <= most then return 1 end

local all = redis.call("HGETALL", notes)
local weakest, least = nil, nil
for i = 1, #all, 2 do
  local its = strength(all[i + 1])
  -- Ids are hex digits of one length: their order is the same in every locale.
  if not least or its < least or (its == least and all[i] > weakest) then weakest, least = all[i], its end
end
redis.call("HDEL", notes, weakest)
return weakest == other and 0 or 1
