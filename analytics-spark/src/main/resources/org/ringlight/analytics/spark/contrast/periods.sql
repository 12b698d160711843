-- every block three times: by its day, its month and its era
SELECT chain, height, kind, period
FROM spend_calendar
LATERAL VIEW stack(3, 'day', day, 'month', month, 'era', era) AS kind, period
