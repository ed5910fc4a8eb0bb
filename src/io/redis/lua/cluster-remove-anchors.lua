-- cluster-remove-anchors: takes one revision out of its anchors in one shard, in its home shard with its record, unless
-- it was placed anew since that was read.
-- KEYS[1]  hash    {i:NN}:<version>:<bits>:     bucket; the script puts its hex digits behind (see cluster-enter)
-- KEYS[2]  hash    {i:NN}:crowded:<version>     anchor -> packed handles; anchor, zero byte -> SHA-1 of a full list
-- KEYS[3]  hash    {i:NN}:fingerprints:<version>:<bits>:<bucket>   rest of a handle -> record; left out where only
--                                               the anchors go
-- ARGV[1]  handle, 4 bytes   ARGV[2]  bytes per anchor   ARGV[3]  the anchors (see cluster-enter)
-- ARGV[4]  bytes of a record's field   ARGV[5]  moment of placing that the record told, ms; both only with a record
-- Returns  number of anchors it was taken out of; "placed anew" where the record tells another moment, "gone" where there
--          is none: then nothing was done
-- Why a script: two removals that read the same group would each write back the other's handle; and what is placed anew
-- between the look and the removal must stay.
-- Cost: O(anchors), 2 to 5 commands each; at most 2 KiB move per crowded anchor.
local buckets, crowded, records = KEYS[1], KEYS[2], KEYS[3]
local HANDLE_BYTES, TIME_AT = 4, 2
local GROUP_DIGITS, TAG_BYTES, IN_CROWD, CHECKSUM = 2, 1, "\0\0\0\0", "\0"
local handle, width, anchors = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local fieldBytes, placedAt = tonumber(ARGV[4]), tonumber(ARGV[5])

if #handle ~= HANDLE_BYTES then return redis.error_reply("ERR handle is not 4 bytes") end
if not width or #anchors % width ~= 0 then return redis.error_reply("ERR not anchors of this width") end
if records and not (fieldBytes and placedAt) then return redis.error_reply("ERR a record without its moment") end

if records then
  local field = string.sub(handle, -fieldBytes)
  local record = redis.call("HGET", records, field)
  if not record then return "gone" end
  if struct.unpack(">I6", record, TIME_AT) ~= placedAt then return "placed anew" end
  redis.call("HDEL", records, field)
end

-- The row of items of this size without one item; nil where it does not hold it.
local function without(item, row)
  for at = 1, #row, #item do
    if string.sub(row, at, at + #item - 1) == item then
      return string.sub(row, 1, at - 1) .. string.sub(row, at + #item)
    end
  end
  return nil
end
local function keep(key, field, row)
  if row == "" then redis.call("HDEL", key, field) else redis.call("HSET", key, field, row) end
end

local removed = 0
for at = 1, #anchors, width do
  local anchor = string.sub(anchors, at, at + width - 1)
  local bucket = buckets .. string.sub(anchor, 1, -GROUP_DIGITS - TAG_BYTES - 1)
  local group = string.sub(anchor, -GROUP_DIGITS - TAG_BYTES, -TAG_BYTES - 1)
  local tag = string.sub(anchor, -TAG_BYTES)
  local entries = redis.call("HGET", bucket, group) or ""
  local left = without(tag .. handle, entries)
  local others = not left and without(tag .. IN_CROWD, entries)
  if left then
    removed = removed + 1
    keep(bucket, group, left)
  elseif others then
    local packed = without(handle, redis.call("HGET", crowded, anchor) or "")
    if packed then
      removed = removed + 1
      keep(crowded, anchor, packed)
      redis.call("HDEL", crowded, anchor .. CHECKSUM)
      if packed == "" then keep(bucket, group, others) end
    end
  end
end
return removed
