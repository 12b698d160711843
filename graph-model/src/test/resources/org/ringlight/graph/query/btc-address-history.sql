WITH moves AS (
  SELECT tx_id, value AS received, 0 AS spent FROM btc_out WHERE address = $address
  UNION ALL SELECT tx_id, 0, value FROM btc_in WHERE address = $address)
SELECT t.height, t.hash, sum(m.received)::BIGINT, sum(m.spent)::BIGINT
FROM moves m JOIN btc_tx t USING (tx_id) GROUP BY t.height, t.index_in_block, t.hash ORDER BY t.height, t.index_in_block LIMIT $limit
