// title: Largest outputs
// question: Which Bitcoin outputs of these blocks are worth most?
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param limit (integer 1..10000, default 100): most rows
// column output: the output
// column height: its block
// column value: satoshi
// column address: whom it is locked to
// column spent_by: the transaction that spends it; absent where none does
// cost: the outputs of the blocks in the range
MATCH (b:BtcBlock)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:BtcTransaction)-[:CREATES]->(o:BtcOutput)
WITH t, o ORDER BY o.value DESC, t.height, t.indexInBlock, o.index LIMIT $limit
OPTIONAL MATCH (o)-[:LOCKED_TO]->(a:Address)
OPTIONAL MATCH (o)<-[:SPENDS]-(by:BtcTransaction)
RETURN t.hash + ':' + toString(o.index) AS output, t.height AS height, o.value AS value,
  a.address AS address, by.hash AS spent_by
ORDER BY value DESC, height, t.indexInBlock, o.index
