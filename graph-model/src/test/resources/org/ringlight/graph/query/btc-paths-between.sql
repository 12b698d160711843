WITH RECURSIVE way AS (
  SELECT output_id, 0 AS hops, '' AS transactions FROM btc_out WHERE address = $from_address
  UNION ALL
  SELECT n.output_id, w.hops + 1, w.transactions || CASE WHEN w.hops = 0 THEN '' ELSE ' > ' END || t.hash
  FROM way w JOIN btc_out o USING (output_id) JOIN btc_tx t ON t.tx_id = o.spent_by JOIN btc_out n ON n.tx_id = t.tx_id
  WHERE w.hops < $max_hops),
arrived AS (SELECT w.hops, w.transactions, o.value FROM way w JOIN btc_out o USING (output_id)
  WHERE w.hops > 0 AND o.address = $to_address)
SELECT hops, transactions, value FROM arrived WHERE hops = (SELECT min(hops) FROM arrived)
ORDER BY hops, transactions, value LIMIT $limit
