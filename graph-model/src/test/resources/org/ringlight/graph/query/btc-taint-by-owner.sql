WITH held AS (
  SELECT o.address, count(DISTINCT b.output) AS outputs, sum(b.tainted) AS tainted FROM btc_taint b JOIN btc_out o ON o.name = b.output
  WHERE b."case" = $case_name AND b.method = $method GROUP BY o.address),
owned AS (
  SELECT substr(l.subject, 9) AS address, l.label, l.category FROM label l WHERE l.subject LIKE 'address:%'
  UNION
  SELECT c.address, l.label, l.category FROM btc_cluster c JOIN btc_cluster d USING (cluster) JOIN label l ON l.subject = 'address:' || d.address)
SELECT w.label, w.category, count(DISTINCT h.address), sum(h.outputs)::BIGINT, sum(h.tainted)::BIGINT AS tainted,
  100.0::DOUBLE * sum(h.tainted) / (SELECT sum(tainted) FROM held)
FROM held h LEFT JOIN owned w USING (address) GROUP BY w.label, w.category ORDER BY tainted DESC, w.label, w.category LIMIT $limit
