-- cluster-note-texts: notes the texts of revisions that leave the index, so that they are known when they come back.
-- KEYS[1]  hash  {c}:node:<bits>:    ArticleId, 16 bytes -> node (see cluster-place); the bucket's hex digits go behind
-- KEYS[2]  hash  {c}:revisions       ArticleId, 16 bytes -> packed ids of its later revisions
-- KEYS[3]  hash  {c}:texts:<bits>:   rest of a text's key -> note (src/core/cluster/text-note-bytes.ts); digits go behind
-- ARGV[1]  bits of a node's bucket   ARGV[2]  s since epoch: notes on what stood alone and was placed before are void
-- ARGV[3+4i]  note as of an article that stands alone   ARGV[4+4i]  revision id, 8 bytes
-- ARGV[5+4i]  hex digits of the text's bucket            ARGV[6+4i]  the rest of its key
-- Returns  number of notes written
-- Why a script: whether an article is a member decides how long its text is known, and of two notes on one text the
-- one that stays longer must be kept.
-- Cost: O(texts), 3 to 5 commands each.
local nodeStart, revisions, texts = KEYS[1], KEYS[2], KEYS[3]
local nodeBits, textsSince = tonumber(ARGV[1]), tonumber(ARGV[2])
local FIXED_ARGS, ARGS_PER_TEXT, ID_BYTES = 2, 4, 8
local LEAST_NOTE_BYTES = 22

if not (nodeBits and textsSince) then return redis.error_reply("ERR a number is missing") end
if (#ARGV - FIXED_ARGS) % ARGS_PER_TEXT ~= 0 then return redis.error_reply("ERR 4 arguments per text") end
for arg = FIXED_ARGS + 1, #ARGV, ARGS_PER_TEXT do
  if #ARGV[arg] < LEAST_NOTE_BYTES or #ARGV[arg + 1] ~= ID_BYTES then return redis.error_reply("ERR not a text") end
end

--@part cluster-nodes
--@part cluster-texts

-- Only an accepted revision was part of the index for good.
local function isAccepted(node, revision)
  if node.first == revision then return true end
  local later = redis.call("HGET", revisions, node.id) or ""
  for at = 1, #later, ID_BYTES do
    if string.sub(later, at, at + ID_BYTES - 1) == revision then return true end
  end
  return false
end
-- As `outlasts` of text-notes.ts. Ids by their hex digits, since Lua compares strings by the server's locale.
local function outlasts(note, other)
  local kind, seconds = struct.unpack(">c1I4", note)
  local otherKind, otherSeconds = struct.unpack(">c1I4", other)
  if kind ~= otherKind then return kind == "M" end
  if kind == "M" then return struct.unpack(">I5", note, NOTE_ORDINAL) < struct.unpack(">I5", other, NOTE_ORDINAL) end
  if seconds ~= otherSeconds then return seconds > otherSeconds end
  return toHex(noteId(note)) < toHex(noteId(other))
end

local written = 0
for arg = FIXED_ARGS + 1, #ARGV, ARGS_PER_TEXT do
  local note, bucket, field = ARGV[arg], texts .. ARGV[arg + 2], ARGV[arg + 3]
  local node = readNode(noteId(note))
  if node and isAccepted(node, ARGV[arg + 1]) then
    if node.kind ~= "L" then note = "M" .. string.sub(note, 2, NOTE_ORDINAL - 1) .. struct.pack(">I5", node.ordinal) end
    local noted = redis.call("HGET", bucket, field)
    if not noted or not isRemembered(noted) or outlasts(note, noted) then
      redis.call("HSET", bucket, field, note)
      written = written + 1
    end
  end
end
return written
