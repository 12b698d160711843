WITH found AS (
  SELECT DISTINCT r.input_index, r.key_image, r.height - o.height AS age, o.name, o.output_id
  FROM tx t JOIN ring r USING (tx_id) JOIN member m USING (ring_id) JOIN output o USING (output_id) WHERE t.hash = $transaction),
ranked AS (SELECT *, row_number() OVER (PARTITION BY key_image ORDER BY output_id DESC) AS n FROM found)
SELECT a.input_index, a.key_image, a.name, a.age, b.age
FROM ranked a LEFT JOIN ranked b ON b.key_image = a.key_image AND b.n = 2 WHERE a.n = 1
ORDER BY 1 LIMIT $limit
