// title: Outputs that may be spent together with one
// question: Which outputs stand in another ring of a transaction that has this output in a ring?
//   Were both spent there, one wallet held both.
// param output (output): the output
// param most_rings (integer 1..100000, default 1000): most rings of the output to look at, the
//   earliest first
// param limit (integer 1..100000, default 100): most rows
// column candidate: the other output, SPACE:INDEX
// column transactions: transactions that have both, in different rings
// column first_height: the block of the first of them
// cost: the rings that hold the output, at most most_rings, times the members of their transactions
MATCH (o:Output {indexSpace: $output.indexSpace, amountIndex: $output.amountIndex})
MATCH (o)<-[:MEMBER]-(r:Ring)<-[:HAS_RING]-(t:Transaction)
WITH DISTINCT o, r, t ORDER BY t.height, t.indexInBlock, r.inputIndex LIMIT $most_rings
MATCH (t)-[:HAS_RING]->(beside:Ring)-[:MEMBER]->(p:Output)
WHERE beside <> r AND p <> o
WITH p, count(DISTINCT t) AS transactions, min(t.height) AS first_height
RETURN toString(p.indexSpace) + ':' + toString(p.amountIndex) AS candidate, transactions, first_height
ORDER BY transactions DESC, first_height, p.indexSpace, p.amountIndex LIMIT $limit
