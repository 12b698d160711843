// title: Rings that name an output twice
// question: Which rings of these blocks hold the same output more than once? They hide less than
//   their size says.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param limit (integer 1..100000, default 100): most rows
// column key_image: the ring
// column transaction: what it belongs to
// column height: its block
// column places: places of the ring
// column outputs: different outputs in them
// cost: the ring members of the blocks in the range
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:Transaction)-[:HAS_RING]->(r:Ring)-[:MEMBER]->(o:Output)
WITH t, r, count(o) AS places, count(DISTINCT o) AS outputs
WHERE outputs < places
RETURN r.keyImage AS key_image, t.hash AS transaction, t.height AS height, places, outputs
ORDER BY height, t.indexInBlock, r.inputIndex LIMIT $limit
