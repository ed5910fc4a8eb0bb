-- cluster-read-anchors: who has these anchors, in one shard.
-- KEYS[1]  hash    {i:NN}:crowded:<version>          anchor -> packed ids
-- KEYS[2…] hash    {i:NN}:<version>:<bits>:<bucket>  bucket of the first, second … anchor
-- ARGV[1]  slots per bucket   ARGV[2]  the anchors, one per bucket, 4 bytes each, big-endian
-- Returns  packed revision ids (8 bytes each, ascending) of each anchor that anyone has
-- Why a script: where a slot's ids lie is known only when its bucket has been read; one step, one answer.
-- Cost: O(anchors), reads only.
local crowded = KEYS[1]
local ANCHOR_BYTES = 4
local slots, anchors = tonumber(ARGV[1]), ARGV[2]

if not slots then return redis.error_reply("ERR slots must be a number") end
if (#KEYS - 1) * ANCHOR_BYTES ~= #anchors then return redis.error_reply("ERR one bucket per anchor") end

local sharing = {}
for i = 2, #KEYS do
  local anchor = struct.unpack(">I4", anchors, (i - 2) * ANCHOR_BYTES + 1)
  local packed = redis.call("HGET", KEYS[i], anchor % slots)
  if packed == "+" then packed = redis.call("HGET", crowded, anchor) end
  if packed then sharing[#sharing + 1] = packed end
end
return sharing
