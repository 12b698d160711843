WITH flow AS (
  SELECT 'in' AS side, i.input_index AS position, i.address, i.value, i.script_type, c.hash AS other, i.tx_id
  FROM btc_in i LEFT JOIN btc_out o USING (output_id) LEFT JOIN btc_tx c ON c.tx_id = o.tx_id
  UNION ALL
  SELECT 'out', o.index_in_tx, o.address, o.value, o.script_type, s.hash, o.tx_id
  FROM btc_out o LEFT JOIN btc_tx s ON s.tx_id = o.spent_by)
SELECT f.side, f.position, f.address, f.value, f.script_type, f.other
FROM flow f JOIN btc_tx t USING (tx_id) WHERE t.hash = $transaction ORDER BY f.side, f.position LIMIT $limit
