// title: Proven spends back from a transaction
// question: What does this transaction provably spend, and what did that spend? Follows only
//   findings of the current run that are proven.
// param transaction (hash): the transaction
// param max_steps (integer 1..16, default 16): most steps back
// param limit (integer 1..100000, default 1000): most rows
// column step: steps back, from 1
// column transaction_later: the one that spends
// column key_image: its ring
// column output: what that provably spends, SPACE:INDEX
// column transaction_earlier: what created that
// column height: its block
// column heuristics: who proves it, with spaces between them
// cost: the proven spends behind the transaction, a tree: an output is spent once
MATCH (run:Run {kind: 'findings', current: true})
WITH collect(run.number) AS runs
MATCH (t:Transaction {hash: $transaction})
MATCH (t)
  ((a:Transaction)-[:HAS_RING]->(r:Ring)-[:MEMBER]->(o:Output)<-[:CREATES]-(e:Transaction)
    WHERE EXISTS { (r)-[s:SPENDS]->(o) WHERE s.run IN runs AND s.guarantee = 'proven' }){1,16}
  (:Transaction)
WITH DISTINCT runs, size(r) AS step, a[-1] AS later, r[-1] AS ring, o[-1] AS o, e[-1] AS earlier
WHERE step <= $max_steps
MATCH (ring)-[s:SPENDS]->(o) WHERE s.run IN runs AND s.guarantee = 'proven'
WITH step, later, ring, o, earlier, s.heuristic AS heuristic ORDER BY heuristic
WITH step, later, ring, o, earlier, collect(DISTINCT heuristic) AS names
RETURN step, later.hash AS transaction_later, ring.keyImage AS key_image, toString(o.indexSpace) + ':' + toString(o.amountIndex) AS output,
  earlier.hash AS transaction_earlier, earlier.height AS height, reduce(text = '', n IN names | text + CASE text WHEN '' THEN '' ELSE ' ' END + n) AS heuristics
ORDER BY step, later.height DESC, later.indexInBlock, ring.inputIndex LIMIT $limit
// browser:
MATCH (run:Run {kind: 'findings', current: true})
WITH collect(run.number) AS runs
MATCH (t:Transaction {hash: $transaction})
MATCH path = (t)
  ((:Transaction)-[:HAS_RING]->(r:Ring)-[:MEMBER]->(o:Output)<-[:CREATES]-(:Transaction)
    WHERE EXISTS { (r)-[s:SPENDS]->(o) WHERE s.run IN runs AND s.guarantee = 'proven' }){1,16}
  (:Transaction)
WHERE length(path) <= 3 * $max_steps
RETURN path LIMIT $limit
