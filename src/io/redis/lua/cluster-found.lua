-- cluster-found: accepts the first revisions of articles that have no copy so far: most of the news.
-- KEYS[1]  hash    {c}:node:<bits>:   bucket of a node; the script puts its hex digits behind
-- KEYS[2]  string  {c}:ordinal        ordinal given last
-- KEYS[3]  hash    {c}:texts:<bits>:  rest of a text's key -> note (see cluster-note-texts); digits go behind
-- ARGV[1…] ArticleId, 16 bytes; revision id, 8 bytes; hex digits of the node's bucket, a zero byte; hex digits of the
--          text's bucket, a zero byte; the rest of its key, empty where the text is not compared
-- Returns  for each article 1 where its revision is accepted and it stands alone, and 0, with nothing changed,
--          where it or its text is known already: then cluster-place is the step to take (its header describes nodes)
-- Why a script: look-up, ordinal and node are one change of state.  Cost: O(articles), 4 commands each.
-- cluster-place does the same for one article, with all that uniting parts takes around it.
local buckets, ordinals, texts = KEYS[1], KEYS[2], KEYS[3]
local ARTICLE_BYTES, REVISION_BYTES, NO_REVISION = 16, 8, string.rep("\0", 8)

for i = 1, #ARGV do
  if not string.find(ARGV[i], "^%x+%z%x*%z", ARTICLE_BYTES + REVISION_BYTES + 1) then
    return redis.error_reply("ERR not two ids and two buckets")
  end
end

local answers = {}
for i = 1, #ARGV do
  local article, revision, digits, textDigits, at = struct.unpack("c16c8ss", ARGV[i])
  local bucket, field = buckets .. digits, string.sub(ARGV[i], at)
  local node = redis.call("HGET", bucket, article)
  local isTextKnown = field ~= "" and redis.call("HEXISTS", texts .. textDigits, field) == 1
  if not node and not isTextKnown then
    node = "L" .. struct.pack(">I5", redis.call("INCR", ordinals)) .. NO_REVISION
  end
  local isFirst = not isTextKnown and string.sub(node, 1, 1) == "L" and string.sub(node, 7) == NO_REVISION
  if isFirst then redis.call("HSET", bucket, article, string.sub(node, 1, 6) .. revision) end
  answers[i] = isFirst and 1 or 0
end
return answers
