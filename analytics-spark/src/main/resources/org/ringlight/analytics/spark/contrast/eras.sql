WITH heights AS (
  SELECT chain, height, count(*) AS outputs
  FROM spend_made
  GROUP BY chain, height
)
SELECT
  c.chain,
  c.era,
  min(c.height) AS first_height,
  min(c.day) AS first_day,
  count(*) AS blocks,
  sum(coalesce(h.outputs, 0)) AS outputs,
  sum(sum(coalesce(h.outputs, 0))) OVER (PARTITION BY c.chain ORDER BY min(c.height))
    AS outputs_so_far
FROM spend_calendar c
LEFT JOIN heights h ON h.chain = c.chain AND h.height = c.height
GROUP BY c.chain, c.era
ORDER BY c.chain, first_height
