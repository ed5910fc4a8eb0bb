-- cluster-remove-anchors: takes one revision out of its anchors in one shard.
-- KEYS[1]  hash    {i:NN}:crowded:<version>          anchor -> packed handles
-- KEYS[2…] hash    {i:NN}:<version>:<bits>:<bucket>  bucket of the first, second … anchor (see append)
-- ARGV[1]  handle, 4 bytes   ARGV[2]  the anchors, one per bucket, 4 bytes each, big-endian
-- Returns  number of anchors it was taken out of
-- Why a script: two removals that read the same group would each write back the other's handle.
-- Cost: O(anchors), 2 to 4 commands each; at most 2 KiB move per crowded anchor.
local crowded = KEYS[1]
local ANCHOR_BYTES, HANDLE_BYTES, ENTRY_BYTES = 4, 4, 5
local GROUPS, TAGS, IN_CROWD = 32, 256, "\0\0\0\0"
local handle, anchors = ARGV[1], ARGV[2]

if #handle ~= HANDLE_BYTES then return redis.error_reply("ERR handle is not 4 bytes") end
if (#KEYS - 1) * ANCHOR_BYTES ~= #anchors then return redis.error_reply("ERR one bucket per anchor") end

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
for i = 2, #KEYS do
  local bucket, anchor = KEYS[i], struct.unpack(">I4", anchors, (i - 2) * ANCHOR_BYTES + 1)
  local group, tag = math.floor(anchor / TAGS) % GROUPS, string.char(anchor % TAGS)
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
      if packed == "" then keep(bucket, group, others) end
    end
  end
end
return removed
