WITH RECURSIVE chain AS (
  SELECT 1 AS step, o.tx_id, o.output_id, o.spent_by, c.confidence, c.sources
  FROM btc_change c JOIN btc_out o ON o.name = c.output JOIN btc_tx t USING (tx_id) WHERE t.hash = $transaction
  UNION ALL
  SELECT b.step + 1, o.tx_id, o.output_id, o.spent_by, c.confidence, c.sources
  FROM chain b JOIN btc_out o ON o.tx_id = b.spent_by JOIN btc_change c ON c.output = o.name WHERE b.step < $max_steps)
SELECT c.step, t.hash, t.height, (SELECT sum(value)::BIGINT FROM btc_out p WHERE p.tx_id = c.tx_id AND p.output_id <> c.output_id),
  o.name, o.value, o.address, c.confidence, c.sources
FROM chain c JOIN btc_out o USING (output_id) JOIN btc_tx t ON t.tx_id = c.tx_id ORDER BY c.step LIMIT $limit
