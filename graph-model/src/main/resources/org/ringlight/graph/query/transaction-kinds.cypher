// title: Versions and RingCT types in use
// question: Which kinds of transactions do these blocks hold, the rarest first? A version or type
//   that nearly nobody else uses marks a wallet.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param limit (integer 1..100000, default 100): most rows
// column version: 1 with cleartext amounts, 2 since RingCT
// column rct_type: RingCT type; absent in version 1
// column transactions: how many, without coinbases
// column first_height: block of the first
// column last_height: block of the last
// column example: the first of them
// cost: the transactions of the blocks in the range
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:Transaction {coinbase: false})
WITH t ORDER BY t.height, t.indexInBlock
WITH t.version AS version, t.rctType AS rct_type, collect(t) AS alike
RETURN version, rct_type, size(alike) AS transactions, alike[0].height AS first_height,
  alike[-1].height AS last_height, alike[0].hash AS example
ORDER BY transactions, version, rct_type LIMIT $limit
