SELECT o.name, t.hash, o.height, t.coinbase FROM output o JOIN tx t USING (tx_id)
WHERE o.height BETWEEN $from_height AND $to_height AND o.output_id NOT IN (SELECT output_id FROM member)
ORDER BY o.height, t.index_in_block, o.index_in_tx LIMIT $limit
