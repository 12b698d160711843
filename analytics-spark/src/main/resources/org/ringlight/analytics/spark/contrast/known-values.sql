-- what known transactions of a flow spend and make, and what its sources hold
WITH
followed AS (
  SELECT DISTINCT flow, chain, tx
  FROM flow_cone
  WHERE hop > 0
),
spent AS (
  SELECT l.chain, l.tx, l.spend_id, l.proven, l.output, m.value
  FROM spend_links l
  LEFT SEMI JOIN followed f ON f.chain = l.chain AND f.tx = l.tx
  LEFT JOIN spend_made m ON m.chain = l.chain AND m.output = l.output
),
made AS (
  SELECT m.*
  FROM spend_made m
  LEFT SEMI JOIN followed f ON f.chain = m.chain AND f.tx = m.tx
),
hiding AS (
  SELECT chain, tx FROM spent WHERE NOT proven OR value IS NULL
  UNION
  SELECT chain, tx FROM made WHERE value IS NULL
),
labelled AS (
  SELECT c.flow, c.chain, c.output, c.hop
  FROM flow_cone c
  JOIN flow_labels l ON l.flow = c.flow AND l.chain = c.chain AND l.output = c.output
),
known AS (
  SELECT f.flow, f.chain, f.tx
  FROM followed f
  LEFT ANTI JOIN hiding h ON h.chain = f.chain AND h.tx = f.tx
)
SELECT
  k.flow,
  k.chain,
  'spent' AS kind,
  k.tx,
  s.spend_id AS place,
  s.output,
  CAST(s.value AS BIGINT) AS value,
  CAST(NULL AS INT) AS label
FROM known k
JOIN spent s ON s.chain = k.chain AND s.tx = k.tx
UNION ALL
SELECT k.flow, k.chain, 'made', k.tx, m.output, m.output, CAST(m.value AS BIGINT), l.hop
FROM known k
JOIN made m ON m.chain = k.chain AND m.tx = k.tx
LEFT JOIN labelled l ON l.flow = k.flow AND l.chain = m.chain AND l.output = m.output
UNION ALL
SELECT c.flow, c.chain, 'source', c.tx, c.output, c.output, CAST(m.value AS BIGINT), NULL
FROM flow_cone c
JOIN spend_made m ON m.chain = c.chain AND m.output = c.output
WHERE c.hop = 0 AND m.value IS NOT NULL
