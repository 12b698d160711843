// title: What is claimed about a ring
// question: What do the findings of the current run say about this ring, side by side: who claims
//   it, how strongly, under which assumption?
// param key_image (key-image): the ring
// param limit (integer 1..100000, default 1000): most rows
// column output: the member, SPACE:INDEX
// column claim: SPENDS, ELIMINATES, NARROWED_TO or WEIGHS of this ring; SPENT: some ring spends the
//   member
// column guarantee: proven, conditional or statistical
// column heuristic: who claims it
// column version: of its rules
// column assumption: what a conditional claim does not hold without
// column probability: of WEIGHS, from 0 to 1
// cost: one index look-up and the findings on the ring and its members
MATCH (run:Run {kind: 'findings', current: true})
WITH collect(run.number) AS runs
MATCH (r:Ring {keyImage: $key_image})
CALL (runs, r) {
  MATCH (r)-[f:SPENDS|ELIMINATES|NARROWED_TO|WEIGHS]->(o:Output)
  WHERE f.run IN runs
  RETURN f, o
  UNION
  MATCH (r)-[:MEMBER]->(o:Output)<-[f:SPENT]-(:Run)
  WHERE f.run IN runs
  RETURN f, o
}
RETURN toString(o.indexSpace) + ':' + toString(o.amountIndex) AS output, type(f) AS claim, f.guarantee AS guarantee, f.heuristic AS heuristic,
  f.version AS version, f.assumption AS assumption, f.probability AS probability
ORDER BY o.amountIndex, claim, heuristic, version LIMIT $limit
