// title: Many inputs, few outputs
// question: Which transactions of these blocks gather many inputs into one or two outputs, as
//   sweeps and consolidations do?
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param min_inputs (integer 2.., default 4): fewest inputs
// param max_outputs (integer 1.., default 2): most outputs
// param limit (integer 1..100000, default 100): most rows
// column transaction: the transaction
// column height: its block
// column input_count: its inputs
// column output_count: its outputs
// cost: the transactions of the blocks in the range
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:Transaction)
WHERE NOT t.coinbase AND t.inputCount >= $min_inputs AND t.outputCount <= $max_outputs
RETURN t.hash AS transaction, t.height AS height, t.inputCount AS input_count,
  t.outputCount AS output_count
ORDER BY input_count DESC, height, t.indexInBlock LIMIT $limit
