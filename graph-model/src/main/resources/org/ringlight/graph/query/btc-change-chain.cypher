// title: Where the change of a transaction went on
// question: Whoever made this transaction: which output went back to him, and when he spent that,
//   which then? Followed over the change that the current run names, as far as it names one.
// param transaction (hash): the transaction
// param max_steps (integer 1..100, default 100): most transactions followed
// param limit (integer 1..100, default 100): most rows
// column step: from 1
// column transaction: the transaction
// column height: its block
// column paid: satoshi of its other outputs
// column change: the output that is taken to go back
// column value: satoshi of it
// column address: whom it is locked to
// column confidence: 0 to 100: a rank, not a probability
// column sources: the heuristics that say so
// cost: the steps of the chain, 100 at most, and their outputs
MATCH (run:Run {kind: 'change', current: true})
MATCH (first:BtcTransaction {hash: $transaction})
MATCH (first)
  ((t:BtcTransaction)-[g:GIVES_BACK WHERE g.run = run.number]->(:BtcOutput)<-[:SPENDS]-(:BtcTransaction)){0,99}
  (last:BtcTransaction)-[h:GIVES_BACK WHERE h.run = run.number]->(:BtcOutput)
WITH g + [h] AS chain WHERE size(chain) <= $max_steps
WITH chain ORDER BY size(chain) DESC LIMIT 1
UNWIND range(0, size(chain) - 1) AS i
WITH i, chain[i] AS g, startNode(chain[i]) AS t, endNode(chain[i]) AS kept
CALL (t, kept) {
  MATCH (t)-[:CREATES]->(other:BtcOutput) WHERE other <> kept
  RETURN sum(other.value) AS paid
}
OPTIONAL MATCH (kept)-[:LOCKED_TO]->(a:Address)
RETURN i + 1 AS step, t.hash AS transaction, t.height AS height, paid, t.hash + ':' + toString(kept.index) AS change,
  kept.value AS value, a.address AS address, g.confidence AS confidence,
  reduce(text = head(g.sources), one IN tail(g.sources) | text + ' ' + one) AS sources
ORDER BY step LIMIT $limit
