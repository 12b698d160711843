SELECT 'ring' AS part, input_index AS position, key_image AS name,
  (SELECT count(*) FROM member m WHERE m.ring_id = r.ring_id) AS places, NULL AS value
FROM ring r JOIN tx t USING (tx_id) WHERE t.hash = $transaction
UNION ALL
SELECT 'output', index_in_tx, name, (SELECT count(*) FROM member m WHERE m.output_id = o.output_id), value
FROM output o JOIN tx t USING (tx_id) WHERE t.hash = $transaction
ORDER BY part DESC, position LIMIT $limit
