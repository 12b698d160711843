// title: Rings that bring a transaction's outputs together
// question: Which later transactions have two or more rings that each hold another output of this
//   one? Somebody paid with two outputs of one transaction may spend them together.
// param transaction (hash): the transaction
// param limit (integer 1..100000, default 100): most rows
// column later: the later transaction
// column height: its block
// column outputs_held: outputs of this transaction in its rings
// column rings: rings of it that hold one
// cost: the rings that hold the outputs of the transaction, thousands for a hub
MATCH (:Transaction {hash: $transaction})-[:CREATES]->(o:Output)
MATCH (o)<-[:MEMBER]-(r:Ring)<-[:HAS_RING]-(t:Transaction)
WITH t, count(DISTINCT o) AS outputs_held, count(DISTINCT r) AS rings
WHERE outputs_held >= 2 AND rings >= 2
RETURN t.hash AS later, t.height AS height, outputs_held, rings
ORDER BY outputs_held DESC, height, t.indexInBlock LIMIT $limit
// browser:
MATCH path = (:Transaction {hash: $transaction})-[:CREATES]->(:Output)<-[:MEMBER]-(:Ring)
  <-[:HAS_RING]-(:Transaction)
RETURN path LIMIT $limit
