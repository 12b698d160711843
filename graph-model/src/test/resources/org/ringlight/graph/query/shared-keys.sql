SELECT public_key, count(*), string_agg(name, ' ' ORDER BY output_id), min(height)
FROM output WHERE public_key IN (SELECT public_key FROM output WHERE height BETWEEN $from_height AND $to_height)
GROUP BY 1 HAVING count(*) > 1 ORDER BY 4, 1 LIMIT $limit
