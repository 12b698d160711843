// title: What an address still has
// question: Which outputs locked to this Bitcoin address are not spent, as far as the graph reaches?
// param address (address): the address
// param limit (integer 1..100000, default 1000): most rows
// column output: the output
// column height: its block
// column value: satoshi
// cost: the outputs of the address
MATCH (a:Address {address: $address})<-[:LOCKED_TO]-(o:BtcOutput)
WHERE NOT EXISTS { (o)<-[:SPENDS]-() }
MATCH (o)<-[:CREATES]-(t:BtcTransaction)
RETURN t.hash + ':' + toString(o.index) AS output, t.height AS height, o.value AS value
ORDER BY height, t.indexInBlock, o.index LIMIT $limit
