-- each output that a ring names, once
SELECT key_image, index_space, explode(array_distinct(members)) AS amount_index
FROM xmr.rings
