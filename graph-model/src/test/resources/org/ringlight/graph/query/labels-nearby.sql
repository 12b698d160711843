WITH near AS (
  SELECT 'itself' AS place, 'tx:' AS kind, hash AS subject FROM tx WHERE hash = $transaction
  UNION SELECT 'ring', 'ring:', key_image FROM ring JOIN tx t USING (tx_id) WHERE t.hash = $transaction
  UNION SELECT 'output', 'output:', name FROM output JOIN tx t USING (tx_id) WHERE t.hash = $transaction
  UNION SELECT 'ring member', 'output:', o.name FROM tx t JOIN ring r USING (tx_id) JOIN member m USING (ring_id)
    JOIN output o USING (output_id) WHERE t.hash = $transaction
  UNION SELECT 'before', 'tx:', e.hash FROM tx t JOIN step s ON s.to_tx = t.tx_id JOIN tx e ON e.tx_id = s.from_tx
    WHERE t.hash = $transaction
  UNION SELECT 'after', 'tx:', e.hash FROM tx t JOIN step s ON s.from_tx = t.tx_id JOIN tx e ON e.tx_id = s.to_tx
    WHERE t.hash = $transaction)
SELECT n.place, n.subject, l.label, l.category, l.confidence, l.source
FROM near n JOIN label l ON l.subject = n.kind || n.subject
ORDER BY n.place, n.subject, l.label, l.source LIMIT $limit
