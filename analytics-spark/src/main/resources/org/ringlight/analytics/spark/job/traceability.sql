SELECT
  kind,
  period,
  count(*) AS rings,
  sum(places) AS ring_members,
  count_if(resolved) AS resolved,
  count_if(resolved) / count(*) AS resolved_share,
  count_if(members > 1) AS rings_of_several,
  count_if(resolved AND members > 1) AS resolved_of_several,
  count_if(resolved AND members > 1) / nullif(count_if(members > 1), 0)
    AS resolved_of_several_share,
  avg(possible) AS mean_effective_size
FROM ring_sizes
GROUP BY kind, period
ORDER BY kind DESC, length(period), period
