-- cluster-collect-texts: takes the notes on texts out of one bucket that lead to nothing any more.
-- KEYS[1]  hash  {c}:texts:<bits>:<bucket>   rest of a text's key -> note (src/core/cluster/text-note-bytes.ts)
-- KEYS[2]  hash  {c}:node:<bits>:            ArticleId, 16 bytes -> node (see cluster-place); the bucket's digits go behind
-- ARGV[1]  bits of a node's bucket   ARGV[2]  s since epoch: notes on what stood alone and was placed before go
-- ARGV[3]  most notes
-- Returns  number of notes taken
-- Why a script: a note must not be taken that was written anew since it was looked at; and only a number leaves.
-- Cost: O(notes of the bucket), one command for each on a member: 200 notes where the world's news of 90 days are known.
local texts, nodeStart = KEYS[1], KEYS[2]
local nodeBits, textsSince, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])

if not (nodeBits and textsSince and most) then return redis.error_reply("ERR a number is missing") end

--@part cluster-nodes
--@part cluster-texts

local taken = 0
local entries = redis.call("HGETALL", texts)
for i = 1, #entries, 2 do
  if taken < most and not isRemembered(entries[i + 1]) then
    redis.call("HDEL", texts, entries[i])
    taken = taken + 1
  end
end
return taken
