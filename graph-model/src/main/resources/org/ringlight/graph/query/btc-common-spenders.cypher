// title: Addresses that spent together with an address
// question: Which Bitcoin addresses stand beside this one among the inputs of a transaction? Mostly
//   they have one owner; in a CoinJoin they do not.
// param address (address): the address
// param limit (integer 1..100000, default 1000): most rows
// column other: the other address
// column transactions: how often they spent together
// column first_height: the block where they first did
// column fewest_inputs: inputs of the smallest such transaction
// cost: the transactions that spend from the address, and their inputs
MATCH (a:Address {address: $address})<-[:LOCKED_TO]-(:BtcOutput)<-[:SPENDS]-(t:BtcTransaction)
WITH DISTINCT a, t
MATCH (t)-[:SPENDS]->(:BtcOutput)-[:LOCKED_TO]->(b:Address)
WHERE b <> a
RETURN b.address AS other, count(DISTINCT t) AS transactions, min(t.height) AS first_height,
  min(t.inputCount) AS fewest_inputs
ORDER BY transactions DESC, first_height, other LIMIT $limit
