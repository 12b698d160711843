// title: Transactions that bring outputs together
// question: These outputs are known to be somebody's, such as deposits. Which transactions have
//   several rings that hold several of them? The more, the less it looks like chance.
// param outputs (list of output): the outputs
// param least (integer 2.., default 2): fewest of the outputs, and fewest rings that hold one
// param limit (integer 1..100000, default 100): most rows
// column transaction: the later transaction
// column height: its block
// column held: how many of the outputs its rings hold
// column rings: how many of its rings hold one
// column input_count: its inputs
// column output_count: its outputs
// cost: the rings that hold the outputs, thousands for a hub
UNWIND $outputs AS wanted
MATCH (o:Output {indexSpace: wanted.indexSpace, amountIndex: wanted.amountIndex})
MATCH (o)<-[:MEMBER]-(r:Ring)<-[:HAS_RING]-(t:Transaction)
WITH t, count(DISTINCT o) AS held, count(DISTINCT r) AS rings
WHERE held >= $least AND rings >= $least
RETURN t.hash AS transaction, t.height AS height, held, rings, t.inputCount AS input_count,
  t.outputCount AS output_count
ORDER BY held DESC, rings DESC, height, t.indexInBlock LIMIT $limit
