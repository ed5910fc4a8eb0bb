-- cluster-dissolve-step: takes the next members of a marked cluster, and with the last of them the cluster.
-- A line "+<ClusterId>" stands for the list of a merged cluster, whose lines go first; where one of those names
-- a further list, it moves to the front of the marked cluster's own: so no more than two lists are open.
-- KEYS[1]  hash  {c}:dissolving     ClusterId -> ArticleId of the root, whose node carries the mark and goes last
-- KEYS[2]  zset  {c}:recent         ClusterId -> last activity, ms
-- KEYS[3]  hash  {c}:revisions      ArticleId, 16 bytes -> packed ids of its later revisions
-- KEYS[4]  hash  {c}:node:<bits>:   bucket of a node (see cluster-place); the script puts its hex digits behind
-- KEYS[5]  hash  {c}:cluster:       summary, its first lines in the field `members`; the ClusterId goes behind
-- KEYS[6]  list  {c}:members:       the lines behind those; the ClusterId goes behind
-- KEYS[7]  hash  {c}:evidence:<bits>:  ArticleId, 16 bytes -> notes; the bucket's hex digits go behind
-- KEYS[8]  string  {c}:dissolved    clusters dissolved so far; one more with the root
-- KEYS[9]  set   {c}:publishers:    those of a cluster with many; the ClusterId goes behind
-- ARGV[1]  ClusterId   ARGV[2]  most lines   ARGV[3]  bits of a node's bucket   ARGV[4]  of an evidence bucket
-- Returns  number of lines handled, 0 where the cluster is gone
-- Why a script: of two sweepers one takes a line; the other must not take what was placed anew since.
-- Cost: O(most lines), 6 to 8 commands each.
local dissolving, recent, revisions, nodes, summaries, lists = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local evidence, dissolved, publishers, name, most = KEYS[7], KEYS[8], KEYS[9], ARGV[1], tonumber(ARGV[2])
local nodeBits, evidenceBits = tonumber(ARGV[3]), tonumber(ARGV[4])
local ID_DIGITS, WORD_DIGITS, WORD_BITS, HEX = 32, 8, 32, 16

if not (most and nodeBits and evidenceBits) then return redis.error_reply("ERR most and bits must be numbers") end

local root = redis.call("HGET", dissolving, name)
if not root then return 0 end

local function keyOf(start, bits, id)
  local bucket = math.floor(tonumber(string.sub(id, 1, WORD_DIGITS), HEX) / 2 ^ (WORD_BITS - bits))
  return start .. string.format("%x", bucket)
end
local function takeNode(id)
  local bytes = string.gsub(id, "%x%x", function(digits) return string.char(tonumber(digits, HEX)) end)
  redis.call("HDEL", keyOf(nodes, nodeBits, id), bytes)
  redis.call("HDEL", keyOf(evidence, evidenceBits, id), bytes)
  redis.call("HDEL", revisions, bytes)
end

-- The first line of a list, behind the lines that stood in its summary.
local function firstLine(cluster)
  local inline = redis.call("HGET", summaries .. cluster, "members")
  if inline then
    local lines = {}
    for line in string.gmatch(inline, "[^\n]+") do
      if line ~= "+" then table.insert(lines, 1, line) end
    end
    for _, line in ipairs(lines) do redis.call("LPUSH", lists .. cluster, line) end
    redis.call("HDEL", summaries .. cluster, "members")
  end
  return redis.call("LINDEX", lists .. cluster, 0)
end
local function mergedBy(line) return line and string.match(line, "^%+(.+)$") end
local function takeMember(cluster, line)
  redis.call("LPOP", lists .. cluster)
  local id = string.sub(line, 1, ID_DIGITS)
  if id ~= root then takeNode(id) end
end

local handled = 0
while handled < most do
  handled = handled + 1
  local line = firstLine(name)
  local merged = mergedBy(line)
  local mergedLine = merged and firstLine(merged)
  if not line then
    takeNode(root)
    redis.call("DEL", summaries .. name, publishers .. name)
    redis.call("ZREM", recent, name)
    redis.call("HDEL", dissolving, name)
    redis.call("INCR", dissolved)
    break
  elseif not merged then
    takeMember(name, line)
  elseif not mergedLine then
    redis.call("LPOP", lists .. name)
    redis.call("DEL", summaries .. merged)
  elseif mergedBy(mergedLine) then
    redis.call("LPOP", lists .. merged)
    redis.call("LPUSH", lists .. name, mergedLine)
  else
    takeMember(merged, mergedLine)
  end
end
return handled
