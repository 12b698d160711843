-- every block of both chains; Bitcoin has no numbered forks: its eras are those of the subsidy
SELECT
  'xmr' AS chain,
  height,
  date_format(timestamp_seconds(timestamp), 'yyyy-MM-dd') AS day,
  date_format(timestamp_seconds(timestamp), 'yyyy-MM') AS month,
  CAST(major AS STRING) AS era
FROM xmr.blocks
UNION ALL
SELECT
  'btc',
  height,
  date_format(timestamp_seconds(timestamp), 'yyyy-MM-dd'),
  date_format(timestamp_seconds(timestamp), 'yyyy-MM'),
  CAST(height DIV 210000 AS STRING)
FROM btc.blocks
