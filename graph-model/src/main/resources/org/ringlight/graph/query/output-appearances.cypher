// title: Rings that hold an output
// question: In which rings does this output stand? At most one of them spends it; the others use it
//   as a decoy.
// param output (output): the output
// param limit (integer 1..100000, default 1000): most rows
// column key_image: the ring
// column position: its place there, from 0
// column places: places of the ring
// column transaction: what the ring belongs to
// column height: its block
// column age_blocks: blocks from the output to the ring
// cost: the rings that hold the output, thousands for a hub; limit caps the answer
MATCH (o:Output {indexSpace: $output.indexSpace, amountIndex: $output.amountIndex})
MATCH (o)<-[m:MEMBER]-(r:Ring)<-[:HAS_RING]-(t:Transaction)
WITH o, m, r, t ORDER BY t.height, t.indexInBlock, r.inputIndex, m.position LIMIT $limit
RETURN r.keyImage AS key_image, m.position AS position, COUNT { (r)-[:MEMBER]->() } AS places,
  t.hash AS transaction, t.height AS height, t.height - o.height AS age_blocks
ORDER BY height, t.indexInBlock, r.inputIndex, position
// browser:
MATCH (o:Output {indexSpace: $output.indexSpace, amountIndex: $output.amountIndex})
MATCH path = (o)<-[:MEMBER]-(:Ring)<-[:HAS_RING]-(:Transaction)
RETURN path LIMIT $limit
