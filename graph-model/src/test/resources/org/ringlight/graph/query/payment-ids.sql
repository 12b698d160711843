SELECT hash, height, payment_id, count(*) OVER (PARTITION BY payment_id) AS times FROM tx
WHERE height BETWEEN $from_height AND $to_height AND payment_id_kind = $kind
ORDER BY times DESC, height, index_in_block LIMIT $limit
