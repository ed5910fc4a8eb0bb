-- Notes on texts that have left the index (src/core/cluster/text-note-bytes.ts).
-- Needs  textsSince: s since epoch, what stood alone and was placed before is no longer known   readNode of cluster-nodes
local NOTE_ID, NOTE_ORDINAL, NOTE_ID_BYTES = 6, 22, 16

local function noteId(note) return string.sub(note, NOTE_ID, NOTE_ID + NOTE_ID_BYTES - 1) end
-- A member's note stays as long as its node: one with another ordinal was founded anew since.
local function isRemembered(note)
  local kind, seconds = struct.unpack(">c1I4", note)
  if kind == "A" then return seconds >= textsSince end
  local node = readNode(noteId(note))
  return node ~= nil and node.ordinal == struct.unpack(">I5", note, NOTE_ORDINAL)
end
