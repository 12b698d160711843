// Findings and labels, run by run, and cases.
CREATE CONSTRAINT run_number IF NOT EXISTS FOR (n:Run) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:Run) REQUIRE n.id IS UNIQUE;
CREATE INDEX run_current IF NOT EXISTS FOR (n:Run) ON (n.current);
CREATE CONSTRAINT tag_name IF NOT EXISTS FOR (n:Tag) REQUIRE (n.run, n.label, n.category, n.source, n.confidence) IS UNIQUE;
CREATE INDEX tag_label IF NOT EXISTS FOR (n:Tag) ON (n.label);
CREATE CONSTRAINT case_name IF NOT EXISTS FOR (n:Case) REQUIRE n.name IS UNIQUE;
