-- cluster-collect-evidence: takes notes of evidence out of one bucket whose article is not in the index.
-- An article that leaves the index while another is placed, which was compared with it, gets that one's note after its
-- own were taken. One that is just being placed has notes before its node, too: so what has no node is only marked in
-- one round over all buckets, and taken in the next. What is written meanwhile takes the mark off.
-- KEYS[1]  hash  {c}:evidence:<bits>:<bucket>   ArticleId, 16 bytes -> notes (see cluster-place); 128 in the first byte
--                                               is the mark, 64 the round's parity
-- KEYS[2]  hash  {c}:node:<bits>:               ArticleId, 16 bytes -> node; the bucket's hex digits go behind
-- ARGV[1]  bits of a node's bucket   ARGV[2]  parity of the round, 0 or 1   ARGV[3]  most articles
-- Returns  number of articles whose notes were taken
-- Why a script: the article may be placed between the look and the deletion.
-- Cost: O(articles of the bucket), a command each: some hundred.
local evidence, nodeStart = KEYS[1], KEYS[2]
local nodeBits, parity, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local MARK, PARITY = 128, 64

if not (nodeBits and parity and most) then return redis.error_reply("ERR a number is missing") end

--@part cluster-nodes

local taken = 0
for _, id in ipairs(redis.call("HKEYS", evidence)) do
  local row = taken < most and not readNode(id) and redis.call("HGET", evidence, id)
  local first = row and string.byte(row)
  if first and first < MARK then
    local marked = first % PARITY + MARK + parity * PARITY
    redis.call("HSET", evidence, id, string.char(marked) .. string.sub(row, 2))
  elseif first and first ~= first % PARITY + MARK + parity * PARITY then
    redis.call("HDEL", evidence, id)
    taken = taken + 1
  end
end
return taken
