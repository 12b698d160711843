WITH sets AS (
  SELECT DISTINCT key_images
  FROM counted_claims
  WHERE claim IN ('ring_resolved', 'closed_set')
)
SELECT size(key_images) AS size, count(*) AS sets
FROM sets
GROUP BY size(key_images)
ORDER BY size
