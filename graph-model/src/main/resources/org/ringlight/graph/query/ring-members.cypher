// title: Members of a ring
// question: Which outputs stand in this ring, who created each, and how old was it? Every member is
//   a candidate for what the ring spends.
// param key_image (key-image): the ring
// param limit (integer 1..100000, default 1000): most rows
// column position: place in the ring, from 0
// column output: the member, SPACE:INDEX
// column transaction: what created it; absent where it is older than the graph
// column height: its block
// column age_blocks: blocks from its creation to the ring
// column coinbase: whether a miner was paid with it
// cost: one index look-up and the members of the ring
MATCH (spender:Transaction)-[:HAS_RING]->(r:Ring {keyImage: $key_image})-[m:MEMBER]->(o:Output)
OPTIONAL MATCH (o)<-[:CREATES]-(t:Transaction)
RETURN m.position AS position, toString(o.indexSpace) + ':' + toString(o.amountIndex) AS output, t.hash AS transaction,
  o.height AS height, spender.height - o.height AS age_blocks, t.coinbase AS coinbase
ORDER BY position LIMIT $limit
// browser:
MATCH spending = (:Transaction)-[:HAS_RING]->(r:Ring {keyImage: $key_image})
MATCH membership = (r)-[:MEMBER]->(o:Output)
OPTIONAL MATCH creation = (o)<-[:CREATES]-(:Transaction)
RETURN spending, membership, creation LIMIT $limit
