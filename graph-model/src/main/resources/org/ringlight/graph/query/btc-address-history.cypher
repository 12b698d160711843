// title: What an address received and spent
// question: Which Bitcoin transactions paid this address or spent what was locked to it?
// param address (address): the address
// param limit (integer 1..100000, default 1000): most rows
// column height: the transaction's block; absent for one from before a slice
// column transaction: the transaction
// column received: satoshi of its outputs to the address
// column spent: satoshi of its inputs that were locked to the address
// cost: the outputs of the address
MATCH (a:Address {address: $address})
CALL (a) {
  MATCH (a)<-[:LOCKED_TO]-(o:BtcOutput)<-[:CREATES]-(t:BtcTransaction)
  RETURN t, o.value AS received, 0 AS spent
  UNION ALL
  MATCH (a)<-[:LOCKED_TO]-(o:BtcOutput)<-[:SPENDS]-(t:BtcTransaction)
  RETURN t, 0 AS received, o.value AS spent
}
WITH t, sum(received) AS received, sum(spent) AS spent
RETURN t.height AS height, t.hash AS transaction, received, spent
ORDER BY height, t.indexInBlock LIMIT $limit
// browser:
MATCH (a:Address {address: $address})<-[l:LOCKED_TO]-(o:BtcOutput)<-[r:CREATES|SPENDS]-(t:BtcTransaction)
RETURN a, l, o, r, t LIMIT $limit
