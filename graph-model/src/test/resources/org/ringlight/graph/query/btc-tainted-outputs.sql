SELECT b.output, t.height, o.address, b.place, b.tainted, o.value, 100.0::DOUBLE * b.tainted / o.value, b."from", b.assumption
FROM btc_taint b JOIN btc_out o ON o.name = b.output JOIN btc_tx t USING (tx_id)
WHERE b."case" = $case_name AND b.method = $method
ORDER BY b.tainted DESC, t.height, t.index_in_block, o.index_in_tx, b."from" LIMIT $limit
