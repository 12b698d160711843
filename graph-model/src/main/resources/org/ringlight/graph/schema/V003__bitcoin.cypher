// Bitcoin. Transactions have no constraint: two early coinbases have the ids of others (BIP 30).
CREATE CONSTRAINT btc_block_height IF NOT EXISTS FOR (n:BtcBlock) REQUIRE n.height IS UNIQUE;
CREATE CONSTRAINT btc_block_hash IF NOT EXISTS FOR (n:BtcBlock) REQUIRE n.hash IS UNIQUE;
CREATE INDEX btc_block_timestamp IF NOT EXISTS FOR (n:BtcBlock) ON (n.timestamp);
CREATE INDEX btc_transaction_hash IF NOT EXISTS FOR (n:BtcTransaction) ON (n.hash);
CREATE CONSTRAINT address_name IF NOT EXISTS FOR (n:Address) REQUIRE n.address IS UNIQUE;
CREATE CONSTRAINT cluster_name IF NOT EXISTS FOR (n:Cluster) REQUIRE (n.run, n.name) IS UNIQUE;
