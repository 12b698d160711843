// title: When an output was used in rings
// question: How often did this output stand in rings as time went by? Decoys are mostly picked
//   young; a late, lonely appearance may be worth a look and proves nothing.
// param output (output): the output
// param period_blocks (integer 1..1000000, default 720): length of a period; 720 blocks are about a
//   day
// param limit (integer 1..100000, default 1000): most rows
// column from_height: first block of the period; periods count from the block of the output
// column rings: rings that hold it
// column transactions: transactions of these
// cost: the rings that hold the output, thousands for a hub
MATCH (o:Output {indexSpace: $output.indexSpace, amountIndex: $output.amountIndex})
MATCH (o)<-[:MEMBER]-(r:Ring)<-[:HAS_RING]-(t:Transaction)
WITH o.height + (t.height - o.height) / $period_blocks * $period_blocks AS from_height, r, t
RETURN from_height, count(DISTINCT r) AS rings, count(DISTINCT t) AS transactions
ORDER BY from_height LIMIT $limit
