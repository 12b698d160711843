// title: To whom the coins of a case came
// question: How much of what this case follows lies with owners that labels name, and how much with
//   nobody who is named? An address is an owner's if it, or one in its cluster, carries his label.
// param case_name (string): the case, as ringlight taint --case names it
// param method (string, default haircut): poison, haircut, fifo, lifo, tiho or dirty-first
// param limit (integer 1..10000, default 100): most rows
// column owner: the label's text; absent where there is none
// column category: the label's category
// column addresses: how many of his addresses hold tainted outputs
// column outputs: how many outputs
// column tainted: satoshi; an address with two labels counts for both
// column percent: of all that the case taints by this method
// cost: the outputs that the case taints, and for each of their addresses those in its cluster
MATCH (l:Run {kind: 'labels', current: true})
WITH collect(l.number) AS labels
OPTIONAL MATCH (c:Run {kind: 'clusters', current: true})
WITH labels, collect(c.number) AS clusters
MATCH (run:Run {kind: 'taint', source: $case_name, current: true})
CALL (run) {
  MATCH (run)-[t:TAINTS {method: $method}]->(:BtcOutput)
  RETURN sum(t.tainted) AS total
}
MATCH (run)-[t:TAINTS {method: $method}]->(o:BtcOutput)
OPTIONAL MATCH (o)-[:LOCKED_TO]->(a:Address)
WITH labels, clusters, total, a, count(DISTINCT o) AS outputs, sum(t.tainted) AS tainted
OPTIONAL CALL (labels, clusters, a) {
  MATCH (a)<-[:ON]-(tag:Tag)
  WHERE tag.run IN labels
  RETURN tag.label AS owner, tag.category AS category
  UNION
  MATCH (a)-[:IN]->(c:Cluster)<-[:IN]-(:Address)<-[:ON]-(tag:Tag)
  WHERE c.run IN clusters AND tag.run IN labels
  RETURN tag.label AS owner, tag.category AS category
}
WITH total, owner, category, count(DISTINCT a) AS addresses, sum(outputs) AS outputs, sum(tainted) AS tainted
RETURN owner, category, addresses, outputs, tainted, 100.0 * tainted / total AS percent
ORDER BY tainted DESC, owner, category LIMIT $limit
