WITH RECURSIVE chain AS (
  SELECT output_id AS kept, 0 AS step, NULL::BIGINT AS peeled FROM btc_out WHERE name = $output
  UNION ALL
  SELECT k.output_id, c.step + 1, p.output_id FROM chain c JOIN btc_out o ON o.output_id = c.kept
  JOIN btc_tx t ON t.tx_id = o.spent_by AND t.input_count = 1 AND t.output_count = 2
  JOIN btc_out k ON k.tx_id = t.tx_id JOIN btc_out p ON p.tx_id = t.tx_id AND p.output_id <> k.output_id
  WHERE (k.value > p.value OR (k.value = p.value AND k.index_in_tx < p.index_in_tx)) AND c.step < $max_steps)
SELECT c.step, t.hash, t.height, p.value, p.address, k.value, k.address
FROM chain c JOIN btc_out k ON k.output_id = c.kept JOIN btc_out p ON p.output_id = c.peeled JOIN btc_tx t ON t.tx_id = k.tx_id
ORDER BY c.step LIMIT $limit
