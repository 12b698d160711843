// title: Coinbase outputs in later rings
// question: Where do the coinbases of these blocks stand in rings? Pools spend many of them at
//   once; everybody else only has them as decoys.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param rings_per_output (integer 1..10000, default 10): most rings shown of one output, the
//   earliest first
// param limit (integer 1..100000, default 1000): most rows
// column output: the coinbase's output, SPACE:INDEX
// column created_height: its block
// column key_image: a ring that holds it
// column transaction: what the ring belongs to
// column ring_height: its block
// column age_blocks: blocks between the two
// cost: the coinbases of the range and the rings that hold them; rings_per_output caps what a hub
//   shows
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(c:Transaction {coinbase: true})-[:CREATES]->(o:Output)
CALL (o) {
  MATCH (o)<-[:MEMBER]-(r:Ring)<-[:HAS_RING]-(t:Transaction)
  WITH DISTINCT r, t ORDER BY t.height, t.indexInBlock, r.inputIndex LIMIT $rings_per_output
  RETURN r, t
}
RETURN toString(o.indexSpace) + ':' + toString(o.amountIndex) AS output, o.height AS created_height, r.keyImage AS key_image,
  t.hash AS transaction, t.height AS ring_height, t.height - o.height AS age_blocks
ORDER BY created_height, o.indexInTx, ring_height, t.indexInBlock, r.inputIndex LIMIT $limit
