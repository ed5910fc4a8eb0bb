-- url-settle: writes the outcome a URL ended in, and answers whether it is news.
-- KEYS[1]  hash  url:<urlKey>   the URL's record
-- ARGV[1]  stage   ARGV[2]  step as JSON   ARGV[3]  outcome as JSON   ARGV[4]  ArticleId or ""   ARGV[5]  time to live ms, > 0
-- Returns  1 where the URL was not settled before, else 0
-- Why a script: the outcome is counted once only if the change of state is seen by one caller.  Cost: O(1).
local record, stage, step, outcome, articleId, ttl = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local settled = redis.call("HGET", record, "state") == "settled"
redis.call("HSET", record, "step." .. stage, step, "outcome", outcome, "state", "settled")
if articleId ~= "" then
  redis.call("HSET", record, "articleId", articleId)
end
redis.call("PEXPIRE", record, ttl)
return settled and 0 or 1
