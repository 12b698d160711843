SELECT o.height + (t.height - o.height) // $period_blocks * $period_blocks, count(DISTINCT r.ring_id), count(DISTINCT t.tx_id)
FROM output o JOIN member m USING (output_id) JOIN ring r USING (ring_id) JOIN tx t ON t.tx_id = r.tx_id
WHERE o.name = $output GROUP BY 1 ORDER BY 1 LIMIT $limit
