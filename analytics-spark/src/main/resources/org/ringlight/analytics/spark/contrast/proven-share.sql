WITH heights AS (
  SELECT chain, height, count(*) AS spends, count_if(candidates = 1) AS proven
  FROM spend_sizes
  GROUP BY chain, height
)
SELECT
  p.chain,
  p.kind,
  p.period,
  sum(h.spends) AS spends,
  sum(h.proven) AS proven,
  round(sum(h.proven) / sum(h.spends), 9) AS proven_share
FROM heights h
JOIN spend_periods p ON p.chain = h.chain AND p.height = h.height
GROUP BY p.chain, p.kind, p.period
ORDER BY p.chain, p.kind, length(p.period), p.period
