-- cluster-read-anchors: who has these anchors, in one shard.
-- KEYS[1]  hash    {i:NN}:crowded:<version>          anchor -> packed handles
-- KEYS[2…] hash    {i:NN}:<version>:<bits>:<bucket>  bucket of the first, second … anchor (see append)
-- ARGV[1]  the anchors, one per bucket, 4 bytes each, big-endian
-- Returns  packed handles (4 bytes each) of each anchor that anyone has
-- Why a script: where an anchor's handles lie is known only when its group has been read; one step, one answer.
-- Cost: O(anchors), reads only.
local crowded = KEYS[1]
local ANCHOR_BYTES, HANDLE_BYTES, ENTRY_BYTES = 4, 4, 5
local GROUPS, TAGS, IN_CROWD = 32, 256, "\0\0\0\0"
local anchors = ARGV[1]

if (#KEYS - 1) * ANCHOR_BYTES ~= #anchors then return redis.error_reply("ERR one bucket per anchor") end

local function handlesOf(tag, entries)
  local found, at = {}, string.find(entries, tag, 1, true)
  while at do
    local within = (at - 1) % ENTRY_BYTES
    if within == 0 then found[#found + 1] = string.sub(entries, at + 1, at + HANDLE_BYTES) end
    at = string.find(entries, tag, at + ENTRY_BYTES - within, true)
  end
  return found
end

local sharing = {}
for i = 2, #KEYS do
  local anchor = struct.unpack(">I4", anchors, (i - 2) * ANCHOR_BYTES + 1)
  local entries = redis.call("HGET", KEYS[i], math.floor(anchor / TAGS) % GROUPS)
  local handles = entries and handlesOf(string.char(anchor % TAGS), entries) or {}
  local packed = handles[1] == IN_CROWD and redis.call("HGET", crowded, anchor) or table.concat(handles)
  if packed ~= "" then sharing[#sharing + 1] = packed end
end
return sharing
