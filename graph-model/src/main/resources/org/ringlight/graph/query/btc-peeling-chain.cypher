// title: A peeling chain
// question: Where does money go that is moved on again and again whole, save for a small part peeled
//   off? Followed while the spender has one input and two outputs, over the larger of them.
// param output (outpoint): the output that the chain begins with
// param max_steps (integer 1..100, default 100): most transactions followed
// param limit (integer 1..100, default 100): most rows
// column step: from 1
// column transaction: the transaction
// column height: its block
// column peeled: satoshi of the smaller output; of two that are equal, the second
// column peeled_to: whom that is locked to
// column kept: satoshi of the larger output
// column kept_by: whom that is locked to
// cost: the steps of the chain, 100 at most
MATCH (:BtcTransaction {hash: $output.hash})-[:CREATES]->(start:BtcOutput {index: $output.index})
MATCH (start)
  ((:BtcOutput)<-[:SPENDS]-(t:BtcTransaction)-[:CREATES]->(kept:BtcOutput)
    WHERE t.inputCount = 1 AND t.outputCount = 2 AND NOT EXISTS {
      (t)-[:CREATES]->(other:BtcOutput)
      WHERE other.value > kept.value OR (other.value = kept.value AND other.index < kept.index)
    }
  ){1,100}
  (:BtcOutput)
WITH t AS chain, kept AS keeps WHERE size(chain) <= $max_steps
WITH chain, keeps ORDER BY size(chain) DESC LIMIT 1
UNWIND range(0, size(chain) - 1) AS i
WITH i, chain[i] AS t, keeps[i] AS k
MATCH (t)-[:CREATES]->(p:BtcOutput) WHERE p <> k
OPTIONAL MATCH (k)-[:LOCKED_TO]->(by:Address)
OPTIONAL MATCH (p)-[:LOCKED_TO]->(to:Address)
RETURN i + 1 AS step, t.hash AS transaction, t.height AS height, p.value AS peeled, to.address AS peeled_to,
  k.value AS kept, by.address AS kept_by
ORDER BY step LIMIT $limit
