WITH RECURSIVE places AS (SELECT ring_id, count(*) AS n FROM member GROUP BY 1),
hub AS (SELECT output_id FROM member GROUP BY 1 HAVING count(*) > $hub_rings),
path AS (
  SELECT tx_id, 0 AS hops, hash AS transactions, '' AS outputs, '' AS key_images, 0 AS largest, 1.0::DOUBLE AS share
  FROM tx WHERE hash = $from
  UNION
  SELECT r.tx_id, p.hops + 1, p.transactions || ' ' || t.hash, ltrim(p.outputs || ' ' || o.name),
    ltrim(p.key_images || ' ' || r.key_image), greatest(p.largest, n.n), p.share / n.n
  FROM path p JOIN output o ON o.tx_id = p.tx_id JOIN member m USING (output_id) JOIN ring r USING (ring_id)
  JOIN tx t ON t.tx_id = r.tx_id JOIN places n ON n.ring_id = r.ring_id
  WHERE p.hops < $max_hops AND o.output_id NOT IN (FROM hub))
SELECT hops, transactions, outputs, key_images, largest, share FROM path
WHERE tx_id = (SELECT tx_id FROM tx WHERE hash = $to) AND hops > 0
ORDER BY hops, largest, share DESC, transactions, outputs, key_images LIMIT $limit
