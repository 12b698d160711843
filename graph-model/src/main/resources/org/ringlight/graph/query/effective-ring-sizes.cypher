// title: Ring sizes after proven eliminations
// question: How many candidates are truly left in each ring of this transaction, by what the
//   current run proves?
// param transaction (hash): the transaction
// param limit (integer 1..100000, default 1000): most rows
// column input_index: the ring's place among the inputs
// column key_image: the ring
// column places: its places
// column outputs: different outputs in them
// column eliminated: of these, provably not spent by it
// column effective: candidates left; 1 where the spend is proven
// cost: one index look-up, the members of the rings and the findings on them
MATCH (run:Run {kind: 'findings', current: true})
WITH collect(run.number) AS runs
MATCH (t:Transaction {hash: $transaction})-[:HAS_RING]->(r:Ring)
CALL (runs, r) {
  MATCH (r)-[:MEMBER]->(o:Output)
  WITH runs, r, o, count(*) AS times
  RETURN sum(times) AS places, count(o) AS outputs,
    sum(CASE WHEN EXISTS {
      (r)-[e:ELIMINATES]->(o) WHERE e.run IN runs AND e.guarantee = 'proven'
    } THEN 1 ELSE 0 END) AS eliminated,
    sum(CASE WHEN EXISTS {
      (r)-[s:SPENDS]->(o) WHERE s.run IN runs AND s.guarantee = 'proven'
    } THEN 1 ELSE 0 END) AS spent
}
RETURN r.inputIndex AS input_index, r.keyImage AS key_image, places, outputs, eliminated,
  CASE WHEN spent > 0 THEN 1 ELSE outputs - eliminated END AS effective
ORDER BY input_index LIMIT $limit
