// title: Rings and outputs of a transaction
// question: What went into this transaction and what came out, as far as the chain shows?
// param transaction (hash): the transaction
// param limit (integer 1..100000, default 1000): most rows
// column part: ring or output
// column position: place among the inputs or the outputs, from 0
// column name: key image of the ring, or the output as SPACE:INDEX
// column places: of a ring, its places; of an output, the places it has in later rings
// column value: of an output, in atomic units; absent where hidden
// cost: one index look-up and the parts of the transaction
MATCH (t:Transaction {hash: $transaction})
CALL (t) {
  MATCH (t)-[:HAS_RING]->(r:Ring)
  RETURN 'ring' AS part, r.inputIndex AS position, r.keyImage AS name,
    COUNT { (r)-[:MEMBER]->() } AS places, null AS value
  UNION ALL
  MATCH (t)-[:CREATES]->(o:Output)
  RETURN 'output' AS part, o.indexInTx AS position, toString(o.indexSpace) + ':' + toString(o.amountIndex) AS name,
    COUNT { (o)<-[:MEMBER]-() } AS places, o.value AS value
}
RETURN part, position, name, places, value
ORDER BY part DESC, position LIMIT $limit
// browser:
MATCH (t:Transaction {hash: $transaction})
OPTIONAL MATCH input = (t)-[:HAS_RING]->(:Ring)-[:MEMBER]->(:Output)
OPTIONAL MATCH output = (t)-[:CREATES]->(:Output)
RETURN t, input, output LIMIT $limit
