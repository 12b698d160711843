SELECT r.key_image, m.position, (SELECT count(*) FROM member n WHERE n.ring_id = r.ring_id), t.hash, t.height,
  t.height - o.height
FROM output o JOIN member m USING (output_id) JOIN ring r USING (ring_id) JOIN tx t ON t.tx_id = r.tx_id
WHERE o.name = $output ORDER BY t.height, t.index_in_block, r.input_index, m.position LIMIT $limit
