-- cluster-found: accepts the first revisions of articles that have no copy so far: most of the news.
-- KEYS[1]  hash    {c}:node:<bits>:   bucket of a node; the script puts its hex digits behind
-- KEYS[2]  string  {c}:ordinal        ordinal given last
-- ARGV[1…] ArticleId, 16 bytes; revision id, 8 bytes; hex digits of the node's bucket
-- Returns  for each article 1 where its revision is accepted and it stands alone, and 0, with nothing changed,
--          where it is known already: then cluster-place is the step to take (its header describes nodes)
-- Why a script: look-up, ordinal and node are one change of state.  Cost: O(articles), 3 commands each.
-- cluster-place does the same for one article, with all that uniting parts takes around it.
local buckets, ordinals = KEYS[1], KEYS[2]
local ARTICLE_BYTES, REVISION_BYTES, NO_REVISION = 16, 8, string.rep("\0", 8)

for i = 1, #ARGV do
  if #ARGV[i] <= ARTICLE_BYTES + REVISION_BYTES then
    return redis.error_reply("ERR not two ids and a bucket")
  end
end

local answers = {}
for i = 1, #ARGV do
  local article, revision, at = struct.unpack("c16c8", ARGV[i])
  local bucket = buckets .. string.sub(ARGV[i], at)
  local node = redis.call("HGET", bucket, article)
  if not node then
    node = "L" .. struct.pack(">I5", redis.call("INCR", ordinals)) .. NO_REVISION
  end
  local isFirst = string.sub(node, 1, 1) == "L" and string.sub(node, 7) == NO_REVISION
  if isFirst then redis.call("HSET", bucket, article, string.sub(node, 1, 6) .. revision) end
  answers[i] = isFirst and 1 or 0
end
return answers
