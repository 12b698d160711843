WITH found AS (
  SELECT DISTINCT o.name, o.height, o.index_in_tx, r.key_image, r.input_index, t.hash, t.height AS ring_height, t.index_in_block,
    dense_rank() OVER (PARTITION BY o.output_id ORDER BY t.height, t.index_in_block, r.input_index) AS number
  FROM output o JOIN tx c ON c.tx_id = o.tx_id JOIN member m USING (output_id) JOIN ring r USING (ring_id)
  JOIN tx t ON t.tx_id = r.tx_id
  WHERE c.coinbase AND c.height BETWEEN $from_height AND $to_height)
SELECT name, height, key_image, hash, ring_height, ring_height - height FROM found
WHERE number <= $rings_per_output
ORDER BY height, index_in_tx, ring_height, index_in_block, input_index LIMIT $limit
