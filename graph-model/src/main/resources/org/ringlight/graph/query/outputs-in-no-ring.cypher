// title: Outputs in no ring yet
// question: Which outputs of these blocks has no ring of the graph held so far? In a graph of the
//   whole chain they are unspent for certain, up to its tip; in a neighbourhood or a range of
//   blocks this says nothing.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param limit (integer 1..100000, default 1000): most rows
// column output: SPACE:INDEX
// column transaction: what created it
// column height: its block
// column coinbase: whether a miner was paid with it
// cost: the outputs of the blocks in the range; places are counted without reading them
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:Transaction)-[:CREATES]->(o:Output)
WHERE COUNT { (o)<-[:MEMBER]-() } = 0
RETURN toString(o.indexSpace) + ':' + toString(o.amountIndex) AS output, t.hash AS transaction, o.height AS height, t.coinbase AS coinbase
ORDER BY height, t.indexInBlock, o.indexInTx LIMIT $limit
