// Runs of taint, change and CoinJoins: of one kind there are as many as cases are followed.
CREATE INDEX run_source IF NOT EXISTS FOR (n:Run) ON (n.kind, n.source);
