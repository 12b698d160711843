-- outputs that a file of flows names, one by one or by their transaction
SELECT m.line, m.flow, m.role, m.chain, o.output_id AS output
FROM flow_lines m
JOIN xmr.outputs o ON o.index_space = m.index_space AND o.amount_index = m.index
WHERE m.chain = 'xmr' AND m.hash IS NULL
UNION ALL
SELECT m.line, m.flow, m.role, m.chain, o.output_id
FROM flow_lines m
JOIN xmr.transactions t ON t.hash = m.hash
JOIN xmr.outputs o ON o.tx_id = t.tx_id
WHERE m.chain = 'xmr'
UNION ALL
SELECT m.line, m.flow, m.role, m.chain, o.output_id
FROM flow_lines m
JOIN btc.transactions t ON t.hash = m.hash
JOIN btc.outputs o ON o.tx_id = t.tx_id
WHERE m.chain = 'btc' AND (m.index IS NULL OR m.index = o.index_in_tx)
