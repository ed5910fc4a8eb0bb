-- cluster-read-anchors: who has these anchors, in one shard.
-- KEYS[1]  hash    {i:NN}:<version>:<bits>:     bucket; the script puts its hex digits behind (see cluster-enter)
-- KEYS[2]  hash    {i:NN}:crowded:<version>     anchor -> packed handles (and checksums, see cluster-enter)
-- ARGV[1]  bytes per anchor   ARGV[2]  the anchors (see cluster-enter)
-- Returns  packed handles of anchors that anyone has, number of anchors that have these very ones, …
-- Why a script: where an anchor's handles lie is known only when its group has been read; one step, one answer.
-- Cost: O(anchors), reads only.
local buckets, crowded, width, anchors = KEYS[1], KEYS[2], tonumber(ARGV[1]), ARGV[2]
local HANDLE_BYTES, ENTRY_BYTES = 4, 5
local GROUP_DIGITS, TAG_BYTES, IN_CROWD = 2, 1, "\0\0\0\0"

if not width or #anchors % width ~= 0 then return redis.error_reply("ERR not anchors of this width") end

local function handlesOf(tag, entries)
  local found, at = {}, string.find(entries, tag, 1, true)
  while at do
    local within = (at - 1) % ENTRY_BYTES
    if within == 0 then found[#found + 1] = string.sub(entries, at + 1, at + HANDLE_BYTES) end
    at = string.find(entries, tag, at + ENTRY_BYTES - within, true)
  end
  return found
end

local sharing, placeOf = {}, {}
for at = 1, #anchors, width do
  local anchor = string.sub(anchors, at, at + width - 1)
  local bucket = buckets .. string.sub(anchor, 1, -GROUP_DIGITS - TAG_BYTES - 1)
  local entries = redis.call("HGET", bucket, string.sub(anchor, -GROUP_DIGITS - TAG_BYTES, -TAG_BYTES - 1))
  local handles = entries and handlesOf(string.sub(anchor, -TAG_BYTES), entries) or {}
  local packed = handles[1] == IN_CROWD and redis.call("HGET", crowded, anchor) or table.concat(handles)
  local place = placeOf[packed]
  if place then
    sharing[place] = sharing[place] + 1
  elseif packed ~= "" then
    sharing[#sharing + 1], sharing[#sharing + 2] = packed, 1
    placeOf[packed] = #sharing
  end
end
return sharing
