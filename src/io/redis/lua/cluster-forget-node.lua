-- cluster-forget-node: forgets an article that stands alone, with its evidence; a member of a cluster stays one, and loses
-- its evidence.
-- KEYS[1]  hash  {c}:node:<bucket>   ArticleId, 16 bytes -> node (see cluster-place)
-- KEYS[2]  hash  {c}:revisions       ArticleId, 16 bytes -> packed ids of its later revisions
-- KEYS[3]  hash  {c}:evidence:<bucket>   ArticleId, 16 bytes -> notes (see cluster-place)
-- ARGV[1]  ArticleId, 16 bytes
-- ARGV[2]  revision id, 8 bytes, zeros where none was accepted: forget only if this is the article's latest
-- ARGV[3]  the ordinal that its node had, 0 where it had none: forget only if it has that now
-- ARGV[4]  1 where a member keeps its evidence: what has left before is placed again, and copies may have met its text since
-- Returns  "forgotten" where the article is no longer known, "member" where it stays as one,
--          "revised" where the revision is not its latest, "placed anew" where the ordinal is another
-- Why a script: a copy may join it between the look and the deletion, or the article may be forgotten and founded anew.
-- Cost: O(1).
local nodes, revisions, evidence = KEYS[1], KEYS[2], KEYS[3]
local article, revision, seen, keepsEvidence = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4] == "1"
local ID_BYTES, ORDINAL_AT, FIRST_REVISION, HAS_LEFT = 8, 2, 7, string.rep("\0", 8)

if #article ~= 16 then return redis.error_reply("ERR ArticleId is not 16 bytes") end
if #revision ~= ID_BYTES then return redis.error_reply("ERR revision id is not 8 bytes") end
if not seen then return redis.error_reply("ERR the ordinal is not a number") end

local node = redis.call("HGET", nodes, article)
if seen ~= (node and struct.unpack(">I5", node, ORDINAL_AT) or 0) then return "placed anew" end
local later = node and redis.call("HGET", revisions, article)
if later and string.sub(later, -ID_BYTES) == HAS_LEFT then later = string.sub(later, 1, -ID_BYTES - 1) end
local latest = later and string.sub(later, -ID_BYTES)
  or node and string.sub(node, FIRST_REVISION, FIRST_REVISION + ID_BYTES - 1)
if node and revision ~= latest then return "revised" end

local isMember = node and string.upper(string.sub(node, 1, 1)) ~= "L"
if not (isMember and keepsEvidence) then redis.call("HDEL", evidence, article) end
if isMember then return "member" end
if not node then return "forgotten" end
redis.call("HDEL", nodes, article)
if later then redis.call("HDEL", revisions, article) end
return "forgotten"
