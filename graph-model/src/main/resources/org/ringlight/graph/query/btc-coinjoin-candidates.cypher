// title: Transactions that look like a CoinJoin
// question: Which Bitcoin transactions of these blocks have many inputs of different addresses and as
//   many outputs of one value? A batch of payouts of one size looks the same.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param parties (integer 2..1000, default 5): fewest equal outputs, and fewest addresses that spend
// param limit (integer 1..100000, default 100): most rows
// column transaction: the transaction
// column height: its block
// column equal_outputs: outputs of the value that most have
// column value: that value, satoshi
// column spending_addresses: different addresses of its inputs
// cost: the transactions of the blocks in the range, and the inputs and outputs of the large ones
MATCH (b:BtcBlock)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:BtcTransaction)
WHERE t.inputCount >= $parties AND t.outputCount >= $parties
CALL (t) {
  MATCH (t)-[:CREATES]->(o:BtcOutput)
  WITH o.value AS value, count(*) AS equal
  RETURN value, equal ORDER BY equal DESC, value DESC LIMIT 1
}
WITH t, value, equal WHERE equal >= $parties AND value > 0
CALL (t) {
  MATCH (t)-[:SPENDS]->(:BtcOutput)-[:LOCKED_TO]->(a:Address)
  RETURN count(DISTINCT a) AS addresses
}
WITH t, value, equal, addresses WHERE addresses >= $parties
RETURN t.hash AS transaction, t.height AS height, equal AS equal_outputs, value, addresses AS spending_addresses
ORDER BY equal_outputs DESC, height, t.indexInBlock LIMIT $limit
