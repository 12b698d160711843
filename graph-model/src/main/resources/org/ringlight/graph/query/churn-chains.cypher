// title: Chains of one ring in, two outputs out
// question: Could somebody have churned the outputs of this transaction: one ring in, two outputs
//   out, again and again? Ordinary payments look the same.
// param transaction (hash): the transaction
// param min_steps (integer 1..4, default 2): fewest steps
// param hub_rings (integer 1.., default 30): outputs that stand in more places of rings than this
//   are not followed
// param limit (integer 1..100000, default 50): most rows
// column steps: transactions after the first
// column transactions: hashes after the first, with spaces between them
// column last_height: block of the last
// column largest_ring: places of the largest ring on the way
// cost: rings that hold the outputs to the power of the steps, at most four, without hubs; a
//   timeout caps it, limit only the answer
MATCH (start:Transaction {hash: $transaction})
MATCH (start)
  ((x:Transaction)-[:CREATES]->(o:Output)<-[:MEMBER]-(r:Ring)<-[:HAS_RING]-(y:Transaction)
    WHERE y.inputCount = 1 AND y.outputCount = 2 AND COUNT { (o)<-[:MEMBER]-() } <= $hub_rings){1,4}
  (last:Transaction)
WITH DISTINCT last, y, r
WHERE size(r) >= $min_steps
WITH last, y, r, [ring IN r | COUNT { (ring)-[:MEMBER]->() }] AS places
RETURN size(r) AS steps,
  reduce(text = '', t IN y | text + CASE text WHEN '' THEN '' ELSE ' ' END + t.hash) AS transactions,
  last.height AS last_height,
  reduce(most = 0, n IN places | CASE WHEN n > most THEN n ELSE most END) AS largest_ring
ORDER BY steps DESC, last_height, transactions LIMIT $limit
