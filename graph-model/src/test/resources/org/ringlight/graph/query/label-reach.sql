WITH RECURSIVE hub AS (SELECT output_id FROM member GROUP BY 1 HAVING count(*) > $hub_rings),
start AS (
  SELECT o.output_id FROM label l JOIN tx t ON l.subject = 'tx:' || t.hash JOIN output o ON o.tx_id = t.tx_id WHERE l.label = $label
  UNION SELECT o.output_id FROM label l JOIN ring r ON l.subject = 'ring:' || r.key_image JOIN output o ON o.tx_id = r.tx_id
    WHERE l.label = $label
  UNION SELECT o.output_id FROM label l JOIN output o ON l.subject = 'output:' || o.name WHERE l.label = $label),
forth AS (
  SELECT r.tx_id, 1 AS hops FROM start JOIN member m USING (output_id) JOIN ring r USING (ring_id)
  WHERE output_id NOT IN (FROM hub)
  UNION
  SELECT r.tx_id, f.hops + 1 FROM forth f JOIN output o USING (tx_id) JOIN member m USING (output_id) JOIN ring r USING (ring_id)
  WHERE f.hops < $max_hops AND o.output_id NOT IN (FROM hub)),
nearest AS (SELECT tx_id, min(hops) AS hops FROM forth GROUP BY 1)
SELECT n.hops, t.hash, t.height, (SELECT count(*) FROM forth f WHERE f.hops = n.hops)
FROM nearest n JOIN tx t USING (tx_id) ORDER BY n.hops, t.height, t.index_in_block LIMIT $limit
