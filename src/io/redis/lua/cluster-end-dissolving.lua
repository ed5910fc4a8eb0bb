-- cluster-end-dissolving: takes what is left of a marked cluster when its members' nodes are gone.
-- KEYS[1]  zset  {c}:recent               ClusterId -> last activity, ms
-- KEYS[2]  hash  {c}:dissolving           ClusterId -> ArticleId of the root
-- KEYS[3]  hash  {c}:node:<bits>:<bucket> node of its root: ArticleId, 16 bytes -> node (see cluster-place)
-- KEYS[4]  hash  {c}:revisions            ArticleId, 16 bytes -> packed ids of its later revisions
-- KEYS[5]  hash  {c}:cluster:<ClusterId>  summary
-- KEYS[6]  list  {c}:members:<ClusterId>  empty by now
-- ARGV[1]  ClusterId   ARGV[2]  root, 16 bytes
-- Returns  1 where it is gone now, 0 where it was gone before or has members left
-- Why a script: its articles may be placed anew the moment the root is gone.  Cost: O(1).
local recent, dissolving, nodes, revisions = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local summary, members, name, root = KEYS[5], KEYS[6], ARGV[1], ARGV[2]

if #root ~= 16 then return redis.error_reply("ERR ArticleId is not 16 bytes") end

if redis.call("HEXISTS", dissolving, name) == 0 or redis.call("LLEN", members) > 0 then return 0 end
redis.call("HDEL", nodes, root)
redis.call("HDEL", revisions, root)
redis.call("DEL", summary, members)
redis.call("ZREM", recent, name)
redis.call("HDEL", dissolving, name)
return 1
