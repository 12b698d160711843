// title: What could come after a transaction
// question: Which later transactions could have got money of this one within a few hops? Candidates
//   all of them: each hop is only membership in a ring.
// param transaction (hash): the transaction
// param max_hops (integer 1..3, default 2): most rings on the way
// param hub_rings (integer 1.., default 1000): outputs that stand in more places of rings than this
//   are not followed
// param level_cap (integer 1..10000, default 1000): most transactions followed at each hop
// param limit (integer 1..100000, default 1000): most rows
// column hops: fewest rings on the way
// column transaction: the later transaction
// column height: its block
// column level_size: transactions at this hop, after the cap; where it is level_cap, some may be
//   missing
// cost: outputs times the rings that hold each, to the power of the hops; hubs are left out, which
//   hubs-left-out lists, and at most level_cap followed at each hop, the earliest first
MATCH (start:Transaction {hash: $transaction})
WITH [start] AS zero
CALL (zero) {
  UNWIND zero AS t
  MATCH (t)-[:CREATES]->(o:Output)
  WHERE COUNT { (o)<-[:MEMBER]-() } <= $hub_rings
  MATCH (o)<-[:MEMBER]-(:Ring)<-[:HAS_RING]-(n:Transaction)
  WITH DISTINCT n ORDER BY n.height, n.indexInBlock LIMIT $level_cap
  RETURN collect(n) AS one
}
CALL (one) {
  UNWIND CASE WHEN $max_hops >= 2 THEN one ELSE [] END AS t
  MATCH (t)-[:CREATES]->(o:Output)
  WHERE COUNT { (o)<-[:MEMBER]-() } <= $hub_rings
  MATCH (o)<-[:MEMBER]-(:Ring)<-[:HAS_RING]-(n:Transaction)
  WITH DISTINCT n ORDER BY n.height, n.indexInBlock LIMIT $level_cap
  RETURN collect(n) AS two
}
CALL (two) {
  UNWIND CASE WHEN $max_hops >= 3 THEN two ELSE [] END AS t
  MATCH (t)-[:CREATES]->(o:Output)
  WHERE COUNT { (o)<-[:MEMBER]-() } <= $hub_rings
  MATCH (o)<-[:MEMBER]-(:Ring)<-[:HAS_RING]-(n:Transaction)
  WITH DISTINCT n ORDER BY n.height, n.indexInBlock LIMIT $level_cap
  RETURN collect(n) AS three
}
WITH [one, two, three] AS levels
UNWIND range(1, 3) AS hop
UNWIND levels[hop - 1] AS later
WITH levels, later, min(hop) AS hops
RETURN hops, later.hash AS transaction, later.height AS height, size(levels[hops - 1]) AS level_size
ORDER BY hops, height, later.indexInBlock LIMIT $limit
