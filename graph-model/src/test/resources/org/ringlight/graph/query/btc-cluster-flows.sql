WITH owner AS (SELECT a.address, coalesce(c.cluster, a.address) AS owner FROM btc.addresses a LEFT JOIN btc_cluster c USING (address)),
own AS (SELECT cluster AS name FROM btc_cluster WHERE address = $address),
payment AS (SELECT DISTINCT p.owner AS payer, r.owner AS payee, o.output_id, o.tx_id, o.value
  FROM btc_in i JOIN owner p USING (address) JOIN btc_out o ON o.tx_id = i.tx_id JOIN owner r ON r.address = o.address)
SELECT direction, other, count(DISTINCT tx_id), sum(value)::BIGINT AS value FROM (
  SELECT 'to' AS direction, payee AS other, tx_id, output_id, value FROM payment JOIN own ON payer = name WHERE payee <> name
  UNION ALL SELECT 'from', payer, tx_id, output_id, value FROM payment JOIN own ON payee = name WHERE payer <> name)
GROUP BY direction, other ORDER BY value DESC, direction, other LIMIT $limit
