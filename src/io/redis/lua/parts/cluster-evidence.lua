-- Notes of evidence, as the header of cluster-place describes them.
-- Needs  evidenceStart, evidenceBits: what the keys of their buckets begin with, and the bits of a bucket
--        keptNotes: most notes of one article   ARTICLE_BYTES, STRENGTH_AT   keyOf of cluster-nodes
-- By bytes, since Lua compares strings by the server's locale.
local function strengthAt(row, at)
  local containment, cover = struct.unpack(">I2I2", row, at + STRENGTH_AT - 1)
  return containment + cover
end
local function isBehind(note, row, at)
  local strength, other = strengthAt(note, 1), strengthAt(row, at)
  if strength ~= other then return strength < other end
  local i = 1
  while i < ARTICLE_BYTES and string.byte(note, i) == string.byte(row, at + i - 1) do i = i + 1 end
  return string.byte(note, i) > string.byte(row, at + i - 1)
end
-- From the weakest on, since a new note is rarely stronger than those before.
local function keepNote(of, note)
  local bucket, id = keyOf(evidenceStart, evidenceBits, of), string.sub(note, 1, ARTICLE_BYTES)
  local row = redis.call("HGET", bucket, of)
  if not row then
    redis.call("HSET", bucket, of, "\1" .. note)
    return
  end
  -- A mark that cluster-collect-evidence has put there goes.
  local count, isKnown, at, place = string.byte(row) % 64, string.find(row, id, 2, true), #row + 1, nil
  while at > 2 and (isKnown or not place) do
    local before = at - string.byte(row, at - 1)
    if isKnown and string.sub(row, before, before + ARTICLE_BYTES - 1) == id then
      -- An earlier note on the same article gives way.
      row, count = string.sub(row, 1, before - 1) .. string.sub(row, at), count - 1
      place = place and place - (at - before)
    elseif not place and isBehind(note, row, before) then
      place = at
    end
    at = before
  end
  place = place or 2
  local last = #row
  if count >= keptNotes then
    if place > last then return end
    last = last - string.byte(row, last)
  end
  row = string.sub(row, 2, place - 1) .. note .. string.sub(row, place, last)
  redis.call("HSET", bucket, of, string.char(math.min(count + 1, keptNotes)) .. row)
end
