// Findings and labels, run by run, and cases.
CREATE CONSTRAINT run_number IF NOT EXISTS FOR (n:Run) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:Run) REQUIRE n.id IS UNIQUE;
CREATE INDEX run_current IF NOT EXISTS FOR (n:Run) ON (n.current);
CREATE CONSTRAINT tag_name IF NOT EXISTS FOR (n:Tag) REQUIRE (n.run, n.label, n.category, n.source, n.confidence) IS UNIQUE;
CREATE INDEX tag_label IF NOT EXISTS FOR (n:Tag) ON (n.label);
CREATE INDEX spends_run IF NOT EXISTS FOR ()-[r:SPENDS]-() ON (r.run);
CREATE INDEX eliminates_run IF NOT EXISTS FOR ()-[r:ELIMINATES]-() ON (r.run);
CREATE INDEX narrowed_to_run IF NOT EXISTS FOR ()-[r:NARROWED_TO]-() ON (r.run);
CREATE INDEX weighs_run IF NOT EXISTS FOR ()-[r:WEIGHS]-() ON (r.run);
CREATE CONSTRAINT case_name IF NOT EXISTS FOR (n:Case) REQUIRE n.name IS UNIQUE;
