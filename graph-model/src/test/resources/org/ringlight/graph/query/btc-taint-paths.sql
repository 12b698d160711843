WITH RECURSIVE goal AS (
  SELECT DISTINCT b.*, o.output_id, o.address FROM btc_taint b JOIN btc_out o ON o.name = b.output
  JOIN label l ON l.subject = 'address:' || o.address AND l.label = $label WHERE b."case" = $case_name AND b.method = $method),
way AS (
  SELECT DISTINCT g."from", o.output_id, 0 AS hops, '' AS transactions FROM goal g JOIN btc_out o ON o.name = g."from" OR o.address = g."from"
  UNION ALL
  SELECT w."from", n.output_id, w.hops + 1, CASE WHEN w.hops = 0 THEN t.hash ELSE w.transactions || ' > ' || t.hash END
  FROM way w JOIN btc_out o USING (output_id) JOIN btc_out n ON n.tx_id = o.spent_by JOIN btc_tx t ON t.tx_id = n.tx_id WHERE w.hops < $max_hops)
SELECT w.hops, w.transactions, g.output, g.address, g.tainted, g."from"
FROM goal g JOIN way w ON w."from" = g."from" AND w.output_id = g.output_id
WHERE w.hops > 0 AND w.hops = (SELECT min(hops) FROM way x WHERE x."from" = g."from" AND x.output_id = g.output_id AND x.hops > 0)
ORDER BY w.hops, g.tainted DESC, w.transactions, g.output LIMIT $limit
