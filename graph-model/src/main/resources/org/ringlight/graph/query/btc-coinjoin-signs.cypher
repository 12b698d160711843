// title: CoinJoins that were found
// question: Which Bitcoin transactions of these blocks does the current run take for CoinJoins, by
//   which sign, and does it stand?
// param from_height (integer 0..): first block
// param to_height (integer 0..): last block
// param limit (integer 1..100000, default 1000): most rows
// column transaction: the transaction
// column height: its block
// column sign: equal-outputs, whirlpool, whirlpool-tx0, wasabi-1.0, wasabi-1.1, wasabi-2.0 or
//   joinmarket
// column confidence: the detector's own, 0 to 100: a rank, not a probability
// column participants: at least so many took part
// column denominations: satoshi of the mixed outputs, with blanks between them
// column stands: false where it looks like a Stonewall, which one person makes alone
// cost: all that the run found
MATCH (:Run {kind: 'coinjoins', current: true})-[s:SEES_COINJOIN]->(t:BtcTransaction)
WHERE t.height >= $from_height AND t.height <= $to_height
RETURN t.hash AS transaction, t.height AS height, s.sign AS sign, s.confidence AS confidence,
  s.participants AS participants,
  reduce(text = toString(head(s.denominations)), one IN tail(s.denominations) | text + ' ' + toString(one)) AS denominations,
  s.stands AS stands
ORDER BY height, t.indexInBlock, confidence DESC, sign LIMIT $limit
