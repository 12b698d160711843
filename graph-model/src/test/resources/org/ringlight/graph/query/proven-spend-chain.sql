WITH RECURSIVE proven AS (
  SELECT key_image, output, string_agg(DISTINCT heuristic, ' ' ORDER BY heuristic) AS heuristics FROM finding
  WHERE claim = 'SPENDS' AND guarantee = 'proven' GROUP BY 1, 2),
back AS (
  SELECT 1 AS step, r.tx_id AS later, r.key_image, r.input_index, p.output, p.heuristics, o.tx_id AS earlier
  FROM tx t JOIN ring r USING (tx_id) JOIN proven p USING (key_image) JOIN output o ON o.name = p.output WHERE t.hash = $transaction
  UNION
  SELECT b.step + 1, r.tx_id, r.key_image, r.input_index, p.output, p.heuristics, o.tx_id
  FROM back b JOIN ring r ON r.tx_id = b.earlier JOIN proven p ON p.key_image = r.key_image JOIN output o ON o.name = p.output
  WHERE b.step < $max_steps)
SELECT step, l.hash, b.key_image, b.output, e.hash, e.height, heuristics
FROM back b JOIN tx l ON l.tx_id = later JOIN tx e ON e.tx_id = earlier
ORDER BY step, l.height DESC, l.index_in_block, input_index LIMIT $limit
