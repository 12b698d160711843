-- claims that count: proven, and conditional ones where asked for; never statistical ones
SELECT DISTINCT claim, key_images, index_space, amount_indexes, rests_on
FROM findings.claims
WHERE guarantee = 'proven' OR (guarantee = 'conditional' AND :conditional)
