WITH heights AS (
  SELECT
    chain,
    height,
    count(*) AS spends,
    sum(candidates) AS candidates,
    min(candidates) AS fewest,
    max(candidates) AS most,
    sum(entropy) AS entropy,
    sum(exp(entropy)) AS effective
  FROM spend_sizes
  GROUP BY chain, height
)
SELECT
  p.chain,
  p.kind,
  p.period,
  sum(h.spends) AS spends,
  round(sum(h.candidates) / sum(h.spends), 9) AS mean_candidates,
  min(h.fewest) AS fewest_candidates,
  max(h.most) AS most_candidates,
  round(sum(h.effective) / sum(h.spends), 9) AS mean_effective_set,
  round(sum(h.entropy) / sum(h.spends) / ln(2), 9) AS mean_entropy_bits
FROM heights h
JOIN spend_periods p ON p.chain = h.chain AND p.height = h.height
GROUP BY p.chain, p.kind, p.period
ORDER BY p.chain, p.kind, length(p.period), p.period
