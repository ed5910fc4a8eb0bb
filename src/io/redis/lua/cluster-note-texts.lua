-- cluster-note-texts: notes the texts of revisions that leave the index, so that they are known when they come back, and
-- with their articles that they have left: one that is placed again stays out.
-- KEYS[1]  hash  {c}:node:<bits>:    ArticleId, 16 bytes -> node (see cluster-place); the bucket's hex digits go behind
-- KEYS[2]  hash  {c}:revisions       ArticleId, 16 bytes -> packed ids of its later revisions
-- KEYS[3]  hash  {c}:texts:<bits>:   rest of a text's key -> note (src/core/cluster/text-note-bytes.ts); digits go behind
-- ARGV[1]  bits of a node's bucket   ARGV[2]  s since epoch: notes on what stood alone and was placed before are void
-- ARGV[3+5i]  note as of an article that stands alone   ARGV[4+5i]  revision id, 8 bytes
-- ARGV[5+5i]  hex digits of the text's bucket            ARGV[6+5i]  the rest of its key; empty where it is not compared
-- ARGV[7+5i]  the ordinal of the article's node: with another one it was founded anew since, and nothing is done
-- Returns  number of notes written
-- Why a script: whether an article is a member decides how long its text is known, and of two notes on one text the
-- one that stays longer must be kept.
-- Cost: O(texts), 3 to 5 commands each.
local nodeStart, revisions, texts = KEYS[1], KEYS[2], KEYS[3]
local nodeBits, textsSince = tonumber(ARGV[1]), tonumber(ARGV[2])
local FIXED_ARGS, ARGS_PER_TEXT, ID_BYTES, HAS_LEFT = 2, 5, 8, string.rep("\0", 8)
local LEAST_NOTE_BYTES = 22

if not (nodeBits and textsSince) then return redis.error_reply("ERR a number is missing") end
if (#ARGV - FIXED_ARGS) % ARGS_PER_TEXT ~= 0 then return redis.error_reply("ERR 5 arguments per text") end
for arg = FIXED_ARGS + 1, #ARGV, ARGS_PER_TEXT do
  local isText = #ARGV[arg] >= LEAST_NOTE_BYTES and #ARGV[arg + 1] == ID_BYTES and tonumber(ARGV[arg + 4])
  if not isText then return redis.error_reply("ERR not a text") end
end

--@part cluster-nodes
--@part cluster-texts

-- Marks a revision as one that has left. Returns false where it was not accepted: only what was is part of the index
-- for good.
local function markLeft(node, revision)
  if node.first == revision then
    node.hasFirstLeft = true
    writeNode(node)
    return true
  end
  local later = redis.call("HGET", revisions, node.id) or ""
  for at = 1, #later, ID_BYTES do
    local next = at + ID_BYTES
    if string.sub(later, at, next - 1) == revision then
      if string.sub(later, next, next + ID_BYTES - 1) ~= HAS_LEFT then
        redis.call("HSET", revisions, node.id, string.sub(later, 1, next - 1) .. HAS_LEFT .. string.sub(later, next))
      end
      return true
    end
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
  local isSame = node and node.ordinal == tonumber(ARGV[arg + 4])
  if isSame and markLeft(node, ARGV[arg + 1]) and field ~= "" then
    if node.kind ~= "L" then note = "M" .. string.sub(note, 2, NOTE_ORDINAL - 1) .. struct.pack(">I5", node.ordinal) end
    local noted = redis.call("HGET", bucket, field)
    if not noted or not isRemembered(noted) or outlasts(note, noted) then
      redis.call("HSET", bucket, field, note)
      written = written + 1
    end
  end
end
return written
