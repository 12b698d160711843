SELECT r.key_image, t.hash, r.height, count(*) AS places, count(DISTINCT m.output_id) AS outputs
FROM ring r JOIN member m USING (ring_id) JOIN tx t USING (tx_id)
WHERE r.height BETWEEN $from_height AND $to_height
GROUP BY r.key_image, t.hash, r.height, t.index_in_block, r.input_index HAVING places > outputs
ORDER BY r.height, t.index_in_block, r.input_index LIMIT $limit
