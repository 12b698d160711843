SELECT o.name, t.height, o.value FROM btc_out o JOIN btc_tx t USING (tx_id)
WHERE o.address = $address AND o.spent_by IS NULL ORDER BY t.height, t.index_in_block, o.index_in_tx LIMIT $limit
