SELECT t.hash, t.height, count(DISTINCT o.output_id) AS held, count(DISTINCT r.ring_id) AS rings
FROM tx s JOIN output o ON o.tx_id = s.tx_id JOIN member m USING (output_id) JOIN ring r USING (ring_id)
JOIN tx t ON t.tx_id = r.tx_id WHERE s.hash = $transaction
GROUP BY t.hash, t.height, t.index_in_block HAVING held >= 2 AND rings >= 2
ORDER BY held DESC, t.height, t.index_in_block LIMIT $limit
