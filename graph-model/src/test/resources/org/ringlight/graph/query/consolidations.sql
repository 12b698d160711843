SELECT t.hash, t.height, count(DISTINCT o.output_id) AS held, count(DISTINCT r.ring_id) AS rings, t.input_count, t.output_count
FROM output o JOIN member m USING (output_id) JOIN ring r USING (ring_id) JOIN tx t ON t.tx_id = r.tx_id
WHERE o.name IN ($outputs) GROUP BY ALL HAVING held >= $least AND rings >= $least
ORDER BY held DESC, rings DESC, t.height, any_value(t.index_in_block) LIMIT $limit
