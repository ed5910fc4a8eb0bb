-- page-delete: deletes a page that was extracted, unless another was fetched since.
-- KEYS[1]  hash  page:<UrlKey>   facts: JSON with fetchedAt
-- ARGV[1]  ms at which it was fetched, "" for any
-- Returns  1 where it was deleted, else 0
-- Why a script: a page that is stored between a look and the deletion would be lost.  Cost: O(1).
local page, fetchedAt = KEYS[1], ARGV[1]
local facts = redis.call("HGET", page, "facts")
if fetchedAt ~= "" and facts and cjson.decode(facts).fetchedAt ~= tonumber(fetchedAt) then
  return 0
end
return redis.call("UNLINK", page)
