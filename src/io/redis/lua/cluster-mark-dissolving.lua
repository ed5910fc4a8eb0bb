-- cluster-mark-dissolving: marks the cluster that has rested longest, so that it unites with nothing more.
-- KEYS[1]  zset  {c}:recent        ClusterId -> last activity, ms
-- KEYS[2]  hash  {c}:node:<bits>:  ArticleId, 16 bytes -> node (see cluster-place); the bucket's hex digits go behind
-- KEYS[3]  hash  {c}:dissolving    ClusterId -> ArticleId of the root
-- ARGV[1]  bits of a node's bucket   ARGV[2]  moment, ms: only what rests since before   ARGV[3]  most names looked at
-- Returns  {"marked", ClusterId} where it is marked now or was before, {"none"} where none rests so long, {"more"} where as
--          many names as were to be looked at belonged to no cluster: these are off the list
-- Why a script: a placing may join or merge it between the look at its last activity, its root and the mark.
-- Cost: O(names looked at), nearly always one; a few commands each.
local recent, nodeStart, dissolving = KEYS[1], KEYS[2], KEYS[3]
local nodeBits, before, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local HEX = 16

if not (nodeBits and before and most) then return redis.error_reply("ERR a number is missing") end

--@part cluster-nodes

local oldest = redis.call("ZRANGEBYSCORE", recent, "-inf", "(" .. ARGV[2], "LIMIT", 0, most)
for _, name in ipairs(oldest) do
  if redis.call("HEXISTS", dissolving, name) == 1 then return { "marked", name } end
  -- A cluster bears the id of its founder, a member.
  local founder = string.gsub(name, "%x%x", function(digits) return string.char(tonumber(digits, HEX)) end)
  local _, root = walk(founder)
  if root and root.kind == "R" and toHex(root.link) == name then
    root.kind = "D"
    writeNode(root)
    redis.call("HSET", dissolving, name, toHex(root.id))
    return { "marked", name }
  end
  -- No cluster bears this name, so nothing else would ever take it off the list.
  redis.call("ZREM", recent, name)
end
return { #oldest < most and "none" or "more" }
