// title: Rings with the same members
// question: Which rings of these blocks have exactly the same members? Where there are as many
//   rings as members, all of the members are spent in them, and elsewhere they can only be decoys.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param limit (integer 1..100000, default 100): most rows
// column members: the outputs, SPACE:INDEX, with spaces between them
// column outputs: how many outputs
// column rings: how many rings have exactly these
// column closed: whether there are as many rings as outputs
// column first_height: block of the first ring
// column last_height: block of the last ring
// cost: the ring members of the blocks in the range, held in memory of the server
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:Transaction)-[:HAS_RING]->(r:Ring)-[:MEMBER]->(o:Output)
WITH DISTINCT t, r, o ORDER BY o.indexSpace, o.amountIndex
WITH t, r, collect(toString(o.indexSpace) + ':' + toString(o.amountIndex)) AS members
WITH members, count(r) AS rings, min(t.height) AS first_height, max(t.height) AS last_height
WHERE rings >= 2
WITH reduce(text = '', n IN members | text + CASE text WHEN '' THEN '' ELSE ' ' END + n) AS text, size(members) AS outputs, rings, first_height, last_height
RETURN text AS members, outputs, rings, rings >= outputs AS closed, first_height, last_height
ORDER BY closed DESC, rings DESC, members LIMIT $limit
