-- cluster-append-anchors: adds one revision to its anchors in one shard, and tells who else has them.
-- An anchor is a number below 2^32. Its bucket is one hash, its slot in there a field: the low bits.
-- A slot holds revision ids of 8 bytes, ascending, packed. Up to 8 of them stand in the bucket, so that
-- its values stay under the 64 bytes up to which Redis keeps a hash compact; more move to the hash of
-- crowded anchors, and "+" stays behind.
-- KEYS[1]  list    {i:NN}:placed:<version>:<hour>   revision ids in the order of placing
-- KEYS[2]  zset    {i:NN}:hours:<version>           hours that have such a list
-- KEYS[3]  hash    {i:NN}:crowded:<version>         anchor -> packed ids
-- KEYS[4]  string  {i:NN}:full                      times an anchor was found full
-- KEYS[5…] hash    {i:NN}:<version>:<bits>:<bucket> bucket of the first, second … anchor
-- ARGV[1]  revision id, 8 bytes   ARGV[2]  hour   ARGV[3]  1 to list the revision under the hour, else 0
-- ARGV[4]  slots per bucket   ARGV[5]  most ids per anchor
-- ARGV[6]  the anchors, one per bucket, 4 bytes each, big-endian
-- Returns  packed ids of each anchor that others have, too (own id among them); {} where nobody shares any
-- Why a script: read and append in one step, so that of two racing copies one sees the other.
-- Cost: O(anchors), 1 to 4 commands each; at most 4 KiB move per crowded anchor.
local placed, hours, crowded, full = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local FIXED_KEYS, ANCHOR_BYTES, ID_BYTES, INLINE_BYTES = 4, 4, 8, 64
local id, hour, isListed = ARGV[1], tonumber(ARGV[2]), ARGV[3] == "1"
local slots, most, anchors = tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6]

if #id ~= ID_BYTES then return redis.error_reply("ERR revision id is not 8 bytes") end
if not (hour and slots and most) then return redis.error_reply("ERR hour, slots and most must be numbers") end
if (#KEYS - FIXED_KEYS) * ANCHOR_BYTES ~= #anchors then return redis.error_reply("ERR one bucket per anchor") end

-- Numbers, since Lua compares strings by the server's locale.
local idHigh, idLow = struct.unpack(">I4I4", id)

-- Where the id stands in the packed list or belongs: byte position, and whether it is there.
local function find(packed)
  local from, to = 0, #packed / ID_BYTES
  while from < to do
    local middle = math.floor((from + to) / 2)
    local high, low = struct.unpack(">I4I4", packed, middle * ID_BYTES + 1)
    if high == idHigh and low == idLow then return middle * ID_BYTES, true end
    if high < idHigh or (high == idHigh and low < idLow) then from = middle + 1 else to = middle end
  end
  return from * ID_BYTES, false
end

-- The packed list with the id; the list itself where it is there already or full of smaller ids.
local timesFull = 0
local function with(packed)
  local at, isThere = find(packed)
  if isThere then return packed end
  local isFull = #packed >= most * ID_BYTES
  if isFull then timesFull = timesFull + 1 end
  if isFull and at == #packed then return packed end
  return string.sub(packed, 1, at) .. id .. string.sub(packed, at + 1, isFull and -ID_BYTES - 1 or -1)
end

local sharing = {}
for i = 1, #KEYS - FIXED_KEYS do
  local bucket, anchor = KEYS[FIXED_KEYS + i], struct.unpack(">I4", anchors, (i - 1) * ANCHOR_BYTES + 1)
  local slot = anchor % slots
  -- Most anchors are new: one command then.
  if redis.call("HSETNX", bucket, slot, id) == 0 then
    local kept = redis.call("HGET", bucket, slot)
    local isCrowded = kept == "+"
    local before = isCrowded and (redis.call("HGET", crowded, anchor) or "") or kept
    local packed = with(before)
    if packed ~= before then
      local isLong = #packed > INLINE_BYTES
      if isCrowded or isLong then redis.call("HSET", crowded, anchor, packed) end
      if not isCrowded then redis.call("HSET", bucket, slot, isLong and "+" or packed) end
    end
    if packed ~= id then sharing[#sharing + 1] = packed end
  end
end
if timesFull > 0 then redis.call("INCRBY", full, timesFull) end
if isListed and redis.call("RPUSH", placed, id) == 1 then redis.call("ZADD", hours, hour, hour) end
return sharing
