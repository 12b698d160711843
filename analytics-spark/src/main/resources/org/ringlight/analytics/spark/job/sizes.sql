-- every ring twice, by its month and by its era, with how many members are still possible
WITH
periods AS (
  SELECT height, 'month' AS kind, date_format(timestamp_seconds(timestamp), 'yyyy-MM') AS period
  FROM xmr.blocks
  UNION ALL
  SELECT height, 'era', CAST(major AS STRING)
  FROM xmr.blocks
),
struck AS (
  SELECT key_image, count(*) AS decoys
  FROM ring_decoys
  GROUP BY key_image
),
resolved AS (
  SELECT DISTINCT key_images[0] AS key_image
  FROM counted_claims
  WHERE claim = 'ring_resolved'
)
SELECT
  p.kind,
  p.period,
  size(r.members) AS places,
  size(array_distinct(r.members)) AS members,
  size(array_distinct(r.members)) - coalesce(s.decoys, 0) AS possible,
  d.key_image IS NOT NULL AS resolved
FROM xmr.rings r
JOIN periods p ON p.height = r.height
LEFT JOIN struck s ON s.key_image = r.key_image
LEFT JOIN resolved d ON d.key_image = r.key_image
