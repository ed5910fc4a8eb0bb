-- cluster-read-nodes: the nodes of some articles (cluster-place describes a node's bytes), and whether any
-- cluster is being dissolved: then an article without node may be one of its members. Where the number of those
-- that were dissolved has changed, what the caller remembers of parents is out of date.
-- KEYS[1]  hash    {c}:node:<bits>:   bucket of a node; the script puts its hex digits behind
-- KEYS[2]  hash    {c}:dissolving     ClusterId -> ArticleId of the root
-- KEYS[3]  string  {c}:dissolved      clusters dissolved so far
-- ARGV[1…] ArticleId, 16 bytes; hex digits of its bucket
-- Returns  {number of clusters that are being dissolved, of those dissolved so far, for each article its node or nil where it has none}
-- Why a script: one command for all placings that look something up at the same time.
-- Cost: O(articles), one command each, reads only.
local buckets, dissolving, dissolved, ARTICLE_BYTES = KEYS[1], KEYS[2], KEYS[3], 16

local answer = { redis.call("HLEN", dissolving), tonumber(redis.call("GET", dissolved) or 0) }
for i = 1, #ARGV do
  local article, digits = string.sub(ARGV[i], 1, ARTICLE_BYTES), string.sub(ARGV[i], ARTICLE_BYTES + 1)
  answer[i + 2] = redis.call("HGET", buckets .. digits, article)
end
return answer
