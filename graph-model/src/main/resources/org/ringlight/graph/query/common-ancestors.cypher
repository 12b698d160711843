// title: Common ancestors of two transactions
// question: Where could the money of both have come from? Transactions that created members of
//   rings behind both, counted in hops. Popular decoys are common ancestors of nearly everything.
// param first (hash): one transaction
// param second (hash): the other
// param max_hops (integer 1..3, default 2): most rings on the way back
// param level_cap (integer 1..10000, default 1000): most transactions followed at each hop
// param limit (integer 1..100000, default 100): most rows
// column transaction: the ancestor
// column height: its block
// column coinbase: whether it is a miner's
// column hops_first: fewest rings from the first transaction back to it
// column hops_second: fewest rings from the second
// cost: inputs times ring size to the power of the hops, at most level_cap at each hop, the latest
//   first
UNWIND [$first, $second] AS hash
MATCH (start:Transaction {hash: hash})
WITH hash, [start] AS zero
CALL (zero) {
  UNWIND zero AS t
  MATCH (t)-[:HAS_RING]->(:Ring)-[:MEMBER]->(:Output)<-[:CREATES]-(n:Transaction)
  WITH DISTINCT n ORDER BY n.height DESC, n.indexInBlock DESC LIMIT $level_cap
  RETURN collect(n) AS one
}
CALL (one) {
  UNWIND CASE WHEN $max_hops >= 2 THEN one ELSE [] END AS t
  MATCH (t)-[:HAS_RING]->(:Ring)-[:MEMBER]->(:Output)<-[:CREATES]-(n:Transaction)
  WITH DISTINCT n ORDER BY n.height DESC, n.indexInBlock DESC LIMIT $level_cap
  RETURN collect(n) AS two
}
CALL (two) {
  UNWIND CASE WHEN $max_hops >= 3 THEN two ELSE [] END AS t
  MATCH (t)-[:HAS_RING]->(:Ring)-[:MEMBER]->(:Output)<-[:CREATES]-(n:Transaction)
  WITH DISTINCT n ORDER BY n.height DESC, n.indexInBlock DESC LIMIT $level_cap
  RETURN collect(n) AS three
}
WITH hash, [one, two, three] AS levels
UNWIND range(1, 3) AS hops
UNWIND levels[hops - 1] AS ancestor
WITH hash, ancestor, min(hops) AS hops
WITH ancestor, min(CASE hash WHEN $first THEN hops END) AS hops_first,
  min(CASE hash WHEN $second THEN hops END) AS hops_second
WHERE hops_first IS NOT NULL AND hops_second IS NOT NULL
RETURN ancestor.hash AS transaction, ancestor.height AS height, ancestor.coinbase AS coinbase,
  hops_first, hops_second
ORDER BY hops_first + hops_second, height DESC, ancestor.indexInBlock DESC LIMIT $limit
