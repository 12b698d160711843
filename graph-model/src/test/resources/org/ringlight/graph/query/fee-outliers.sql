WITH rated AS (SELECT *, fee / weight AS rate FROM tx WHERE fee IS NOT NULL AND height BETWEEN $from_height AND $to_height),
median AS (SELECT median(rate) AS m FROM rated)
SELECT hash, height, fee, rate, rate / m FROM rated, median WHERE rate / m >= $times OR rate / m <= 1.0 / $times
ORDER BY rate / m DESC, height, index_in_block LIMIT $limit
