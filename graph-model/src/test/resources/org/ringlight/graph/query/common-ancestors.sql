WITH RECURSIVE back AS (
  SELECT hash AS start, tx_id, 0 AS hops FROM tx WHERE hash IN ($first, $second)
  UNION
  SELECT b.start, s.from_tx, b.hops + 1 FROM back b JOIN step s ON s.to_tx = b.tx_id
  WHERE b.hops < $max_hops),
nearest AS (SELECT start, tx_id, min(hops) AS hops FROM back WHERE hops > 0 GROUP BY ALL)
SELECT t.hash, t.height, t.coinbase, a.hops, b.hops
FROM nearest a JOIN nearest b USING (tx_id) JOIN tx t USING (tx_id)
WHERE a.start = $first AND b.start = $second
ORDER BY a.hops + b.hops, t.height DESC, t.index_in_block DESC LIMIT $limit
