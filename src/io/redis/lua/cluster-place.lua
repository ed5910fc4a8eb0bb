-- cluster-place: accepts one revision of an article, unites the parts that its edges connect, and keeps the
-- evidence of the pairs it was compared in.
-- A part is a cluster, or an article that stands alone; this step finds the parts of the articles it is given.
--   node of an article:  'L' alone, 'R' root of a cluster, 'C' child   1 byte
--                        ordinal                                       5 bytes, big-endian
--                        first accepted revision, or 8 zero bytes      8 bytes
--                        R: the cluster's name; C: the parent          16 bytes
-- 'D' is the root of a cluster that is being dissolved: it unites with nothing. The letter is small where the first
-- revision has left the index (see cluster-note-texts).
-- Parents form a forest with union by size: a root is at most log2(members) steps away. A child's parent
-- never changes, and no member list ever moves: the survivor's list gets a line that names the other list.
-- A member list begins in the summary's field `members`, one line per member; when it is full, its last line
-- is "+", and the list goes on in a key of its own. Publishers are words in the field `publishers`; when it is full, all
-- of them move to a set, and "+" stays: a copy in a crowd asks whether its own is there, in place of reading 500.
-- Evidence of an article: number of notes, 1 byte; notes, the strongest first, then by id. A note: the other
-- ArticleId, 16 bytes; containment and cover in thousandths, 2 each; the rest; the note's length, 1 byte.
-- KEYS[1]  hash    {c}:node:<bits>:       ArticleId, 16 bytes -> node; the script puts the bucket's hex digits behind
-- KEYS[2]  string  {c}:ordinal            ordinal given last
-- KEYS[3]  hash    {c}:revisions          ArticleId, 16 bytes -> packed ids of its later revisions; 8 zero bytes behind
--                                         one that has left the index
-- KEYS[4]  zset    {c}:recent             ClusterId -> last activity, ms
-- KEYS[5]  stream  {c}:events             outbox
-- KEYS[6]  hash    {c}:cluster:           summary; the ClusterId goes behind
-- KEYS[7]  list    {c}:members:           one line per member; "+<ClusterId>" for the members of a merged one
-- KEYS[8]  hash    {c}:evidence:<bits>:   ArticleId, 16 bytes -> notes; the bucket's hex digits go behind
-- KEYS[9]  hash    {c}:texts:<bits>:      rest of a text's key -> note (see cluster-note-texts); digits go behind
-- KEYS[10] set     {c}:publishers:        those of a cluster whose field is full; the ClusterId goes behind
-- ARGV[1]  words, the same in all calls: bits of a node's bucket; bits of an evidence bucket; events kept, about;
--          publishers counted at most; notes kept at most
-- ARGV[2]  words: now ms; 1 where these are all its edges and pairs, 0 where further calls follow: the last one accepts;
--          s since epoch: notes on texts of what stood alone and was placed before are void; the ArticleId it is joined
--          to, - where it has no edges; hex digits of its text's bucket, none where it is not compared
-- ARGV[3]  the rest of the text's key; empty where it is not compared, and in further calls
-- ARGV[4]  roots on which the caller relied: ArticleId, 16 bytes; ordinal, 5 bytes; and so on
-- ARGV[5]  ArticleIds, 16 bytes each, of what the caller assumed to be one with the articles that follow
-- ARGV[6]  revision id, 8 bytes; ArticleIds, 16 bytes each: the placed one, then the other end of each edge, the
--          strongest first
-- ARGV[7…] for each of these articles, words: publisher or -; datePublished or -; rank, which ends with the ArticleId in
--          hex digits; placed at, ms; line of evidence
-- ARGV[…]  for each note: ArticleId it is about, 16 bytes; the note
-- Returns  {"founded" | "joined" | "revised" | "already-placed", ClusterId}
--          {"united", ClusterId} where it has no edges of its own, and a copy has united it with an older one meanwhile
--          {"apart"}, with nothing written, where not all are one that were assumed to be: look, then call again
--          {"same-text", note}, with nothing written, where this text was another part's: call again with that edge
--          {"dissolved"}, with nothing written, where such a root is gone: what was one with it may be apart by now
--          {"dissolving"}, with nothing written, where the placed article's cluster is: dissolve it first
-- Why a script: union, counts, evidence and events are one change of state; a second call finds it done.
-- Cost: O(edges), about 8 commands each and 1 per step to a root, of what is assumed, too; O(publishers) for merged
-- clusters; never O(members).
local nodeStart, ordinals, revisions, recent, events = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local summaryStart, membersStart, evidenceStart, texts, publishersStart = KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10]
local ROOT_BYTES, ARTICLE_BYTES, ID_BYTES, NO_REVISION, SCHEMA_VERSION = 21, 16, 8, string.rep("\0", 8), "1"
-- Lines and publishers in a summary stay under the 1,024 bytes up to which Redis keeps a hash compact (config/redis.conf).
local STRENGTH_AT, INLINE_BYTES = 17, 1000
local settings = { string.match(ARGV[1], "^(%d+) (%d+) (%d+) (%d+) (%d+)$") }
local moment, last, since, strongest, textDigits = string.match(ARGV[2], "^(%d+) ([01]) (%-?%d+) ([^ ]+) (%x*)$")
if not (settings[1] and moment) then return redis.error_reply("ERR a word is missing") end
local nodeBits, evidenceBits, keptEvents = tonumber(settings[1]), tonumber(settings[2]), settings[3]
local countedPublishers, keptNotes = tonumber(settings[4]), tonumber(settings[5])
local now, isLast, textsSince, hasEdges = tonumber(moment), last == "1", tonumber(since), strongest ~= "-"
local textField, relied, assumed, revision = ARGV[3], ARGV[4], ARGV[5], string.sub(ARGV[6], 1, ID_BYTES)

local FIXED_ARGS, articleCount = 6, (#ARGV[6] - ID_BYTES) / ARTICLE_BYTES
if articleCount < 1 or articleCount % 1 ~= 0 then return redis.error_reply("ERR not a revision and articles") end
if #relied % ROOT_BYTES ~= 0 then return redis.error_reply("ERR not roots with ordinals") end
if #assumed % ARTICLE_BYTES ~= 0 then return redis.error_reply("ERR not ArticleIds") end
local articles, firstNote = {}, FIXED_ARGS + articleCount + 1
for i = 1, articleCount do
  -- Publisher, date and evidence become words and the end of a member's line.
  local publisher, date, rank, name, placedAt, evidence =
    string.match(ARGV[FIXED_ARGS + i] or "", "^([^ \n]+) ([^ \n]+) ([^ \n]*):(%x+) (%d+) ([^\n]+)$")
  if not publisher then return redis.error_reply("ERR not an article") end
  local at = ID_BYTES + (i - 1) * ARTICLE_BYTES
  articles[i] = { id = string.sub(ARGV[6], at + 1, at + ARTICLE_BYTES), name = name, publisher = publisher, date = date,
    rank = rank, placedAt = placedAt, evidence = evidence }
end
local article = articles[1].id
for arg = firstNote, #ARGV do
  local isNote = string.byte(ARGV[arg], -1) == #ARGV[arg] - ARTICLE_BYTES
  if not isNote or #ARGV[arg] < ARTICLE_BYTES + STRENGTH_AT + 4 then return redis.error_reply("ERR not a note") end
end

--@part cluster-nodes
--@part cluster-texts
-- A parent never changes while its cluster lives, and no ordinal is given twice.
for at = 1, #relied, ROOT_BYTES do
  local id, ordinal = struct.unpack(">c16I5", relied, at)
  local node = readNode(id)
  if not node or node.ordinal ~= ordinal then return { "dissolved" } end
end

-- 1. Find the part of each article, each part once. Nothing is written up to the end of this step.
local parts, seen, ownNode = {}, {}, nil
for _, told in ipairs(articles) do
  local id = told.id
  local node, root, isDissolving = walk(id)
  if id == article then ownNode = node end
  if isDissolving and id == article then return { "dissolving" } end
  local rootId = root and root.id or id
  if not isDissolving and not seen[rootId] then
    local isCluster = root and root.kind == "R"
    local part = { told = told, node = root, root = rootId, name = isCluster and toHex(root.link) or told.name }
    if isCluster then
      local summary = {}
      local fields = redis.call("HGETALL", summaryStart .. part.name)
      for f = 1, #fields, 2 do summary[fields[f]] = fields[f + 1] end
      -- What is assigned to the cluster lies above what is stored: only that is written back.
      part.cluster = setmetatable({}, { __index = summary })
      if not (summary.memberCount and summary.ordinal and summary.rank and summary.firstAt and summary.publishers) then
        return redis.error_reply("ERR no summary of cluster " .. part.name)
      end
    end
    seen[rootId] = true
    parts[#parts + 1] = part
  end
end
local own, partCount, articleName = parts[1], #parts, articles[1].name
-- Before the text: an edge to the article that had it must not make one what has to be compared yet.
for at = 1, #assumed, ARTICLE_BYTES do
  local _, root = walk(string.sub(assumed, at, at + ARTICLE_BYTES - 1))
  if not (root and seen[root.id]) then return { "apart" } end
end
-- Looked up here, and written before a text's anchors go: so a text that leaves the index right now is not missed.
local text = textField ~= "" and redis.call("HGET", texts .. textDigits, textField)
if text and isRemembered(text) and noteId(text) ~= article then
  local _, root, isDissolving = walk(noteId(text))
  if not isDissolving and not seen[root and root.id or noteId(text)] then return { "same-text", text } end
end

--@part cluster-evidence

-- 2. Evidence; nodes of articles seen for the first time. Those it was compared with came before the placed one.
for arg = firstNote, #ARGV do
  keepNote(string.sub(ARGV[arg], 1, ARTICLE_BYTES), string.sub(ARGV[arg], ARTICLE_BYTES + 1))
end
-- The last call gives the ordinal of an article that has joined nothing up to then, and writes its node.
if partCount == 1 and not own.node and not isLast then return { "founded", own.name } end
for i = 2, partCount + 1 do
  local part = parts[i] or own
  if not part.node then
    local ordinal, bucket = redis.call("INCR", ordinals), keyOf(nodeStart, nodeBits, part.root)
    part.node = { bucket = bucket, id = part.root, kind = "L", ordinal = ordinal, first = NO_REVISION, link = "" }
  end
  part.ordinal = part.cluster and tonumber(part.cluster.ordinal) or part.node.ordinal
  part.size = part.cluster and tonumber(part.cluster.memberCount) or 1
end

-- 3. Accept the revision, with the last of its parts: a placing that is cut short before is not taken for done.
local isRoot = own.root == article
if isRoot then ownNode = own.node end
local isFirst, isNew = ownNode.first == NO_REVISION, false
if isFirst and isLast then
  ownNode.first = revision
  isNew = true
  -- Where it is the root of its part, a union writes it below.
  if not isRoot or partCount == 1 then writeNode(ownNode) end
elseif isLast and ownNode.first ~= revision then
  local later = redis.call("HGET", revisions, article) or ""
  isNew = true
  for at = 1, #later, ID_BYTES do
    if string.sub(later, at, at + ID_BYTES - 1) == revision then isNew = false end
  end
  if isNew then redis.call("HSET", revisions, article, later .. revision) end
end

--@part cluster-summary

-- 4. Nothing to unite.
if partCount == 1 then
  -- A copy may have been quicker to unite with it. Where all edges lead to what is being dissolved, it joins nothing.
  if isFirst then
    local isUnited = own.cluster and (hasEdges or own.name ~= articleName)
    return { isUnited and (hasEdges and "joined" or "united") or "founded", own.name }
  end
  if not isNew then return { "already-placed", own.name } end
  if own.cluster then
    own.cluster.name = own.name
    takeRank(own.cluster, own.told.rank, articleName)
    announce("article.revised", articleName, own.cluster)
    store(own.cluster)
  else
    local revisionId = string.format("%08x%08x", struct.unpack(">I4I4", revision))
    redis.call("XADD", events, "MAXLEN", "~", keptEvents, "*", "id", own.name .. "-" .. revisionId,
      "type", "article.revised", "schemaVersion", SCHEMA_VERSION, "occurredAt", moment,
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
  cluster = { name = survivor.name, ordinal = spell(survivor.ordinal), memberCount = "0", publishers = "",
    publisherCount = "0" }
  addMember(cluster, survivor.told, "-", "-")
  announce("cluster.founded", survivor.name, cluster)
end
cluster.name = survivor.name
for _, part in ipairs(parts) do
  local merged = part.cluster
  if part ~= survivor and merged then
    for _, publisher in ipairs(publishersOf(merged.publishers, part.name)) do addPublisher(cluster, publisher) end
    takeRank(cluster, merged.rank, merged.representative)
    takeTimes(cluster, merged.firstAt, merged.earliest, merged.latest)
    cluster.memberCount = spell(cluster.memberCount + part.size)
    addLine(cluster, "+" .. part.name)
    redis.call("DEL", summaryStart .. part.name, publishersStart .. part.name)
    redis.call("HSET", summaryStart .. part.name, "mergedInto", survivor.name, "members", merged.members)
    redis.call("ZREM", recent, part.name)
    announce("cluster.merged", part.name, cluster)
  elseif part ~= survivor then
    local to, evidence = part == own and strongest or articleName, part.told.evidence
    addMember(cluster, part.told, to == survivor.name and "=" or to, evidence)
    announce("article.joined", part.name, cluster, "joinedTo", to, "evidence", evidence)
  end
  local node, kind, link = part.node, part == largest and "R" or "C", part == largest and nameBytes or largest.root
  if node.kind ~= kind or node.link ~= link or node == ownNode then
    node.kind, node.link = kind, link
    writeNode(node)
  end
end
store(cluster)
return { "joined", survivor.name }
