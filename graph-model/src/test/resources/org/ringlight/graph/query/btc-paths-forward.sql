WITH RECURSIVE forth AS (
  SELECT output_id, 0 AS hops FROM btc_out WHERE name = $output
  UNION
  SELECT n.output_id, f.hops + 1 FROM forth f JOIN btc_out o USING (output_id) JOIN btc_out n ON n.tx_id = o.spent_by
  WHERE f.hops < $max_hops),
nearest AS (SELECT output_id, min(hops) AS hops FROM forth WHERE hops > 0 GROUP BY 1)
SELECT n.hops, o.name, t.height, o.address, o.value, CASE WHEN o.spent_by IS NULL THEN 'unspent' ELSE 'spent' END,
  (SELECT count(*) FROM forth f WHERE f.hops = n.hops)
FROM nearest n JOIN btc_out o USING (output_id) JOIN btc_tx t USING (tx_id)
ORDER BY n.hops, t.height, t.index_in_block, o.index_in_tx LIMIT $limit
