-- cluster-enter: puts the records of revisions and their anchors into one shard, and tells who else has these.
-- A record lies in the revision's home shard, in a bucket told by the first bits of its handle, under the handle's last
-- bytes (src/core/cluster/article-record.ts): format and probe, 1 byte; moment of placing, 6 bytes; ArticleId, 16
-- bytes; the half of the revision id that the handle does not tell, 4 bytes; and more.
-- An anchor is told by some bytes: its bucket in hex digits, its group 10 to 41, its tag, 1 byte. The bucket is
-- one hash, the group a field there. The value is a row of entries, tag and handle, 5 bytes each, in the order
-- of placing. More than 8 handles of one tag move to the hash of crowded anchors, ascending; the tag with
-- handle 0 stays. A full list has its SHA-1 beside it, in the field of the anchor with a zero byte behind: lists with
-- the same are read once, since Redis' Lua hashes each byte of each string it gets.
-- KEYS[1]  hash    {i:NN}:<version>:<bits>:     bucket of anchors; the script puts its hex digits behind
-- KEYS[2]  list    {i:NN}:placed:<version>:     handles in the order of placing; the script puts the hour behind
-- KEYS[3]  zset    {i:NN}:hours:<version>       hours that have such a list
-- KEYS[4]  hash    {i:NN}:crowded:<version>     anchor -> packed handles; anchor, zero byte -> SHA-1 of a full list
-- KEYS[5]  string  {i:NN}:full                  times an anchor was found full
-- KEYS[6]  hash    {i:NN}:fingerprints:<version>:<bits>:   bucket of records; the script puts its hex digits behind
-- ARGV[1]  most handles per anchor   ARGV[2]  bytes per anchor
-- ARGV[3]  bits of a record's bucket   ARGV[4]  bytes of a record's field
-- ARGV[5]  moment, ms: a record that was placed before has expired
-- ARGV[6+3i]  the hour under which a revision is listed; empty where this is not its home shard
-- ARGV[7+3i]  its handle, 4 bytes, and its anchors
-- ARGV[8+3i]  its record; empty where this is not its home shard
-- Returns  for each revision {"new" | "known" | "elsewhere", number, handle, record, handle, record …, packed handles,
--          number, packed handles, number …}: "known" where its record was there; number, handles and records of those
--          who share most anchors with it, none where none shares two or only crowds do; of the anchors that others
--          have, too: packed handles (its own among them), number of anchors that have these very ones.
--          {"taken", 0}, with nothing written, where the handle is another revision's; {"differs" | "expired", 1, handle,
--          record}, with nothing written either, where its own record is there and tells something else, another
--          fingerprint for one: its anchors are those to be added; or has expired: its anchors are to be removed first
-- Why a script: of two racing copies one sees the other; what has anchors has a record, and what has one is listed.
-- Cost: O(anchors), 2 to 4 commands each; at most 2 KiB move per crowded anchor, once for those with the same full list.
-- Names of buckets are made here: a call with 17 declared keys costs ioredis 10 us and Redis 3, with nothing done.
local buckets, placed, hours, crowded, full, records = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local FIXED_ARGS, ARGS_PER_REVISION, HANDLE_BYTES, ENTRY_BYTES, INLINE_HANDLES = 5, 3, 4, 5, 8
local GROUP_DIGITS, TAG_BYTES, IN_CROWD, CHECKSUM, MIN_SHARED_ANCHORS, MAX_RECORDS = 2, 1, "\0\0\0\0", "\0", 2, 4
local TIME_AT, ARTICLE_AT, REVISION_AT, REVISION_END, WORD_BITS, DIGIT_BITS = 2, 8, 24, 27, 32, 4
local most, width, recordBits = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local fieldBytes, since = tonumber(ARGV[4]), tonumber(ARGV[5])
local call, sub, search, unpackBytes = redis.call, string.sub, string.find, struct.unpack
local shape = "c" .. (width - GROUP_DIGITS - TAG_BYTES) .. "c2c1"

if not (most and width and recordBits and fieldBytes and since) then
  return redis.error_reply("ERR the first five arguments must be numbers")
end
for i = FIXED_ARGS + 1, #ARGV, ARGS_PER_REVISION do
  local length = #(ARGV[i + 1] or "") - HANDLE_BYTES
  if length < 0 or length % width ~= 0 then return redis.error_reply("ERR not a handle and anchors") end
  local isHome, record = ARGV[i] ~= "", ARGV[i + 2] or ""
  if isHome ~= (record ~= "") then return redis.error_reply("ERR an hour or a record without the other") end
  if isHome and #record < REVISION_END then return redis.error_reply("ERR not a record") end
end

local bucketRange, bucketDigits = 2 ^ (WORD_BITS - recordBits), "%0" .. math.ceil(recordBits / DIGIT_BITS) .. "x"
local function recordBucket(handle)
  return records .. string.format(bucketDigits, math.floor(struct.unpack(">I4", handle) / bucketRange))
end

-- Keeps the first record of a revision. What is swept later are the anchors of the record that stands here: so none are
-- added that are not its own, nor to one of long ago, which is about to be swept.
local function keep(handle, record)
  local bucket, field = recordBucket(handle), sub(handle, -fieldBytes)
  if call("HSETNX", bucket, field, record) == 1 then return "new" end
  local kept = call("HGET", bucket, field)
  local isSame = sub(kept, 1, 1) == sub(record, 1, 1)
    and sub(kept, REVISION_AT, REVISION_END) == sub(record, REVISION_AT, REVISION_END)
  if not isSame then return "taken" end
  if struct.unpack(">I6", kept, TIME_AT) < since then return "expired", kept end
  if sub(kept, ARTICLE_AT) ~= sub(record, ARTICLE_AT) then return "differs", kept end
  return "known"
end

-- Where an entry of the tag stands, from `at` on; nil where there is none.
local function entryAt(tag, entries, at)
  local found = search(entries, tag, at, true)
  while found and (found - 1) % ENTRY_BYTES ~= 0 do found = search(entries, tag, found + 1, true) end
  return found
end

-- Handles that stand under the tag in a group's value.
local function handlesOf(tag, entries)
  local handles, at = {}, entryAt(tag, entries, 1)
  while at do
    handles[#handles + 1] = sub(entries, at + 1, at + HANDLE_BYTES)
    at = entryAt(tag, entries, at + ENTRY_BYTES)
  end
  return handles
end

-- Where the handle stands in the ascending packed list or belongs, and whether it is there.
-- Numbers, since Lua compares strings by the server's locale.
local function find(packed, handle)
  local own, from, to = struct.unpack(">I4", handle), 0, #packed / HANDLE_BYTES
  while from < to do
    local middle = math.floor((from + to) / 2)
    local other = struct.unpack(">I4", packed, middle * HANDLE_BYTES + 1)
    if other == own then return middle * HANDLE_BYTES, true end
    if other < own then from = middle + 1 else to = middle end
  end
  return from * HANDLE_BYTES, false
end

-- The packed list with the handle; the list itself where it is there already or full of smaller ones.
-- And 1 where it was full, else 0.
local function with(packed, handle)
  local at, isThere = find(packed, handle)
  if isThere then return packed, 0 end
  local isFull = #packed >= most * HANDLE_BYTES
  if isFull and at == #packed then return packed, 1 end
  return sub(packed, 1, at) .. handle .. sub(packed, at + 1, isFull and -HANDLE_BYTES - 1 or -1), isFull and 1 or 0
end

-- The handles, few of them, ascending and packed.
local function ascending(handles)
  local numbers = {}
  for i, bytes in ipairs(handles) do numbers[i] = struct.unpack(">I4", bytes) end
  table.sort(numbers)
  for i, number in ipairs(numbers) do numbers[i] = struct.pack(">I4", number) end
  return table.concat(numbers)
end

-- A group's value without the entries of one tag.
local function without(tag, entries)
  local left = {}
  for at = 1, #entries, ENTRY_BYTES do
    if sub(entries, at, at) ~= tag then left[#left + 1] = sub(entries, at, at + ENTRY_BYTES - 1) end
  end
  return table.concat(left)
end

-- Adds the handle to a crowded anchor. The anchors of an exact copy all have the same crowd: it is read and searched once.
local timesFull, grown, fullLists = 0, {}, {}
local function appendToCrowd(anchor, checksum, handle)
  local before = checksum and fullLists[checksum] or call("HGET", crowded, anchor) or ""
  if checksum then fullLists[checksum] = before end
  local known = grown[before]
  if not known then
    local packed, full = with(before, handle)
    local isFull = #packed >= most * HANDLE_BYTES
    known = { packed = packed, full = full, checksum = isFull and packed ~= before and redis.sha1hex(packed) }
    grown[before] = known
  end
  timesFull = timesFull + known.full
  if known.packed ~= before then call("HSET", crowded, anchor, known.packed) end
  if known.checksum then call("HSET", crowded, anchor .. CHECKSUM, known.checksum) end
  return known.packed
end

-- The checksums of the lists of these anchors, false where a list is not full.
local function checksumsOf(anchors)
  local fields = {}
  for i, anchor in ipairs(anchors) do fields[i] = anchor .. CHECKSUM end
  return fields[1] and call("HMGET", crowded, unpack(fields)) or fields
end

-- Adds the handle to an anchor that others have: in the group while they are few, else in the crowd.
-- Returns the packed handles, nil where it is the only one; false where it belongs to a crowd and was not added yet.
local function appendShared(anchor, bucket, group, tag, entries, handle)
  local handles = handlesOf(tag, entries)
  if handles[1] == IN_CROWD then return false end
  local isThere = false
  for _, other in ipairs(handles) do isThere = isThere or other == handle end
  if not isThere then handles[#handles + 1] = handle end
  if #handles > INLINE_HANDLES then
    call("HSET", crowded, anchor, ascending(handles))
    call("HSET", bucket, group, without(tag, entries) .. tag .. IN_CROWD)
  elseif not isThere then
    call("HSET", bucket, group, entries .. tag .. handle)
  end
  return #handles > 1 and table.concat(handles) or nil
end

-- Who shares most of its anchors with the revision, and no crowd with others: the first few, of equals the least handle.
local function closest(sharing, own)
  local counts, others = {}, {}
  for i = 1, #sharing, 2 do
    local packed = sharing[i]
    for at = 1, #packed <= INLINE_HANDLES * HANDLE_BYTES and #packed or 0, HANDLE_BYTES do
      local handle = sub(packed, at, at + HANDLE_BYTES - 1)
      local before = counts[handle] or 0
      counts[handle] = before + sharing[i + 1]
      if handle ~= own and before < MIN_SHARED_ANCHORS and counts[handle] >= MIN_SHARED_ANCHORS then
        others[#others + 1] = handle
      end
    end
  end
  table.sort(others, function(a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return struct.unpack(">I4", a) < struct.unpack(">I4", b)
  end)
  return others
end

-- Adds the handle to its anchors. Returns packed handles and numbers of anchors, in turn.
local function append(bytes, handle)
  local sharing, placeOf, inCrowds = {}, {}, {}
  local function share(packed)
    local place = placeOf[packed]
    if place then
      sharing[place] = sharing[place] + 1
    else
      sharing[#sharing + 1], sharing[#sharing + 2] = packed, 1
      placeOf[packed] = #sharing
    end
  end
  for at = HANDLE_BYTES + 1, #bytes, width do
    local digits, group, tag = unpackBytes(shape, bytes, at)
    local bucket = buckets .. digits
    local entries = call("HGET", bucket, group)
    if entries and entryAt(tag, entries, 1) then
      local anchor = sub(bytes, at, at + width - 1)
      local packed = appendShared(anchor, bucket, group, tag, entries, handle)
      if packed then share(packed) elseif packed == false then inCrowds[#inCrowds + 1] = anchor end
    else
      call("HSET", bucket, group, (entries or "") .. tag .. handle)
    end
  end
  grown = {}
  local checksums = checksumsOf(inCrowds)
  for i, anchor in ipairs(inCrowds) do share(appendToCrowd(anchor, checksums[i], handle)) end
  return sharing
end

local answers = {}
for i = FIXED_ARGS + 1, #ARGV, ARGS_PER_REVISION do
  local hour, bytes, record = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local handle = sub(bytes, 1, HANDLE_BYTES)
  local state, kept = "elsewhere", nil
  if hour ~= "" then state, kept = keep(handle, record) end
  local answer = { state, 0 }
  if kept then
    answer[2], answer[3], answer[4] = 1, handle, kept
  elseif state ~= "taken" then
    local sharing = append(bytes, handle)
    local others = hour ~= "" and closest(sharing, handle) or {}
    for j = 1, math.min(#others, MAX_RECORDS) do
      local found = call("HGET", recordBucket(others[j]), sub(others[j], -fieldBytes))
      if found then answer[#answer + 1], answer[#answer + 2] = others[j], found end
    end
    answer[2] = (#answer - 2) / 2
    for j = 1, #sharing do answer[#answer + 1] = sharing[j] end
    if state == "new" and call("RPUSH", placed .. hour, handle) == 1 then call("ZADD", hours, hour, hour) end
  end
  answers[#answers + 1] = answer
end
if timesFull > 0 then call("INCRBY", full, timesFull) end
return answers
