-- every output of both chains; a value is absent where it is hidden
SELECT 'xmr' AS chain, output_id AS output, tx_id AS tx, height, value
FROM xmr.outputs
UNION ALL
SELECT 'btc', output_id, tx_id, height, CAST(value AS DECIMAL(20, 0))
FROM btc.outputs
