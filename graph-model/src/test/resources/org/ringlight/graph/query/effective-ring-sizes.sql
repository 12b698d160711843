SELECT r.input_index, r.key_image, count(*), count(DISTINCT o.name) AS outputs,
  count(DISTINCT o.name) FILTER (EXISTS (FROM finding f WHERE f.key_image = r.key_image AND f.output = o.name
    AND f.claim = 'ELIMINATES' AND f.guarantee = 'proven')) AS eliminated,
  CASE WHEN EXISTS (FROM finding f WHERE f.key_image = r.key_image AND f.claim = 'SPENDS' AND f.guarantee = 'proven')
    THEN 1 ELSE outputs - eliminated END
FROM tx t JOIN ring r USING (tx_id) JOIN member m USING (ring_id) JOIN output o USING (output_id)
WHERE t.hash = $transaction GROUP BY r.input_index, r.key_image ORDER BY 1 LIMIT $limit
