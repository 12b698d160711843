WITH near AS (
  SELECT DISTINCT o.output_id, r.ring_id, r.tx_id, t.height, t.index_in_block, r.input_index
  FROM output o JOIN member m USING (output_id) JOIN ring r USING (ring_id) JOIN tx t ON t.tx_id = r.tx_id
  WHERE o.name = $output ORDER BY t.height, t.index_in_block, r.input_index LIMIT $most_rings)
SELECT p.name, count(DISTINCT n.tx_id) AS transactions, min(n.height) AS first_height
FROM near n JOIN ring b ON b.tx_id = n.tx_id AND b.ring_id <> n.ring_id JOIN member m ON m.ring_id = b.ring_id
JOIN output p ON p.output_id = m.output_id AND p.output_id <> n.output_id
GROUP BY p.name, p.output_id ORDER BY transactions DESC, first_height, p.output_id LIMIT $limit
