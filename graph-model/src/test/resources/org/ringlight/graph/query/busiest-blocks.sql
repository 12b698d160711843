SELECT b.height, count(DISTINCT r.ring_id) AS rings, count(DISTINCT r.tx_id), count(m.position)
FROM xmr.blocks b LEFT JOIN ring r ON r.height = b.height LEFT JOIN member m USING (ring_id)
WHERE b.height BETWEEN $from_height AND $to_height GROUP BY 1 ORDER BY rings DESC, 1 LIMIT $limit
