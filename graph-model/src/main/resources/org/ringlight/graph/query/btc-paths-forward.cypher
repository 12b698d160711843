// title: Where an output could have gone
// question: Which Bitcoin outputs could hold money of this one, how many transactions on? An output
//   that shares its transaction with others has a share of all inputs: no row says how much.
// param output (outpoint): the output
// param max_hops (integer 1..6, default 3): most transactions on the way
// param level_cap (integer 1..10000, default 1000): most outputs followed at each hop
// param limit (integer 1..100000, default 1000): most rows
// column hops: fewest transactions on the way
// column output: the later output
// column height: its block
// column address: whom it is locked to
// column value: satoshi, of all of it
// column state: spent or unspent
// column level_size: outputs at this hop, after the cap; where it is level_cap, some may be missing
// cost: outputs of a transaction to the power of the hops, at most level_cap followed at each, the
//   earliest first
MATCH (:BtcTransaction {hash: $output.hash})-[:CREATES]->(start:BtcOutput {index: $output.index})
WITH [start] AS zero
CALL (zero) {
  UNWIND zero AS o
  MATCH (o)<-[:SPENDS]-(t:BtcTransaction)-[:CREATES]->(n:BtcOutput)
  WITH DISTINCT t, n ORDER BY t.height, t.indexInBlock, n.index LIMIT $level_cap
  RETURN collect(n) AS one
}
CALL (one) {
  UNWIND CASE WHEN $max_hops >= 2 THEN one ELSE [] END AS o
  MATCH (o)<-[:SPENDS]-(t:BtcTransaction)-[:CREATES]->(n:BtcOutput)
  WITH DISTINCT t, n ORDER BY t.height, t.indexInBlock, n.index LIMIT $level_cap
  RETURN collect(n) AS two
}
CALL (two) {
  UNWIND CASE WHEN $max_hops >= 3 THEN two ELSE [] END AS o
  MATCH (o)<-[:SPENDS]-(t:BtcTransaction)-[:CREATES]->(n:BtcOutput)
  WITH DISTINCT t, n ORDER BY t.height, t.indexInBlock, n.index LIMIT $level_cap
  RETURN collect(n) AS three
}
CALL (three) {
  UNWIND CASE WHEN $max_hops >= 4 THEN three ELSE [] END AS o
  MATCH (o)<-[:SPENDS]-(t:BtcTransaction)-[:CREATES]->(n:BtcOutput)
  WITH DISTINCT t, n ORDER BY t.height, t.indexInBlock, n.index LIMIT $level_cap
  RETURN collect(n) AS four
}
CALL (four) {
  UNWIND CASE WHEN $max_hops >= 5 THEN four ELSE [] END AS o
  MATCH (o)<-[:SPENDS]-(t:BtcTransaction)-[:CREATES]->(n:BtcOutput)
  WITH DISTINCT t, n ORDER BY t.height, t.indexInBlock, n.index LIMIT $level_cap
  RETURN collect(n) AS five
}
CALL (five) {
  UNWIND CASE WHEN $max_hops >= 6 THEN five ELSE [] END AS o
  MATCH (o)<-[:SPENDS]-(t:BtcTransaction)-[:CREATES]->(n:BtcOutput)
  WITH DISTINCT t, n ORDER BY t.height, t.indexInBlock, n.index LIMIT $level_cap
  RETURN collect(n) AS six
}
WITH [one, two, three, four, five, six] AS levels
UNWIND range(1, 6) AS hop
UNWIND levels[hop - 1] AS later
WITH levels, later, min(hop) AS hops
MATCH (t:BtcTransaction)-[:CREATES]->(later)
OPTIONAL MATCH (later)-[:LOCKED_TO]->(a:Address)
RETURN hops, t.hash + ':' + toString(later.index) AS output, t.height AS height, a.address AS address,
  later.value AS value, CASE WHEN EXISTS { (later)<-[:SPENDS]-() } THEN 'spent' ELSE 'unspent' END AS state,
  size(levels[hops - 1]) AS level_size
ORDER BY hops, height, t.indexInBlock, later.index LIMIT $limit
