WITH RECURSIVE hub AS (SELECT output_id FROM member GROUP BY 1 HAVING count(*) > $hub_rings),
forth AS (
  SELECT tx_id, 0 AS hops FROM tx WHERE hash = $transaction
  UNION
  SELECT r.tx_id, f.hops + 1 FROM forth f JOIN output o USING (tx_id) JOIN member m USING (output_id) JOIN ring r USING (ring_id)
  WHERE f.hops < $max_hops AND o.output_id NOT IN (FROM hub)),
nearest AS (SELECT tx_id, min(hops) AS hops FROM forth WHERE hops > 0 GROUP BY 1)
SELECT n.hops, t.hash, t.height, (SELECT count(*) FROM forth f WHERE f.hops = n.hops)
FROM nearest n JOIN tx t USING (tx_id) ORDER BY n.hops, t.height, t.index_in_block LIMIT $limit
