// title: Labels near a transaction
// question: Which labels of the current run are on this transaction, its rings and outputs, the
//   members of its rings, what created these, and what may spend its outputs?
// param transaction (hash): the transaction
// param most_later (integer 1..10000, default 1000): most rings looked at that hold its outputs
// param limit (integer 1..100000, default 1000): most rows
// column place: itself, ring, output, ring member, before (created a ring member) or after (has an
//   output in a ring)
// column subject: hash, key image or SPACE:INDEX
// column label: its text
// column category: its category
// column confidence: from 0 to 100, as its source says
// column source: who says so
// cost: the members of the rings, and the rings that hold the outputs, at most most_later
MATCH (run:Run {kind: 'labels', current: true})
WITH collect(run.number) AS runs
MATCH (t:Transaction {hash: $transaction})
CALL (t) {
  RETURN 'itself' AS place, t AS subject
  UNION
  MATCH (t)-[:HAS_RING]->(r:Ring)
  RETURN 'ring' AS place, r AS subject
  UNION
  MATCH (t)-[:CREATES]->(o:Output)
  RETURN 'output' AS place, o AS subject
  UNION
  MATCH (t)-[:HAS_RING]->(:Ring)-[:MEMBER]->(o:Output)
  RETURN 'ring member' AS place, o AS subject
  UNION
  MATCH (t)-[:HAS_RING]->(:Ring)-[:MEMBER]->(:Output)<-[:CREATES]-(before:Transaction)
  RETURN 'before' AS place, before AS subject
  UNION
  MATCH (t)-[:CREATES]->(:Output)<-[:MEMBER]-(:Ring)<-[:HAS_RING]-(later:Transaction)
  WITH later LIMIT $most_later
  RETURN 'after' AS place, later AS subject
}
MATCH (subject)<-[:ON]-(tag:Tag)
WHERE tag.run IN runs
RETURN place,
  coalesce(subject.hash, subject.keyImage, toString(subject.indexSpace) + ':' + toString(subject.amountIndex)) AS subject,
  tag.label AS label, tag.category AS category, tag.confidence AS confidence, tag.source AS source
ORDER BY place, subject, label, source LIMIT $limit
