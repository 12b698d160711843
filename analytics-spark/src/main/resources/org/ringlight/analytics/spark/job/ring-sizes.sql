SELECT kind, period, possible AS effective_size, count(*) AS rings
FROM ring_sizes
GROUP BY kind, period, possible
ORDER BY kind DESC, length(period), period, effective_size
