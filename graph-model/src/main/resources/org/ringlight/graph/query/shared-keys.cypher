// title: Outputs with the same one-time key
// question: Which outputs of these blocks have a key that another output has too? They have one key
//   image between them, so only one of them can ever be spent.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param limit (integer 1..100000, default 100): most rows
// column public_key: the one-time key
// column outputs: how many outputs of the whole graph have it
// column names: these outputs, SPACE:INDEX, with spaces between them
// column first_height: block of the first of them
// cost: the outputs of the blocks in the range, an index look-up for each
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(:Transaction)-[:CREATES]->(o:Output)
WITH DISTINCT o.publicKey AS key
MATCH (p:Output {publicKey: key})
WITH key, p ORDER BY p.height, p.indexSpace, p.amountIndex
WITH key, collect(toString(p.indexSpace) + ':' + toString(p.amountIndex)) AS names, min(p.height) AS first_height
WHERE size(names) > 1
RETURN key AS public_key, size(names) AS outputs, reduce(text = '', n IN names | text + CASE text WHEN '' THEN '' ELSE ' ' END + n) AS names, first_height
ORDER BY first_height, public_key LIMIT $limit
