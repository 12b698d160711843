WITH RECURSIVE places AS (SELECT ring_id, count(*) AS n FROM member GROUP BY 1),
hub AS (SELECT output_id FROM member GROUP BY 1 HAVING count(*) > $hub_rings),
chain AS (
  SELECT tx_id, 0 AS steps, '' AS transactions, '' AS rings, height, 0 AS largest FROM tx WHERE hash = $transaction
  UNION
  SELECT t.tx_id, c.steps + 1, ltrim(c.transactions || ' ' || t.hash), c.rings || r.key_image, t.height, greatest(c.largest, n.n)
  FROM chain c JOIN output o USING (tx_id) JOIN member m USING (output_id) JOIN ring r USING (ring_id)
  JOIN tx t ON t.tx_id = r.tx_id JOIN places n ON n.ring_id = r.ring_id
  WHERE c.steps < 4 AND t.input_count = 1 AND t.output_count = 2 AND o.output_id NOT IN (FROM hub))
SELECT steps, transactions, height, largest FROM chain WHERE steps >= $min_steps
ORDER BY steps DESC, height, transactions LIMIT $limit
