// title: Deposits at addresses with a label
// question: Which Bitcoin transactions paid an address that carries this label?
// param label (string): the label's text
// param limit (integer 1..100000, default 1000): most rows
// column height: the transaction's block; absent for one from before a slice
// column transaction: the transaction
// column address: the address
// column value: satoshi
// column confidence: of the label, from 0 to 100, as its source says
// column source: who says so
// cost: the outputs of the addresses that carry the label
MATCH (run:Run {kind: 'labels', current: true})
WITH collect(run.number) AS runs
MATCH (tag:Tag {label: $label})-[:ON]->(a:Address)
WHERE tag.run IN runs
MATCH (a)<-[:LOCKED_TO]-(o:BtcOutput)<-[:CREATES]-(t:BtcTransaction)
RETURN t.height AS height, t.hash AS transaction, a.address AS address, o.value AS value,
  tag.confidence AS confidence, tag.source AS source
ORDER BY height, t.indexInBlock, o.index, source LIMIT $limit
