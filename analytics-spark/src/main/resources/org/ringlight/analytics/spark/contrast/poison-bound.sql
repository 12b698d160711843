WITH steps AS (SELECT explode(sequence(0, :hops)) AS hop)
SELECT
  c.chain,
  c.flow,
  s.hop,
  count(*) AS outputs,
  count(DISTINCT IF(c.hop > 0, c.tx, NULL)) AS transactions
FROM flow_cone c
JOIN steps s ON c.hop <= s.hop
GROUP BY c.chain, c.flow, s.hop
ORDER BY c.chain, c.flow, s.hop
