-- cluster-place: accepts one revision of an article and unites the parts that its edges connect.
-- A part is a cluster, or an article that stands alone. The caller has looked up the parts; this step
-- holds every one against what is stored and changes nothing if one has moved on meanwhile.
--
--   node of an article:  'L' alone, 'R' root of a cluster, 'C' child   1 byte
--                        ordinal                                       5 bytes, big-endian
--                        first accepted revision, or 8 zero bytes      8 bytes
--                        R: the cluster's name; C: the parent          16 bytes
--
-- 'D' is the root of a cluster that is being dissolved: it unites with nothing.
--
-- Parents form a forest with union by size: a root is at most log2(members) steps away. A child's parent
-- never changes, and no member list ever moves: the survivor's list gets a line that names the other list.
-- A member list begins in the summary's field `members`, one line per member; when it is full, its last line
-- is "+", and the list goes on in a key of its own.
-- KEYS[1]  hash    {c}:node:<bucket>      node of the placed article: ArticleId, 16 bytes -> node
-- KEYS[2]  string  {c}:ordinal            ordinal given last
-- KEYS[3]  hash    {c}:revisions          ArticleId, 16 bytes -> packed ids of its later revisions
-- KEYS[4]  zset    {c}:recent             ClusterId -> last activity, ms
-- KEYS[5]  stream  {c}:events             outbox
-- For each part, its own first:
-- KEYS[6+3i]  hash  {c}:node:<bucket>        node of its root
-- KEYS[7+3i]  hash  {c}:cluster:<ClusterId>  summary
-- KEYS[8+3i]  list  {c}:members:<ClusterId>  one line per member; "+<ClusterId>" for the members of a merged one
-- ARGV[1]  ArticleId, 16 bytes   ARGV[2]  revision id, 8 bytes   ARGV[3]  now ms
-- ARGV[4]  events kept, about    ARGV[5]  publishers counted at most   ARGV[6]  1 where it has edges, else 0
-- ARGV[7]  1 where these are all parts to be united, 0 where further calls follow: the last one accepts
-- ARGV[8+9i…]  root, 16 bytes; 'L' or 'R'; ClusterId; and for an article that stands alone (for the own
--              part in any case): publisher or -; datePublished or -; rank; placed at, ms;
--              the ArticleId it is joined to; line of evidence
-- Returns  {"founded" | "joined" | "revised" | "already-placed", ClusterId} or {"moved"}
-- Why a script: union, counts and events are one change of state; a second call finds it done.
-- Cost: O(parts), about 8 commands each, and O(publishers) for merged clusters; never O(members).
local nodes, ordinals, revisions, recent, events = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local FIXED_KEYS, KEYS_PER_PART, FIXED_ARGS, ARGS_PER_PART = 5, 3, 7, 9
local ID_BYTES, NO_REVISION, SCHEMA_VERSION = 8, string.rep("\0", 8), 1
-- Under the 1,024 bytes up to which Redis keeps a hash compact (config/redis.conf): six lines or seven.
local INLINE_BYTES = 1000
local article, revision, now = ARGV[1], ARGV[2], tonumber(ARGV[3])
local keptEvents, countedPublishers, hasEdges = tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6] == "1"
local isLast = ARGV[7] == "1"
local partCount = (#KEYS - FIXED_KEYS) / KEYS_PER_PART

if #article ~= 16 or #revision ~= ID_BYTES then return redis.error_reply("ERR ids must be 16 and 8 bytes") end
if not (now and keptEvents and countedPublishers) then return redis.error_reply("ERR a number is missing") end
if partCount < 1 or #ARGV ~= FIXED_ARGS + ARGS_PER_PART * partCount then
  return redis.error_reply("ERR 3 keys and 9 arguments per part")
end

local function readNode(bucket, id)
  local packed = redis.call("HGET", bucket, id)
  if not packed then return nil end
  local ordinal, first = struct.unpack(">I5c8", packed, 2)
  return { kind = string.sub(packed, 1, 1), ordinal = ordinal, first = first, link = string.sub(packed, 15) }
end
local function writeNode(bucket, id, node)
  redis.call("HSET", bucket, id, node.kind .. struct.pack(">I5", node.ordinal) .. node.first .. node.link)
end
local function toHex(bytes) return (string.format(string.rep("%02x", #bytes), string.byte(bytes, 1, -1))) end
local function known(word) return word ~= "-" and word or nil end

-- 1. Hold every part against what is stored. Nothing is written up to the end of this step.
local parts = {}
for i = 1, partCount do
  local key, arg = FIXED_KEYS + KEYS_PER_PART * (i - 1), FIXED_ARGS + ARGS_PER_PART * (i - 1)
  local part = {
    bucket = KEYS[key + 1], summary = KEYS[key + 2], members = KEYS[key + 3],
    root = ARGV[arg + 1], kind = ARGV[arg + 2], name = ARGV[arg + 3],
    publisher = known(ARGV[arg + 4]), date = known(ARGV[arg + 5]), rank = ARGV[arg + 6],
    placedAt = tonumber(ARGV[arg + 7]), joinedTo = ARGV[arg + 8], evidence = ARGV[arg + 9],
  }
  part.node = readNode(part.bucket, part.root)
  local kind = part.node and part.node.kind or "L"
  if kind ~= part.kind then return { "moved" } end
  if kind == "R" then
    if toHex(part.node.link) ~= part.name then return { "moved" } end
    local summary = {}
    local fields = redis.call("HGETALL", part.summary)
    for f = 1, #fields, 2 do summary[fields[f]] = fields[f + 1] end
    -- What is assigned to the cluster lies above what is stored: only that is written back.
    part.cluster = setmetatable({}, { __index = summary })
    if not (summary.memberCount and summary.ordinal and summary.rank and summary.firstAt and summary.publishers) then
      return redis.error_reply("ERR no summary of cluster " .. part.name)
    end
  elseif not part.placedAt then
    return redis.error_reply("ERR placed at must be a number")
  end
  parts[i] = part
end
local own = parts[1]
local storedNode = own.root ~= article and readNode(nodes, article)
if own.root ~= article and not storedNode then
  return redis.error_reply("ERR the own part has another root, but the article has no node")
end

-- 2. Nodes of articles seen for the first time. Those it was compared with came before the placed one.
for i = 2, partCount + 1 do
  local part = parts[i] or own
  if not part.node then
    part.node = { kind = "L", ordinal = redis.call("INCR", ordinals), first = NO_REVISION, link = "" }
  end
  part.ordinal = part.cluster and tonumber(part.cluster.ordinal) or part.node.ordinal
  part.size = part.cluster and tonumber(part.cluster.memberCount) or 1
end

-- 3. Accept the revision, with the last of its parts: a placing that is cut short before is not taken for done.
local ownNode = storedNode or own.node
local isFirst, isNew = ownNode.first == NO_REVISION, false
if isFirst and isLast then
  ownNode.first = revision
  isNew = true
  -- Where it is the root of its part, a union writes it below.
  if storedNode or partCount == 1 then writeNode(nodes, article, ownNode) end
elseif isLast and ownNode.first ~= revision then
  local later = redis.call("HGET", revisions, article) or ""
  isNew = true
  for at = 1, #later, ID_BYTES do
    if string.sub(later, at, at + ID_BYTES - 1) == revision then isNew = false end
  end
  if isNew then redis.call("HSET", revisions, article, later .. revision) end
end

local function announce(kind, subject, cluster, more)
  cluster.version = (tonumber(cluster.version) or 0) + 1
  redis.call("XADD", events, "MAXLEN", "~", keptEvents, "*",
    "id", cluster.name .. "-" .. cluster.version, "type", kind, "schemaVersion", SCHEMA_VERSION,
    "occurredAt", ARGV[3], "clusterId", cluster.name, "clusterVersion", cluster.version,
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
  if inline and string.sub(inline, -1) == "+" then
    redis.call("RPUSH", list, line)
  elseif inline and #inline + #line > INLINE_BYTES then
    redis.call("RPUSH", list, line)
    cluster.members = inline .. "\n+"
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

-- 4. Nothing to unite.
if partCount == 1 then
  if isFirst then return { hasEdges and "joined" or "founded", own.name } end
  if not isNew then return { "already-placed", own.name } end
  if own.cluster then
    own.cluster.name = own.name
    takeRank(own.cluster, own.rank)
    announce("article.revised", toHex(article), own.cluster)
    store(own.cluster, own.summary)
  else
    redis.call("XADD", events, "MAXLEN", "~", keptEvents, "*", "id", own.name .. "-" .. toHex(revision),
      "type", "article.revised", "schemaVersion", SCHEMA_VERSION, "occurredAt", ARGV[3],
      "clusterId", own.name, "clusterVersion", 0, "memberCount", 1, "subject", own.name)
  end
  return { "revised", own.name }
end

-- 5. Unite: the cluster founded first keeps its name, the largest part's root becomes the root.
local survivor, largest = own, own
for _, part in ipairs(parts) do
  if part.ordinal < survivor.ordinal then survivor = part end
  if part.size > largest.size then largest = part end
end
-- Its name in bytes stands in a root's node; an article that stands alone is its own name.
local cluster, nameBytes = survivor.cluster, survivor.cluster and survivor.node.link or survivor.root
if not cluster then
  cluster = { memberCount = 1, publishers = "", publisherCount = 0, ordinal = survivor.ordinal }
  cluster.name = survivor.name
  addPublisher(cluster, survivor.publisher)
  takeRank(cluster, survivor.rank)
  takeTimes(cluster, survivor.placedAt, survivor.date, survivor.date)
  addLine(cluster, survivor.members, memberLine(survivor, "-", "-"))
  announce("cluster.founded", survivor.name, cluster)
end
cluster.name = survivor.name
for _, part in ipairs(parts) do
  local merged = part.cluster
  if part ~= survivor and merged then
    for publisher in string.gmatch(merged.publishers, "%S+") do addPublisher(cluster, publisher) end
    takeRank(cluster, merged.rank .. ":" .. merged.representative)
    takeTimes(cluster, tonumber(merged.firstAt), merged.earliest, merged.latest)
    cluster.memberCount = tonumber(cluster.memberCount) + part.size
    addLine(cluster, survivor.members, "+" .. part.name)
    redis.call("DEL", part.summary)
    redis.call("HSET", part.summary, "mergedInto", survivor.name, "members", merged.members)
    redis.call("ZREM", recent, part.name)
    announce("cluster.merged", part.name, cluster)
  elseif part ~= survivor then
    addPublisher(cluster, part.publisher)
    takeRank(cluster, part.rank)
    takeTimes(cluster, part.placedAt, part.date, part.date)
    cluster.memberCount = tonumber(cluster.memberCount) + 1
    local joinedTo = part.joinedTo == survivor.name and "=" or part.joinedTo
    addLine(cluster, survivor.members, memberLine(part, joinedTo, part.evidence))
    announce("article.joined", part.name, cluster, { "joinedTo", part.joinedTo, "evidence", part.evidence })
  end
  local node, kind, link = part.node, part == largest and "R" or "C", part == largest and nameBytes or largest.root
  if node.kind ~= kind or node.link ~= link or node == ownNode then
    node.kind, node.link = kind, link
    writeNode(part.bucket, part.root, node)
  end
end
store(cluster, survivor.summary)
return { "joined", survivor.name }
