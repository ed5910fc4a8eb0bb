-- Summaries of clusters, their members' lines and their events.
-- Needs  events, recent: keys   keptEvents, countedPublishers: how many   now: ms, as a number and as said in `moment`
--        SCHEMA_VERSION, INLINE_BYTES
local function announce(kind, subject, cluster, more)
  cluster.version = (tonumber(cluster.version) or 0) + 1
  redis.call("XADD", events, "MAXLEN", "~", keptEvents, "*",
    "id", cluster.name .. "-" .. cluster.version, "type", kind, "schemaVersion", SCHEMA_VERSION,
    "occurredAt", moment, "clusterId", cluster.name, "clusterVersion", cluster.version,
    "memberCount", cluster.memberCount, "subject", subject, unpack(more or {}))
end
local function addPublisher(cluster, publisher)
  if not publisher or tonumber(cluster.publisherCount) >= countedPublishers then return end
  if string.find(" " .. cluster.publishers .. " ", " " .. publisher .. " ", 1, true) then return end
  cluster.publishers = cluster.publishers == "" and publisher or cluster.publishers .. " " .. publisher
  cluster.publisherCount = tonumber(cluster.publisherCount) + 1
end
-- A rank ends with the ArticleId; the summary keeps it as the representative.
local function takeRank(cluster, rank)
  local head, id = string.match(rank, "^(.*):([^:]+)$")
  local own = cluster.rank
  if own and (own < head or (own == head and cluster.representative <= id)) then return end
  cluster.rank, cluster.representative = head, id
end
local function addLine(cluster, list, line)
  local inline = cluster.members
  local isFull = inline and string.sub(inline, -1) == "+"
  if isFull or (inline and #inline + #line > INLINE_BYTES) then
    redis.call("RPUSH", list, line)
    if not isFull then cluster.members = inline .. "\n+" end
  else
    cluster.members = inline and inline .. "\n" .. line or line
  end
end
local function takeTimes(cluster, firstAt, earliest, latest)
  cluster.firstAt = math.min(tonumber(cluster.firstAt) or firstAt, firstAt)
  if earliest and not (cluster.earliest and cluster.earliest <= earliest) then cluster.earliest = earliest end
  if latest and not (cluster.latest and cluster.latest >= latest) then cluster.latest = latest end
end
local function store(cluster, key)
  cluster.lastAt = math.max(tonumber(cluster.lastAt) or now, now)
  redis.call("ZADD", recent, cluster.lastAt, cluster.name)
  local fields = {}
  for field, value in pairs(cluster) do
    if field ~= "name" then
      fields[#fields + 1] = field
      -- Lua would write a large number with an exponent.
      fields[#fields + 1] = type(value) == "number" and string.format("%.0f", value) or value
    end
  end
  redis.call("HSET", key, unpack(fields))
end
local function memberLine(part, joinedTo, evidence)
  return table.concat({ part.name, part.publisher or "-", part.date or "-", joinedTo, evidence }, " ")
end
