-- by day since the first source: what could descend, and what does on average
WITH drawn AS (
  SELECT chain, flow, at AS day, sum(outputs) / sum(worlds) AS expected
  FROM flow_drawn
  WHERE axis = 'day'
  GROUP BY chain, flow, at
),
made AS (
  SELECT chain, flow, day, count(*) AS outputs
  FROM flow_cone
  GROUP BY chain, flow, day
)
SELECT
  chain,
  flow,
  day,
  sum(m.outputs) OVER (PARTITION BY chain, flow ORDER BY day) AS possible_outputs,
  round(d.expected, 9) AS expected_outputs,
  round(d.expected / sum(m.outputs) OVER (PARTITION BY chain, flow ORDER BY day), 9) AS purity
FROM drawn d
JOIN made m USING (chain, flow, day)
ORDER BY chain, flow, day
