SELECT t.height, t.hash, o.address, o.value, l.confidence, l.source
FROM label l JOIN btc_out o ON l.subject = 'address:' || o.address JOIN btc_tx t USING (tx_id)
WHERE l.label = $label ORDER BY t.height, t.index_in_block, o.index_in_tx, l.source LIMIT $limit
