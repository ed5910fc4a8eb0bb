-- boilerplate-learn: takes one page's vote on what is furniture of its host (core/extract/learned/host-memory.ts).
-- KEYS[1]  hash  facts      pages: pages that voted; off: "1" where the host is switched off
-- KEYS[2]  set   noted      integers: blocks that came once, those of the head negative
-- KEYS[3]  hash  blocks     block key -> JSON {sample, votes: [[page, article, story hashes], ...]}, latest vote last
-- KEYS[4]  zset  furniture  block key -> last page on which it still is furniture
-- ARGV[1]  article   ARGV[2]  its story hashes, 8 hex digits each   ARGV[3]  votes that make furniture, > 0
-- ARGV[4]  pages within which they must come   ARGV[5]  time to live ms   ARGV[6]  blocks noted at most
-- ARGV[7]  blocks counted at most   ARGV[8...]  block key, sample, block key, sample, ...
-- Returns  {"learnt", blocks that are furniture now} or {"off"}
-- Why a script: two workers' pages of one host must both be counted, and each block's votes read and written at once.
-- Cost: O(blocks of the page); O(counted blocks) where a new one needs an old one's place.
local facts, noted, blocks, furniture = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local article, hashes, minVotes, window = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local ttl, maxNoted, maxCounted = ARGV[5], tonumber(ARGV[6]), tonumber(ARGV[7])
local HASH_DIGITS = 8
if redis.call("HGET", facts, "off") then
  return { "off" }
end

local function forgetStalest()
  local stalest, oldest
  local all = redis.call("HGETALL", blocks)
  for i = 1, #all, 2 do
    local votes = cjson.decode(all[i + 1]).votes
    local page = votes[#votes][1]
    if not oldest or page < oldest or (page == oldest and all[i] < stalest) then
      stalest, oldest = all[i], page
    end
  end
  redis.call("HDEL", blocks, stalest)
  redis.call("ZREM", furniture, stalest)
end

-- A block that comes for the first time is noted; from the second time on it is counted.
local function admit(key, sample)
  local number = string.format("%.0f", tonumber(string.sub(key, 6), 16))
  if string.sub(key, 1, 4) == "head" then number = "-" .. number end
  if redis.call("SREM", noted, number) == 1 then
    if redis.call("HLEN", blocks) >= maxCounted then forgetStalest() end
    return { sample = sample, votes = {} }
  end
  if redis.call("SCARD", noted) >= maxNoted then redis.call("DEL", noted) end
  redis.call("SADD", noted, number)
  return nil
end

local function isAnotherStory(votes)
  for _, vote in ipairs(votes) do
    if vote[2] == article then return false end
    for at = 1, #hashes, HASH_DIGITS do
      local hash = string.sub(hashes, at, at + HASH_DIGITS - 1)
      for other = 1, #vote[3], HASH_DIGITS do
        if string.sub(vote[3], other, other + HASH_DIGITS - 1) == hash then return false end
      end
    end
  end
  return true
end

local page = redis.call("HINCRBY", facts, "pages", 1)
for i = 8, #ARGV - 1, 2 do
  local key, line = ARGV[i], redis.call("HGET", blocks, ARGV[i])
  local block = line and cjson.decode(line) or admit(key, ARGV[i + 1])
  if block and isAnotherStory(block.votes) then
    local votes = block.votes
    votes[#votes + 1] = { page, article, hashes }
    while #votes > minVotes do table.remove(votes, 1) end
    redis.call("HSET", blocks, key, cjson.encode(block))
    if #votes == minVotes then redis.call("ZADD", furniture, votes[1][1] + window - 1, key) end
  end
end
redis.call("ZREMRANGEBYSCORE", furniture, "-inf", "(" .. page)
for _, key in ipairs(KEYS) do redis.call("PEXPIRE", key, ttl) end
return { "learnt", redis.call("ZCARD", furniture) }
