// title: Youngest member of each ring
// question: Which is the youngest member of each ring of this transaction, and how much older is
//   the next? Real spends are often young; so are good decoys.
// param transaction (hash): the transaction
// param limit (integer 1..100000, default 1000): most rows
// column input_index: the ring's place among the inputs
// column key_image: the ring
// column youngest: its youngest member, SPACE:INDEX
// column age_blocks: blocks from it to the ring
// column next_age_blocks: age of the next youngest; absent where there is none
// cost: one index look-up and the members of the rings
MATCH (t:Transaction {hash: $transaction})-[:HAS_RING]->(r:Ring)-[:MEMBER]->(o:Output)
WITH DISTINCT t, r, o ORDER BY o.height DESC, o.indexSpace DESC, o.amountIndex DESC
WITH t, r, collect(o) AS members
WITH t, r, members[0] AS o, members[1] AS next
RETURN r.inputIndex AS input_index, r.keyImage AS key_image, toString(o.indexSpace) + ':' + toString(o.amountIndex) AS youngest,
  t.height - o.height AS age_blocks, t.height - next.height AS next_age_blocks
ORDER BY input_index LIMIT $limit
