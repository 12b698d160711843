// title: Hubs that are not followed from a transaction
// question: Which outputs does descendants not follow from this transaction, because they stand in
//   too many rings? What could come after them is missing there.
// param transaction (hash): the transaction
// param max_hops (integer 1..3, default 2): as for descendants
// param hub_rings (integer 1.., default 1000): outputs that stand in more places of rings than this
//   are not followed
// param level_cap (integer 1..10000, default 1000): most transactions followed at each hop
// param limit (integer 1..100000, default 1000): most rows
// column hops: the hop that is missing behind the output, from 1
// column output: the hub, SPACE:INDEX
// column transaction: what created it
// column places: places in rings that it has
// cost: as descendants
MATCH (start:Transaction {hash: $transaction})
WITH [start] AS zero
CALL (zero) {
  UNWIND CASE WHEN $max_hops >= 2 THEN zero ELSE [] END AS t
  MATCH (t)-[:CREATES]->(o:Output)
  WHERE COUNT { (o)<-[:MEMBER]-() } <= $hub_rings
  MATCH (o)<-[:MEMBER]-(:Ring)<-[:HAS_RING]-(n:Transaction)
  WITH DISTINCT n ORDER BY n.height, n.indexInBlock LIMIT $level_cap
  RETURN collect(n) AS one
}
CALL (one) {
  UNWIND CASE WHEN $max_hops >= 3 THEN one ELSE [] END AS t
  MATCH (t)-[:CREATES]->(o:Output)
  WHERE COUNT { (o)<-[:MEMBER]-() } <= $hub_rings
  MATCH (o)<-[:MEMBER]-(:Ring)<-[:HAS_RING]-(n:Transaction)
  WITH DISTINCT n ORDER BY n.height, n.indexInBlock LIMIT $level_cap
  RETURN collect(n) AS two
}
WITH [zero, one, two] AS levels
UNWIND range(0, 2) AS level
UNWIND levels[level] AS t
WITH t, min(level) + 1 AS hops
MATCH (t)-[:CREATES]->(o:Output)
WITH hops, t, o, COUNT { (o)<-[:MEMBER]-() } AS places
WHERE places > $hub_rings
RETURN hops, toString(o.indexSpace) + ':' + toString(o.amountIndex) AS output, t.hash AS transaction, places
ORDER BY hops, places DESC, t.height, t.indexInBlock, o.indexInTx LIMIT $limit
