WITH members AS (
  SELECT c.cluster, a.address_id
  FROM btc_findings.clusters c JOIN btc.addresses a ON a.address = c.address
),
sizes AS (
  SELECT cluster, count(*) AS addresses FROM members GROUP BY cluster
),
moves AS (
  SELECT m.cluster, o.tx_id, o.height, o.value AS received, CAST(0 AS BIGINT) AS spent
  FROM btc.outputs o JOIN members m ON m.address_id = o.address_id
  UNION ALL
  SELECT m.cluster, i.tx_id, i.height, CAST(0 AS BIGINT), i.value
  FROM btc.inputs i JOIN members m ON m.address_id = i.address_id
)
SELECT
  s.cluster,
  s.addresses,
  count(DISTINCT m.tx_id) AS transactions,
  sum(m.received) AS received,
  sum(m.received) - sum(m.spent) AS balance,
  min(m.height) AS first_height,
  max(m.height) AS last_height
FROM moves m JOIN sizes s ON s.cluster = m.cluster
GROUP BY s.cluster, s.addresses
ORDER BY received DESC, s.cluster
