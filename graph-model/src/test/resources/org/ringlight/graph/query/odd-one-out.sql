WITH found AS (
  SELECT DISTINCT r.ring_id, r.key_image, r.input_index, t.hash, t.height, t.index_in_block, o.name, o.height AS created, c.coinbase
  FROM ring r JOIN tx t USING (tx_id) JOIN member m USING (ring_id) JOIN output o USING (output_id) JOIN tx c ON c.tx_id = o.tx_id
  WHERE r.height BETWEEN $from_height AND $to_height)
SELECT key_image, hash, height, count(*) AS outputs, max(name) FILTER (NOT coinbase), height - max(created) FILTER (NOT coinbase)
FROM found GROUP BY ring_id, key_image, input_index, hash, height, index_in_block
HAVING count(*) >= 2 AND count(*) FILTER (NOT coinbase) = 1
ORDER BY height, index_in_block, input_index LIMIT $limit
