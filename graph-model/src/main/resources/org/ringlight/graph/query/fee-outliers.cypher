// title: Unusual fees
// question: Which transactions of these blocks paid far more or far less for each byte than half of
//   the others? An odd fee can be the mark of one wallet.
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param times (number, default 3): how many times more or less than the median
// param limit (integer 1..100000, default 100): most rows
// column transaction: the transaction
// column height: its block
// column fee: atomic units
// column fee_per_byte: atomic units for each byte of weight
// column times_median: fee_per_byte divided by the median of these blocks
// cost: the transactions of the blocks in the range, held in memory of the server
MATCH (b:Block)
WHERE b.height >= $from_height AND b.height <= $to_height
MATCH (b)-[:CONTAINS]->(t:Transaction)
WHERE t.fee IS NOT NULL AND t.weight > 0
WITH t, toFloat(t.fee) / t.weight AS rate
WITH collect({t: t, rate: rate}) AS rated, percentileCont(rate, 0.5) AS median
UNWIND rated AS one
WITH one.t AS t, one.rate AS rate, one.rate / median AS times
WHERE times >= $times OR times <= 1.0 / $times
RETURN t.hash AS transaction, t.height AS height, t.fee AS fee, rate AS fee_per_byte, times AS times_median
ORDER BY times_median DESC, height, t.indexInBlock LIMIT $limit
