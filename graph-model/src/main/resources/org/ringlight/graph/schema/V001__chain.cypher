// Blocks, transactions, rings and outputs, each found by the name the chain gives it.
CREATE CONSTRAINT graph_name IF NOT EXISTS FOR (n:Graph) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT block_height IF NOT EXISTS FOR (n:Block) REQUIRE n.height IS UNIQUE;
CREATE CONSTRAINT block_hash IF NOT EXISTS FOR (n:Block) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT transaction_hash IF NOT EXISTS FOR (n:Transaction) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT ring_key_image IF NOT EXISTS FOR (n:Ring) REQUIRE n.keyImage IS UNIQUE;
CREATE CONSTRAINT output_name IF NOT EXISTS FOR (n:Output) REQUIRE (n.indexSpace, n.amountIndex) IS UNIQUE;
CREATE INDEX output_public_key IF NOT EXISTS FOR (n:Output) ON (n.publicKey);
CREATE INDEX block_timestamp IF NOT EXISTS FOR (n:Block) ON (n.timestamp);
CREATE INDEX transaction_payment_id IF NOT EXISTS FOR (n:Transaction) ON (n.paymentId);
