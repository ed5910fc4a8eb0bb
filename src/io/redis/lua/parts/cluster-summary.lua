-- Summaries of clusters, their members' lines and their events. All that a summary holds is a string, as Redis keeps it:
-- Lua takes long to spell a number, and a count stands in the summary and in its events.
-- Needs  events, recent, summaryStart, membersStart, publishersStart: keys and what keys begin with
--        keptEvents, countedPublishers: how many   now: ms, as a number and as said in `moment`
--        SCHEMA_VERSION, INLINE_BYTES
local function spell(count) return string.format("%d", count) end
local function announce(kind, subject, cluster, ...)
  cluster.version = spell((cluster.version or 0) + 1)
  redis.call("XADD", events, "MAXLEN", "~", keptEvents, "*",
    "id", cluster.name .. "-" .. cluster.version, "type", kind, "schemaVersion", SCHEMA_VERSION,
    "occurredAt", moment, "clusterId", cluster.name, "clusterVersion", cluster.version,
    "memberCount", cluster.memberCount, "subject", subject, ...)
end
-- All publishers of a cluster. @param words the field `publishers` of its summary
local function publishersOf(words, name)
  if words == "+" then return redis.call("SMEMBERS", publishersStart .. name) end
  local publishers = {}
  for publisher in string.gmatch(words, "%S+") do publishers[#publishers + 1] = publisher end
  return publishers
end
local function addPublisher(cluster, publisher)
  if publisher == "-" or tonumber(cluster.publisherCount) >= countedPublishers then return end
  local inline, key = cluster.publishers, publishersStart .. cluster.name
  if inline == "+" then
    if redis.call("SADD", key, publisher) == 0 then return end
  elseif string.find(" " .. inline .. " ", " " .. publisher .. " ", 1, true) then
    return
  elseif #inline + #publisher >= INLINE_BYTES then
    redis.call("SADD", key, publisher, unpack(publishersOf(inline, cluster.name)))
    cluster.publishers = "+"
  else
    cluster.publishers = inline == "" and publisher or inline .. " " .. publisher
  end
  cluster.publisherCount = spell(cluster.publisherCount + 1)
end
local function takeRank(cluster, rank, articleId)
  local own = cluster.rank
  if own and (own < rank or (own == rank and cluster.representative <= articleId)) then return end
  cluster.rank, cluster.representative = rank, articleId
end
local function addLine(cluster, line)
  local inline = cluster.members
  local isFull = inline and string.sub(inline, -1) == "+"
  if isFull or (inline and #inline + #line > INLINE_BYTES) then
    redis.call("RPUSH", membersStart .. cluster.name, line)
    if not isFull then cluster.members = inline .. "\n+" end
  else
    cluster.members = inline and inline .. "\n" .. line or line
  end
end
local function takeTimes(cluster, firstAt, earliest, latest)
  if not cluster.firstAt or tonumber(firstAt) < tonumber(cluster.firstAt) then cluster.firstAt = firstAt end
  if earliest and not (cluster.earliest and cluster.earliest <= earliest) then cluster.earliest = earliest end
  if latest and not (cluster.latest and cluster.latest >= latest) then cluster.latest = latest end
end
-- Another member, told as one of the articles that cluster-place is given.
local function addMember(cluster, told, joinedTo, evidence)
  local date = told.date ~= "-" and told.date or nil
  addPublisher(cluster, told.publisher)
  takeRank(cluster, told.rank, told.name)
  takeTimes(cluster, told.placedAt, date, date)
  cluster.memberCount = spell(cluster.memberCount + 1)
  addLine(cluster, told.name .. " " .. told.publisher .. " " .. told.date .. " " .. joinedTo .. " " .. evidence)
end
local function store(cluster)
  if not cluster.lastAt or tonumber(cluster.lastAt) < now then cluster.lastAt = moment end
  redis.call("ZADD", recent, cluster.lastAt, cluster.name)
  local fields, count = {}, 0
  for field, value in pairs(cluster) do
    if field ~= "name" then
      fields[count + 1], fields[count + 2] = field, value
      count = count + 2
    end
  end
  redis.call("HSET", summaryStart .. cluster.name, unpack(fields))
end
