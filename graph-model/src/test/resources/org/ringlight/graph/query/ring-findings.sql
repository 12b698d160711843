SELECT f.output, f.claim, f.guarantee, f.heuristic, f.version, f.assumption, f.probability
FROM finding f JOIN output o ON o.name = f.output
WHERE f.key_image = $key_image OR (f.claim = 'SPENT' AND o.output_id IN (
  SELECT output_id FROM member JOIN ring USING (ring_id) WHERE key_image = $key_image))
ORDER BY o.output_id, f.claim, f.heuristic, f.version LIMIT $limit
