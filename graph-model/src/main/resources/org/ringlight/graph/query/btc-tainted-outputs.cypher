// title: Outputs that a case taints
// question: Where do the coins lie that this case follows, the largest sums first? They are there by
//   a convention of how coins go through transactions: another method says otherwise.
// param case_name (string): the case, as ringlight taint --case names it
// param method (string, default haircut): poison, haircut, fifo, lifo, tiho or dirty-first
// param limit (integer 1..100000, default 1000): most rows
// column output: the output
// column height: its block
// column address: whom it is locked to
// column place: unspent, or service: it came to a tagged owner, where following ends
// column tainted: satoshi of it that are from the source
// column value: satoshi of all of it; absent for one from before a slice
// column percent: tainted of value
// column source: where the coins come from
// column assumption: what all of this is conditional on
// cost: the outputs that the case taints, of all methods
MATCH (:Run {kind: 'taint', source: $case_name, current: true})-[t:TAINTS {method: $method}]->(o:BtcOutput)
MATCH (o)<-[:CREATES]-(by:BtcTransaction)
OPTIONAL MATCH (o)-[:LOCKED_TO]->(a:Address)
RETURN by.hash + ':' + toString(o.index) AS output, by.height AS height, a.address AS address, t.place AS place,
  t.tainted AS tainted, o.value AS value, 100.0 * t.tainted / o.value AS percent, t.from AS source, t.assumption AS assumption
ORDER BY tainted DESC, height, by.indexInBlock, o.index, source LIMIT $limit
