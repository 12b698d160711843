-- members that a ring does not spend
WITH
-- what a ring spends, or what is left of it
narrowed AS (
  SELECT key_images[0] AS key_image, amount_indexes
  FROM counted_claims
  WHERE claim IN ('ring_resolved', 'ring_narrowed')
),
-- outputs of which it is known that one of these rings spends them
taken AS (
  SELECT index_space, amount_indexes[0] AS amount_index, key_images AS takers
  FROM counted_claims
  WHERE claim = 'ring_resolved'
  UNION ALL
  SELECT spent.index_space, spent.amount_indexes[0], closed.key_images
  FROM counted_claims spent
  JOIN counted_claims closed
    ON closed.claim = 'closed_set' AND closed.key_images[0] = get(spent.rests_on, 0)
  WHERE spent.claim = 'output_spent'
)
SELECT key_images[0] AS key_image, amount_indexes[0] AS amount_index
FROM counted_claims
WHERE claim = 'member_eliminated'
UNION
SELECT m.key_image, m.amount_index
FROM ring_members m
JOIN narrowed n ON n.key_image = m.key_image
WHERE NOT array_contains(n.amount_indexes, m.amount_index)
UNION
SELECT m.key_image, m.amount_index
FROM ring_members m
JOIN taken t ON t.index_space = m.index_space AND t.amount_index = m.amount_index
WHERE NOT array_contains(t.takers, m.key_image)
