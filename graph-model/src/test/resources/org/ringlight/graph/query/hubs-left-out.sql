WITH RECURSIVE hub AS (SELECT output_id, count(*) AS places FROM member GROUP BY 1 HAVING count(*) > $hub_rings),
forth AS (
  SELECT tx_id, 0 AS hops FROM tx WHERE hash = $transaction
  UNION
  SELECT r.tx_id, f.hops + 1 FROM forth f JOIN output o USING (tx_id) JOIN member m USING (output_id) JOIN ring r USING (ring_id)
  WHERE f.hops + 1 < $max_hops AND o.output_id NOT IN (SELECT output_id FROM hub)),
nearest AS (SELECT tx_id, min(hops) AS hops FROM forth GROUP BY 1)
SELECT n.hops + 1, o.name, t.hash, h.places
FROM nearest n JOIN tx t USING (tx_id) JOIN output o USING (tx_id) JOIN hub h USING (output_id)
ORDER BY n.hops, h.places DESC, t.height, t.index_in_block, o.index_in_tx LIMIT $limit
