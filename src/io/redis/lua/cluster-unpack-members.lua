-- cluster-unpack-members: moves the lines that stand in a summary to the front of the member list.
-- KEYS[1]  hash  {c}:cluster:<ClusterId>   summary, its first lines in the field `members`
-- KEYS[2]  list  {c}:members:<ClusterId>   the lines behind them
-- ARGV[1]  the line that only says that the list goes on
-- Returns  number of lines moved
-- Why a script: of two sweepers only one may move them.  Cost: O(lines), seven at most.
local summary, list, goesOn = KEYS[1], KEYS[2], ARGV[1]

if goesOn == "" then return redis.error_reply("ERR a line is missing") end

local inline = redis.call("HGET", summary, "members")
if not inline then return 0 end
local lines = {}
for line in string.gmatch(inline, "[^\n]+") do
  if line ~= goesOn then table.insert(lines, 1, line) end
end
for _, line in ipairs(lines) do redis.call("LPUSH", list, line) end
redis.call("HDEL", summary, "members")
return #lines
