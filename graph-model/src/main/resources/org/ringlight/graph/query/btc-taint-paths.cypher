// title: How taint came to those with a label
// question: Over which transactions can the coins that this case follows have come to the addresses
//   that carry this label? All of the shortest ways from their source. Of several ways, each could
//   be it: what the method sent over which is not said.
// param case_name (string): the case, as ringlight taint --case names it
// param label (string): the label's text
// param method (string, default haircut): poison, haircut, fifo, lifo, tiho or dirty-first
// param max_hops (integer 1..50, default 20): most transactions on the way
// param limit (integer 1..10000, default 100): most rows
// column hops: transactions on the way
// column transactions: their hashes in order, with arrows between them
// column output: the tainted output at its end
// column address: the address it is locked to
// column tainted: satoshi of it that are from the source
// column source: where the coins come from
// cost: the outputs of the addresses that carry the label; for each that is tainted, outputs of a
//   transaction to the power of half the hops, from both ends
MATCH (l:Run {kind: 'labels', current: true})
WITH collect(l.number) AS labels
MATCH (tag:Tag {label: $label})-[:ON]->(a:Address)
WHERE tag.run IN labels
WITH DISTINCT a
MATCH (run:Run {kind: 'taint', source: $case_name, current: true})
MATCH (a)<-[:LOCKED_TO]-(last:BtcOutput)<-[t:TAINTS {method: $method}]-(run)
CALL (t) {
  WITH split(split(t.from, '=')[0], ':') AS name
  MATCH (:BtcTransaction {hash: toLower(name[0])})-[:CREATES]->(first:BtcOutput {index: toInteger(name[1])})
  RETURN first
  UNION
  MATCH (:Address {address: t.from})<-[:LOCKED_TO]-(first:BtcOutput)
  RETURN first
}
MATCH ALL SHORTEST
  (first)
  ((o:BtcOutput WHERE NOT EXISTS { (o)<-[:TAINTS {place: 'service', run: run.number}]-(:Run) })
    <-[:SPENDS]-(by:BtcTransaction)-[:CREATES]->(:BtcOutput)){1,50}
  (last)
WITH a, t, last, by AS way WHERE size(way) <= $max_hops
RETURN size(way) AS hops,
  reduce(text = head(way).hash, one IN tail(way) | text + ' > ' + one.hash) AS transactions,
  way[-1].hash + ':' + toString(last.index) AS output, a.address AS address, t.tainted AS tainted, t.from AS source
ORDER BY hops, tainted DESC, transactions, output LIMIT $limit
