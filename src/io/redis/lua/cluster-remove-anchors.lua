-- cluster-remove-anchors: takes one revision out of its anchors in one shard.
-- KEYS[1]  hash    {i:NN}:crowded:<version>          anchor -> packed ids
-- KEYS[2…] hash    {i:NN}:<version>:<bits>:<bucket>  bucket of the first, second … anchor
-- ARGV[1]  revision id, 8 bytes   ARGV[2]  slots per bucket
-- ARGV[3]  the anchors, one per bucket, 4 bytes each, big-endian
-- Returns  number of anchors it was taken out of
-- Why a script: two removals that read the same list would each write back the other's id.
-- Cost: O(anchors), 2 commands each; at most 4 KiB move per crowded anchor.
local crowded = KEYS[1]
local ID_BYTES, ANCHOR_BYTES = 8, 4
local id, slots, anchors = ARGV[1], tonumber(ARGV[2]), ARGV[3]

if #id ~= ID_BYTES or not slots then return redis.error_reply("ERR revision id of 8 bytes and slots wanted") end
if (#KEYS - 1) * ANCHOR_BYTES ~= #anchors then return redis.error_reply("ERR one bucket per anchor") end

-- The packed list without the id; nil where it does not hold it.
local function without(packed)
  for at = 1, #packed, ID_BYTES do
    if string.sub(packed, at, at + ID_BYTES - 1) == id then
      return string.sub(packed, 1, at - 1) .. string.sub(packed, at + ID_BYTES)
    end
  end
  return nil
end

local removed = 0
for i = 2, #KEYS do
  local bucket, anchor = KEYS[i], struct.unpack(">I4", anchors, (i - 2) * ANCHOR_BYTES + 1)
  local slot = anchor % slots
  local kept = redis.call("HGET", bucket, slot)
  local isCrowded = kept == "+"
  local packed = isCrowded and redis.call("HGET", crowded, anchor) or kept
  local left = packed and without(packed)
  if left then
    removed = removed + 1
    if left == "" then
      redis.call("HDEL", bucket, slot)
      if isCrowded then redis.call("HDEL", crowded, anchor) end
    elseif isCrowded then
      redis.call("HSET", crowded, anchor, left)
    else
      redis.call("HSET", bucket, slot, left)
    end
  end
end
return removed
