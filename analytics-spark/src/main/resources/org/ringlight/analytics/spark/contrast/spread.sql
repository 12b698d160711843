-- what units of a height found together, by period
SELECT
  p.chain,
  p.kind,
  p.period,
  f.hop,
  sum(f.units) AS units,
  round(sum(f.found) / sum(f.units), 9) AS mean_outputs,
  max(f.most) AS most_outputs,
  CAST(bool_and(f.exact) AS BOOLEAN) AS exact
FROM spread_found f
JOIN spend_periods p ON p.chain = f.chain AND p.height = f.height
GROUP BY p.chain, p.kind, p.period, f.hop
ORDER BY p.chain, p.kind, length(p.period), p.period, f.hop
