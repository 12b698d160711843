// title: Blocks with the most rings
// question: Which of these blocks hold the most rings? Floods and the waves of pools and exchanges
//   stand out.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param limit (integer 1..100000, default 20): most rows
// column height: the block
// column rings: rings in it
// column transactions: transactions in it besides the coinbase
// column members: places in its rings
// cost: the ring members of the blocks in the range
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
OPTIONAL MATCH (b)-[:CONTAINS]->(t:Transaction {coinbase: false})
OPTIONAL MATCH (t)-[:HAS_RING]->(r:Ring)
WITH b, count(DISTINCT t) AS transactions, count(r) AS rings,
  sum(COUNT { (r)-[:MEMBER]->() }) AS members
RETURN b.height AS height, rings, transactions, members
ORDER BY rings DESC, height LIMIT $limit
