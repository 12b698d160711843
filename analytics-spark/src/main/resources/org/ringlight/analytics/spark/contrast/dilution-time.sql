-- days until less than a share of what could descend does; absent where it never comes to that
SELECT
  chain,
  flow,
  threshold,
  min(IF(purity < threshold, day, NULL)) AS days,
  max(day) AS followed_days
FROM flow_purity
LATERAL VIEW explode(array(0.5D, 0.1D, 0.01D)) AS threshold
GROUP BY chain, flow, threshold
ORDER BY chain, flow, threshold DESC
