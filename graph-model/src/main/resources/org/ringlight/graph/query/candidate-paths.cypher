// title: Candidate paths between two transactions
// question: Could money have gone from this transaction to that one? Each path follows outputs into
//   rings; every step is a candidate, and a path is no better than its largest ring.
// param from (hash): the earlier transaction
// param to (hash): the later transaction
// param max_hops (integer 1..4, default 3): most rings on a path
// param hub_rings (integer 1.., default 1000): outputs that stand in more places of rings than this
//   are not followed
// param limit (integer 1..100000, default 20): most rows
// column hops: rings on the path
// column transactions: hashes from the first to the last, with spaces between them
// column outputs: the outputs followed, SPACE:INDEX
// column key_images: the rings that hold them
// column largest_ring: places of the largest ring: the weakest link
// column uniform_share: 1 / places, multiplied along the path; what the path would weigh if all
//   members were alike, not a probability
// cost: outputs and rings between the two heights, a power of the hops: up to max_hops and without
//   hubs; a timeout caps it, limit only the answer
MATCH (a:Transaction {hash: $from})
MATCH (b:Transaction {hash: $to})
MATCH (a)
  ((x:Transaction)-[:CREATES]->(o:Output)<-[:MEMBER]-(r:Ring)<-[:HAS_RING]-(y:Transaction)
    WHERE y.height <= b.height AND COUNT { (o)<-[:MEMBER]-() } <= $hub_rings){1,4}
  (b)
WITH DISTINCT x[0] AS first, y, o, r
WHERE size(r) <= $max_hops
WITH first, y, o, r, [ring IN r | COUNT { (ring)-[:MEMBER]->() }] AS places
RETURN size(r) AS hops,
  reduce(text = first.hash, t IN y | text + ' ' + t.hash) AS transactions,
  reduce(text = '', n IN o | text + CASE text WHEN '' THEN '' ELSE ' ' END + toString(n.indexSpace) + ':' + toString(n.amountIndex)) AS outputs,
  reduce(text = '', n IN r | text + CASE text WHEN '' THEN '' ELSE ' ' END + n.keyImage) AS key_images,
  reduce(most = 0, n IN places | CASE WHEN n > most THEN n ELSE most END) AS largest_ring,
  reduce(share = 1.0, n IN places | share / n) AS uniform_share
ORDER BY hops, largest_ring, uniform_share DESC, transactions, outputs, key_images LIMIT $limit
// browser:
MATCH (a:Transaction {hash: $from})
MATCH (b:Transaction {hash: $to})
MATCH path = (a)
  ((:Transaction)-[:CREATES]->(o:Output)<-[:MEMBER]-(:Ring)<-[:HAS_RING]-(y:Transaction)
    WHERE y.height <= b.height AND COUNT { (o)<-[:MEMBER]-() } <= $hub_rings){1,4}
  (b)
WHERE length(path) <= 3 * $max_hops
RETURN path ORDER BY length(path) LIMIT $limit
