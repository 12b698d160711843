SELECT o.name, t.height, o.value, o.address, s.hash
FROM btc_out o JOIN btc_tx t USING (tx_id) LEFT JOIN btc_tx s ON s.tx_id = o.spent_by
WHERE t.height BETWEEN $from_height AND $to_height ORDER BY o.value DESC, t.height, t.index_in_block, o.index_in_tx LIMIT $limit
