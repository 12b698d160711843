// title: Outputs in many rings
// question: Which outputs of these blocks stand in the most rings? Paths through them say little.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param min_places (integer 1.., default 100): fewest places in rings
// param limit (integer 1..100000, default 100): most rows
// column output: SPACE:INDEX
// column transaction: what created it
// column height: its block
// column places: places in rings that it has
// cost: the outputs of the blocks in the range; places are counted without reading them
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:Transaction)-[:CREATES]->(o:Output)
WITH t, o, COUNT { (o)<-[:MEMBER]-() } AS places
WHERE places >= $min_places
RETURN toString(o.indexSpace) + ':' + toString(o.amountIndex) AS output, t.hash AS transaction, o.height AS height, places
ORDER BY places DESC, height, t.indexInBlock, o.indexInTx LIMIT $limit
