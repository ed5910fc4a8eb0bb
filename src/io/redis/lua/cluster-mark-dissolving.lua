-- cluster-mark-dissolving: marks a cluster that has rested long enough, so that it unites with nothing more.
-- KEYS[1]  zset  {c}:recent               ClusterId -> last activity, ms
-- KEYS[2]  hash  {c}:node:<bits>:<bucket> node of its root: ArticleId, 16 bytes -> node (see cluster-place)
-- KEYS[3]  hash  {c}:dissolving           ClusterId -> ArticleId of the root
-- ARGV[1]  ClusterId   ARGV[2]  root, 16 bytes   ARGV[3]  root in hex
-- ARGV[4]  moment, ms: marked only if it rests since before
-- Returns  1 where it is marked now, 0 where it lives or has moved on
-- Why a script: a placing may join it between the look at its last activity and the mark.  Cost: O(1).
local recent, nodes, dissolving = KEYS[1], KEYS[2], KEYS[3]
local name, root, rootInHex, before = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])

if #root ~= 16 then return redis.error_reply("ERR ArticleId is not 16 bytes") end
if not before then return redis.error_reply("ERR moment must be a number") end

local lastAt = tonumber(redis.call("ZSCORE", recent, name))
local node = redis.call("HGET", nodes, root)
local kind = node and string.sub(node, 1, 1)
if not lastAt or lastAt >= before then return 0 end
-- No cluster bears this name, so nothing else would ever take it off the list.
if not kind or kind == "L" then redis.call("ZREM", recent, name) end
if kind ~= "R" then return 0 end
redis.call("HSET", nodes, root, "D" .. string.sub(node, 2))
redis.call("HSET", dissolving, name, rootInHex)
return 1
