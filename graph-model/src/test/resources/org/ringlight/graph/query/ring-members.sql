SELECT m.position, o.name, t.hash, o.height, r.height - o.height, t.coinbase
FROM ring r JOIN member m USING (ring_id) JOIN output o USING (output_id) JOIN tx t ON t.tx_id = o.tx_id
WHERE r.key_image = $key_image ORDER BY 1 LIMIT $limit
