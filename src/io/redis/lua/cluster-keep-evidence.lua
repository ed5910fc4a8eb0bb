-- cluster-keep-evidence: notes on one article how another one relates to it, and keeps the strongest notes.
-- A note: its length, 1 byte; the other ArticleId, 16; containment and cover in thousandths, 2 each; the rest.
-- KEYS[1]  hash    {a:xx}:evidence:<bucket>   ArticleId, 16 bytes -> notes, one behind the other
-- ARGV[1]  ArticleId, 16 bytes   ARGV[2]  note   ARGV[3]  most notes kept
-- Returns  1 where the note was kept, 0 where it was the weakest of too many
-- Why a script: two writers that read the same notes would each write back the other's.
-- Cost: O(most notes), 2 commands.
local notes, article, note, most = KEYS[1], ARGV[1], ARGV[2], tonumber(ARGV[3])
local ID_BYTES, STRENGTH_AT = 16, 18

if #article ~= ID_BYTES then return redis.error_reply("ERR ArticleId is not 16 bytes") end
if #note < STRENGTH_AT + 3 or string.byte(note) ~= #note then return redis.error_reply("ERR not a note") end
if not most then return redis.error_reply("ERR most must be a number") end

local id = string.sub(note, 2, STRENGTH_AT - 1)
local kept = redis.call("HGET", notes, article) or ""

-- An earlier note on the same article gives way.
if string.find(kept, id, 1, true) then
  local at = 1
  while at <= #kept do
    local length = string.byte(kept, at)
    if string.sub(kept, at + 1, at + ID_BYTES) == id then
      kept = string.sub(kept, 1, at - 1) .. string.sub(kept, at + length)
    else
      at = at + length
    end
  end
end
local row = kept .. note

-- True where the id at one place is above that at another; by bytes, since Lua compares strings by locale.
local function isAbove(atA, atB)
  for i = 1, ID_BYTES do
    local a, b = string.byte(row, atA + i), string.byte(row, atB + i)
    if a ~= b then return a > b end
  end
  return false
end

local count, at, weakest, least = 0, 1, nil, nil
while at <= #row do
  local containment, cover = struct.unpack(">I2I2", row, at + STRENGTH_AT - 1)
  local strength = containment + cover
  if not least or strength < least or (strength == least and isAbove(at, weakest)) then
    weakest, least = at, strength
  end
  count = count + 1
  at = at + string.byte(row, at)
end
if count > most then
  if weakest == #kept + 1 then return 0 end
  row = string.sub(row, 1, weakest - 1) .. string.sub(row, weakest + string.byte(row, weakest))
end
redis.call("HSET", notes, article, row)
return 1
