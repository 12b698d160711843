SELECT hash, height, input_count, output_count FROM tx
WHERE height BETWEEN $from_height AND $to_height AND NOT coinbase
  AND input_count >= $min_inputs AND output_count <= $max_outputs
ORDER BY input_count DESC, height, index_in_block LIMIT $limit
