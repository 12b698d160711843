WITH ringed AS (
  SELECT r.ring_id, r.height, string_agg(DISTINCT o.name, ' ' ORDER BY o.name) AS members, count(DISTINCT o.output_id) AS outputs
  FROM ring r JOIN member m USING (ring_id) JOIN output o USING (output_id)
  WHERE r.height BETWEEN $from_height AND $to_height GROUP BY 1, 2)
SELECT members, outputs, count(*) AS rings, count(*) >= outputs AS closed, min(height), max(height)
FROM ringed GROUP BY members, outputs HAVING count(*) >= 2
ORDER BY closed DESC, rings DESC, members LIMIT $limit
