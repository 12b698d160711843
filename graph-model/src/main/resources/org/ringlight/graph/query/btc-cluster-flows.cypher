// title: Payments between clusters
// question: From whom did the cluster of this Bitcoin address receive, and whom did it pay? A
//   transaction with inputs of several owners counts for each of them: who paid what is not said.
// param address (address): any address of the cluster
// param limit (integer 1..100000, default 1000): most rows
// column direction: to the other, or from the other
// column other: the name of its cluster, or its address where it is in none
// column transactions: how many transactions
// column value: satoshi of the outputs they paid
// cost: the transactions of the cluster's addresses with their inputs and outputs
MATCH (run:Run {kind: 'clusters', current: true})
MATCH (:Address {address: $address})-[:IN]->(c:Cluster {run: run.number})
CALL (c) {
  MATCH (c)<-[:IN]-(:Address)<-[:LOCKED_TO]-(:BtcOutput)<-[:SPENDS]-(t:BtcTransaction)
  WITH DISTINCT t
  MATCH (t)-[:CREATES]->(o:BtcOutput)-[:LOCKED_TO]->(b:Address)
  RETURN 'to' AS direction, t, o, b
  UNION ALL
  MATCH (c)<-[:IN]-(:Address)<-[:LOCKED_TO]-(o:BtcOutput)<-[:CREATES]-(t:BtcTransaction)
  MATCH (t)-[:SPENDS]->(:BtcOutput)-[:LOCKED_TO]->(b:Address)
  RETURN 'from' AS direction, t, o, b
}
OPTIONAL MATCH (b)-[:IN]->(d:Cluster {run: run.number})
WITH c.name AS own, direction, t, o, coalesce(d.name, b.address) AS other
WITH DISTINCT own, direction, t, o, other
WHERE other <> own
RETURN direction, other, count(DISTINCT t) AS transactions, sum(o.value) AS value
ORDER BY value DESC, direction, other LIMIT $limit
