-- cluster-collect-records: takes records out of one bucket that no list leads to any more.
-- A placing that is given up between record and anchors leaves a record that is in no hour's list.
-- KEYS[1]  hash  {a:xx}:fingerprints:<bucket>   field of a handle -> record (src/core/cluster/article-record.ts)
-- ARGV[1]  moment, ms: records placed before it go   ARGV[2]  most records
-- Returns  number of records taken
-- Why a script: a record must not be taken that was written anew since it was looked at; and only a number leaves.
-- Cost: O(records of the bucket), some thirty.
local records, before, most = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
-- Behind the format: the moment of placing, 6 bytes.
local TIME_AT, TIME_BYTES = 2, 6

if not (before and most) then return redis.error_reply("ERR before and most must be numbers") end

local taken = 0
local entries = redis.call("HGETALL", records)
for i = 1, #entries, 2 do
  local isRecord = #entries[i + 1] >= TIME_AT + TIME_BYTES
  if taken < most and isRecord and struct.unpack(">I6", entries[i + 1], TIME_AT) < before then
    redis.call("HDEL", records, entries[i])
    taken = taken + 1
  end
end
return taken
