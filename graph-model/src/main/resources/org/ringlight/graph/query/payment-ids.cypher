// title: Transactions with a payment id
// question: Which transactions of these blocks carry a payment id? Plain ones that repeat belong to
//   one account; encrypted ones are carried by most wallets, with or without need.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param kind (string, default plain): plain or encrypted
// param limit (integer 1..100000, default 100): most rows
// column transaction: the transaction
// column height: its block
// column payment_id: hex digits
// column times: transactions of these blocks with this payment id
// cost: the transactions of the blocks in the range
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:Transaction)
WHERE t.paymentIdKind = $kind
WITH t.paymentId AS payment_id, collect(t) AS carriers
UNWIND carriers AS t
RETURN t.hash AS transaction, t.height AS height, payment_id, size(carriers) AS times
ORDER BY times DESC, height, t.indexInBlock LIMIT $limit
