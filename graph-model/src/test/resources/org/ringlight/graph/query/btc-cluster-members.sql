SELECT c.cluster, c.address, a.height,
  (SELECT coalesce(sum(value), 0)::BIGINT FROM btc_out o WHERE o.address = c.address AND o.spent_by IS NULL)
FROM btc_cluster c JOIN btc.addresses a USING (address)
WHERE c.cluster = (SELECT cluster FROM btc_cluster WHERE address = $address) ORDER BY a.height, c.address LIMIT $limit
