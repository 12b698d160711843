SELECT o.name, t.hash, o.height, count(*) AS places
FROM output o JOIN tx t USING (tx_id) JOIN member m USING (output_id)
WHERE o.height BETWEEN $from_height AND $to_height
GROUP BY o.name, t.hash, o.height, t.index_in_block, o.index_in_tx HAVING places >= $min_places
ORDER BY places DESC, o.height, t.index_in_block, o.index_in_tx LIMIT $limit
