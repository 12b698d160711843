WITH equal AS (SELECT tx_id, value, count(*) AS n, row_number() OVER (PARTITION BY tx_id ORDER BY count(*) DESC, value DESC) AS place
  FROM btc_out GROUP BY tx_id, value)
SELECT t.hash, t.height, e.n, e.value, count(DISTINCT i.address)
FROM btc_tx t JOIN equal e USING (tx_id) JOIN btc_in i USING (tx_id)
WHERE e.place = 1 AND e.n >= $parties AND e.value > 0 AND t.height BETWEEN $from_height AND $to_height
GROUP BY t.hash, t.height, t.index_in_block, e.n, e.value HAVING count(DISTINCT i.address) >= $parties
ORDER BY e.n DESC, t.height, t.index_in_block LIMIT $limit
