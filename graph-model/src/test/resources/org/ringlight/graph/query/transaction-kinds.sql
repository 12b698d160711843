SELECT version, rct_type, count(*) AS transactions, min(height), max(height), arg_min(hash, tx_id)
FROM tx WHERE NOT coinbase AND height BETWEEN $from_height AND $to_height
GROUP BY 1, 2 ORDER BY transactions, 1, 2 LIMIT $limit
