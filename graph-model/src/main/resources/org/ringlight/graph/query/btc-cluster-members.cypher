// title: Addresses in one cluster with an address
// question: Which Bitcoin addresses does the current run take to be of the owner of this one?
//   Common inputs are evidence, not proof: a payment of several parties joins strangers.
// param address (address): any address of the cluster
// param limit (integer 1..100000, default 1000): most rows
// column cluster: its name, the address in it that appeared first
// column address: an address in it
// column first_height: the block of the first output locked to it
// column unspent: satoshi of its outputs that are not spent
// cost: the addresses of the cluster and their outputs
MATCH (run:Run {kind: 'clusters', current: true})
MATCH (:Address {address: $address})-[:IN]->(c:Cluster {run: run.number})
MATCH (c)<-[:IN]-(a:Address)
CALL (a) {
  MATCH (a)<-[:LOCKED_TO]-(o:BtcOutput)
  WHERE NOT EXISTS { (o)<-[:SPENDS]-() }
  RETURN sum(o.value) AS unspent
}
RETURN c.name AS cluster, a.address AS address, a.height AS first_height, unspent
ORDER BY first_height, address LIMIT $limit
