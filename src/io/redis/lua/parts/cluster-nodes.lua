-- Nodes of articles, as the header of cluster-place describes them.
-- Needs  nodeStart, nodeBits: what the keys of their buckets begin with, and the bits of a bucket
local WORD_BITS, FIRST_SMALL = 32, string.byte("a")
local function keyOf(start, bits, id)
  return start .. string.format("%x", bit.rshift(struct.unpack(">I4", id), WORD_BITS - bits))
end
local function readNode(id)
  local bucket = keyOf(nodeStart, nodeBits, id)
  local packed = redis.call("HGET", bucket, id)
  if not packed then return nil end
  local kind, ordinal, first = struct.unpack(">c1I5c8", packed)
  local node = { bucket = bucket, id = id, kind = kind, ordinal = ordinal, first = first, link = string.sub(packed, 15) }
  node.hasFirstLeft = string.byte(packed) >= FIRST_SMALL
  if node.hasFirstLeft then node.kind = string.upper(kind) end
  return node
end
local function writeNode(node)
  local kind = node.hasFirstLeft and string.lower(node.kind) or node.kind
  redis.call("HSET", node.bucket, node.id, kind .. struct.pack(">I5", node.ordinal) .. node.first .. node.link)
end
-- The node, its root and whether they are being dissolved: then the way to the root may be cut, since nodes go in the
-- order of the lines. Both are nil where the article has no node.
local function walk(id)
  local node = readNode(id)
  local root = node
  while root and root.kind == "C" do root = readNode(root.link) end
  return node, root, node ~= nil and (root == nil or root.kind == "D")
end
local function toHex(id) return (string.format("%08x%08x%08x%08x", struct.unpack(">I4I4I4I4", id))) end
