-- every spend with the outputs that it may spend, and how they weigh
WITH
struck AS (
  SELECT key_image, collect_set(amount_index) AS gone
  FROM ring_decoys
  GROUP BY key_image
),
posteriors AS (
  SELECT
    key_images[0] AS key_image,
    max_by(amount_indexes, number) AS named,
    max_by(probabilities, number) AS probabilities
  FROM findings.claims
  WHERE claim = 'weights' AND heuristic = :weights
  GROUP BY key_images[0]
),
possible AS (
  SELECT
    r.ring_id,
    r.tx_id,
    r.height,
    r.index_space,
    p.named,
    p.probabilities,
    filter(
      array_distinct(
        transform(
          r.members, (m, i) -> struct(m AS amount_index, get(r.member_ids, i) AS output_id))),
      m -> s.gone IS NULL OR NOT array_contains(s.gone, m.amount_index)) AS members
  FROM xmr.rings r
  LEFT JOIN struck s ON s.key_image = r.key_image
  LEFT JOIN posteriors p ON p.key_image = r.key_image
),
weighed AS (
  SELECT
    *,
    transform(
      members,
      m -> coalesce(
        get(probabilities, CAST(array_position(named, m.amount_index) - 1 AS INT)), 0D)) AS given
  FROM possible
),
summed AS (
  SELECT *, aggregate(given, 0D, (sum, weight) -> sum + weight) AS total
  FROM weighed
)
SELECT
  'xmr' AS chain,
  ring_id AS spend_id,
  tx_id AS tx,
  height,
  -- an output that is older than a slice has no number: a negative one of its name
  transform(
    members,
    m -> coalesce(
      m.output_id, -1 - (xxhash64(index_space, m.amount_index) & 9223372036854775807)))
    AS outputs,
  transform(given, weight -> IF(total > 0, weight / total, 1D / size(members))) AS weights
FROM summed
UNION ALL
SELECT
  'btc',
  input_id,
  tx_id,
  height,
  array(coalesce(output_id, -1 - (xxhash64(prev_tx_hash, prev_index) & 9223372036854775807))),
  array(1D)
FROM btc.inputs
