SELECT t.hash, t.height, j.sign, j.confidence, j.participants, j.denominations, j.stands
FROM btc_coinjoin j JOIN btc_tx t ON t.hash = j.transaction WHERE t.height BETWEEN $from_height AND $to_height
ORDER BY t.height, t.index_in_block, j.confidence DESC, j.sign LIMIT $limit
