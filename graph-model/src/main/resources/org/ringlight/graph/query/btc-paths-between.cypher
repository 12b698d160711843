// title: How money could have come from one address to another
// question: Over which transactions could what was locked to the one Bitcoin address have reached
//   the other? All of the shortest ways. That there is one does not say that its owner meant it.
// param from_address (address): where it was
// param to_address (address): where it may have come to
// param max_hops (integer 1..8, default 6): most transactions on the way
// param limit (integer 1..10000, default 100): most rows
// column hops: transactions on the way
// column transactions: their hashes in order, with arrows between them
// column received: satoshi of the last output on the way
// cost: outputs of a transaction to the power of half the hops, from both ends
MATCH (from:Address {address: $from_address})
MATCH (to:Address {address: $to_address})
MATCH ALL SHORTEST
  (from)<-[:LOCKED_TO]-(:BtcOutput)
  ((:BtcOutput)<-[:SPENDS]-(t:BtcTransaction)-[:CREATES]->(:BtcOutput)){1,8}
  (last:BtcOutput)-[:LOCKED_TO]->(to)
WITH t AS way, last WHERE size(way) <= $max_hops
RETURN size(way) AS hops,
  reduce(text = head(way).hash, one IN tail(way) | text + ' > ' + one.hash) AS transactions,
  last.value AS received
ORDER BY hops, transactions, received LIMIT $limit
