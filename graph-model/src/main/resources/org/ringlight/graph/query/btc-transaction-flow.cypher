// title: What a Bitcoin transaction moves
// question: Which outputs does this transaction spend, which does it create, to whom were they
//   locked, and where do they come from and go to?
// param transaction (hash): the transaction
// param limit (integer 1..100000, default 1000): most rows
// column side: in or out
// column position: place among the inputs or outputs, from 0
// column address: who could spend it; absent where its script names no address
// column value: satoshi; absent for an output from before a slice
// column script_type: the kind of its script
// column other_transaction: that created what an input spends, or spends an output; absent where
//   an output is not spent
// cost: one index look-up and the inputs and outputs
MATCH (t:BtcTransaction {hash: $transaction})
CALL (t) {
  MATCH (t)-[s:SPENDS]->(o:BtcOutput)
  OPTIONAL MATCH (o)<-[:CREATES]-(other:BtcTransaction)
  RETURN 'in' AS side, s.inputIndex AS position, o, other
  UNION ALL
  MATCH (t)-[:CREATES]->(o:BtcOutput)
  OPTIONAL MATCH (o)<-[:SPENDS]-(other:BtcTransaction)
  RETURN 'out' AS side, o.index AS position, o, other
}
OPTIONAL MATCH (o)-[:LOCKED_TO]->(a:Address)
RETURN side, position, a.address AS address, o.value AS value, o.scriptType AS script_type,
  other.hash AS other_transaction
ORDER BY side, position LIMIT $limit
// browser:
MATCH (t:BtcTransaction {hash: $transaction})-[r:SPENDS|CREATES]->(o:BtcOutput)
OPTIONAL MATCH (o)-[l:LOCKED_TO]->(a:Address)
RETURN t, r, o, l, a LIMIT $limit
