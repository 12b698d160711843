// title: Rings with one member that is no coinbase
// question: Which rings of these blocks have coinbases for all members but one? Few people spend
//   coinbases, so the odd one out is the likelier candidate; a pool's ring misleads.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param limit (integer 1..100000, default 100): most rows
// column key_image: the ring
// column transaction: what it belongs to
// column height: its block
// column outputs: different outputs in the ring
// column odd_output: the member that is no coinbase, SPACE:INDEX
// column odd_age_blocks: blocks from that member to the ring
// cost: the ring members of the blocks in the range
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:Transaction)-[:HAS_RING]->(r:Ring)-[:MEMBER]->(o:Output)
MATCH (o)<-[:CREATES]-(c:Transaction)
WITH DISTINCT t, r, o, c.coinbase AS coinbase
WITH t, r, count(o) AS outputs, collect(CASE WHEN NOT coinbase THEN o END) AS odd
WHERE outputs >= 2 AND size(odd) = 1
WITH t, r, outputs, odd[0] AS o
RETURN r.keyImage AS key_image, t.hash AS transaction, t.height AS height, outputs,
  toString(o.indexSpace) + ':' + toString(o.amountIndex) AS odd_output, t.height - o.height AS odd_age_blocks
ORDER BY height, t.indexInBlock, r.inputIndex LIMIT $limit
