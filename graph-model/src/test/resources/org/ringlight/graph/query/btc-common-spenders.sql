SELECT o.address, count(DISTINCT t.tx_id), min(t.height), min(t.input_count)
FROM btc_in i JOIN btc_in o USING (tx_id) JOIN btc_tx t USING (tx_id)
WHERE i.address = $address AND o.address <> $address GROUP BY o.address
ORDER BY count(DISTINCT t.tx_id) DESC, min(t.height), o.address LIMIT $limit
