-- cluster-append-anchors: adds one revision to its anchors in one shard, and tells who else has them.
-- An anchor is a number below 2^32: bucket, group (5 bits), tag (8 bits). Its bucket is one hash, its group a
-- field there. The value is a row of entries, tag and handle, 5 bytes each, in the order of placing. More
-- than 8 handles of one tag move to the hash of crowded anchors, ascending; the tag with handle 0 stays.
-- KEYS[1]  list    {i:NN}:placed:<version>:<hour>   handles in the order of placing
-- KEYS[2]  zset    {i:NN}:hours:<version>           hours that have such a list
-- KEYS[3]  hash    {i:NN}:crowded:<version>         anchor -> packed handles
-- KEYS[4]  string  {i:NN}:full                      times an anchor was found full
-- KEYS[5…] hash    {i:NN}:<version>:<bits>:<bucket> bucket of the first, second … anchor
-- ARGV[1]  handle, 4 bytes   ARGV[2]  hour   ARGV[3]  1 to list the revision under the hour, else 0
-- ARGV[4]  most handles per anchor   ARGV[5]  the anchors, one per bucket, 4 bytes each, big-endian
-- Returns  packed handles of each anchor that others have, too (own among them); {} where nobody shares any
-- Why a script: read and append in one step, so that of two racing copies one sees the other.
-- Cost: O(anchors), 2 to 4 commands each; at most 2 KiB move per crowded anchor.
local placed, hours, crowded, full = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local FIXED_KEYS, ANCHOR_BYTES, HANDLE_BYTES, ENTRY_BYTES, INLINE_HANDLES = 4, 4, 4, 5, 8
local GROUPS, TAGS, IN_CROWD = 32, 256, "\0\0\0\0"
local handle, hour, isListed = ARGV[1], tonumber(ARGV[2]), ARGV[3] == "1"
local most, anchors = tonumber(ARGV[4]), ARGV[5]

if #handle ~= HANDLE_BYTES then return redis.error_reply("ERR handle is not 4 bytes") end
if not (hour and most) then return redis.error_reply("ERR hour and most must be numbers") end
if (#KEYS - FIXED_KEYS) * ANCHOR_BYTES ~= #anchors then return redis.error_reply("ERR one bucket per anchor") end

-- Numbers, since Lua compares strings by the server's locale.
local own = struct.unpack(">I4", handle)

-- Handles that stand under the tag in a group's value.
local function handlesOf(tag, entries)
  local found, at = {}, string.find(entries, tag, 1, true)
  while at do
    local within = (at - 1) % ENTRY_BYTES
    if within == 0 then found[#found + 1] = string.sub(entries, at + 1, at + HANDLE_BYTES) end
    at = string.find(entries, tag, at + ENTRY_BYTES - within, true)
  end
  return found
end

-- Where the handle stands in the ascending packed list or belongs, and whether it is there.
local function find(packed)
  local from, to = 0, #packed / HANDLE_BYTES
  while from < to do
    local middle = math.floor((from + to) / 2)
    local other = struct.unpack(">I4", packed, middle * HANDLE_BYTES + 1)
    if other == own then return middle * HANDLE_BYTES, true end
    if other < own then from = middle + 1 else to = middle end
  end
  return from * HANDLE_BYTES, false
end

-- The packed list with the handle; the list itself where it is there already or full of smaller ones.
local timesFull = 0
local function with(packed)
  local at, isThere = find(packed)
  if isThere then return packed end
  local isFull = #packed >= most * HANDLE_BYTES
  if isFull then timesFull = timesFull + 1 end
  if isFull and at == #packed then return packed end
  return string.sub(packed, 1, at) .. handle .. string.sub(packed, at + 1, isFull and -HANDLE_BYTES - 1 or -1)
end

-- The handles, few of them, ascending and packed.
local function ascending(handles)
  local numbers = {}
  for i, bytes in ipairs(handles) do numbers[i] = struct.unpack(">I4", bytes) end
  table.sort(numbers)
  for i, number in ipairs(numbers) do numbers[i] = struct.pack(">I4", number) end
  return table.concat(numbers)
end

-- A group's value without the entries of one tag.
local function without(tag, entries)
  local left = {}
  for at = 1, #entries, ENTRY_BYTES do
    if string.sub(entries, at, at) ~= tag then left[#left + 1] = string.sub(entries, at, at + ENTRY_BYTES - 1) end
  end
  return table.concat(left)
end

local sharing = {}
for i = 1, #KEYS - FIXED_KEYS do
  local bucket, anchor = KEYS[FIXED_KEYS + i], struct.unpack(">I4", anchors, (i - 1) * ANCHOR_BYTES + 1)
  local group, tag = math.floor(anchor / TAGS) % GROUPS, string.char(anchor % TAGS)
  local entries = redis.call("HGET", bucket, group) or ""
  local handles = handlesOf(tag, entries)
  if #handles == 0 then
    redis.call("HSET", bucket, group, entries .. tag .. handle)
  elseif handles[1] == IN_CROWD then
    local before = redis.call("HGET", crowded, anchor) or ""
    local packed = with(before)
    if packed ~= before then redis.call("HSET", crowded, anchor, packed) end
    sharing[#sharing + 1] = packed
  else
    local isThere = false
    for _, other in ipairs(handles) do isThere = isThere or other == handle end
    if not isThere then handles[#handles + 1] = handle end
    if #handles > INLINE_HANDLES then
      redis.call("HSET", crowded, anchor, ascending(handles))
      redis.call("HSET", bucket, group, without(tag, entries) .. tag .. IN_CROWD)
    elseif not isThere then
      redis.call("HSET", bucket, group, entries .. tag .. handle)
    end
    if #handles > 1 then sharing[#sharing + 1] = table.concat(handles) end
  end
end
if timesFull > 0 then redis.call("INCRBY", full, timesFull) end
if isListed and redis.call("RPUSH", placed, handle) == 1 then redis.call("ZADD", hours, hour, hour) end
return sharing
