-- cluster-drop-former: drops some buckets of one shard of a former fingerprint version, where no hour is listed any more.
-- KEYS[1]  zset  {i:NN}:hours:<version>   hours that have a list of placings
-- KEYS[2…] the keys to be dropped: buckets of anchors and records, crowded anchors
-- Returns  number of keys dropped; 0 where an hour is listed
-- Why a script: a process of that version may place something between the look at the hours and the dropping.
-- Cost: O(keys), freed in the background.
local hours = KEYS[1]

if #KEYS < 2 then return redis.error_reply("ERR no keys to drop") end
if redis.call("ZCARD", hours) > 0 then return 0 end
return redis.call("UNLINK", unpack(KEYS, 2))
