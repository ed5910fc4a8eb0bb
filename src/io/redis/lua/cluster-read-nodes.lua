-- cluster-read-nodes: the nodes of some articles (cluster-place describes a node's bytes), and whether any
-- cluster is being dissolved: then an article without node may be one of its members.
-- KEYS[1]  hash    {c}:node:<bits>:   bucket of a node; the script puts its hex digits behind
-- KEYS[2]  hash    {c}:dissolving     ClusterId -> ArticleId of the root
-- ARGV[1…] ArticleId, 16 bytes; hex digits of its bucket
-- Returns  {number of clusters that are being dissolved, for each article its node or nil where it has none}
-- Why a script: one command for all placings that look something up at the same time.
-- Cost: O(articles), one command each, reads only.
local buckets, dissolving, ARTICLE_BYTES = KEYS[1], KEYS[2], 16

local answer = { redis.call("HLEN", dissolving) }
for i = 1, #ARGV do
  local article, digits = string.sub(ARGV[i], 1, ARTICLE_BYTES), string.sub(ARGV[i], ARTICLE_BYTES + 1)
  answer[i + 1] = redis.call("HGET", buckets .. digits, article)
end
return answer
