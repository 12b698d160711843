package org.ringlight.graph.finding;

import org.ringlight.lake.table.BitcoinTaintRow;
import org.ringlight.protocol.TxHash;

/**
 * An output of Bitcoin that holds coins of a source, by a convention.
 *
 * @param from where the coins come from, as it was typed: TXHASH:INDEX, with =SATOSHI where only
 *     those are followed, or an address
 * @param method how coins go through transactions
 * @param transaction the transaction that made the output
 * @param index its place there
 * @param tainted satoshi of it that are from the source
 * @param place unspent or service
 */
public record GraphTaint(
    String from,
    String method,
    TxHash transaction,
    long index,
    long tainted,
    String place,
    String guarantee,
    String assumption) {

  static GraphTaint of(BitcoinTaintRow row) {
    return new GraphTaint(
        row.source(),
        row.method(),
        row.txHash(),
        row.outputIndex(),
        row.tainted(),
        row.place(),
        row.guarantee(),
        row.assumption());
  }

  Row row() {
    return new Row()
        .name("hash", transaction.toString())
        .name("index", index)
        .property("from", from)
        .property("method", method)
        .property("tainted", tainted)
        .property("place", place)
        .property("guarantee", guarantee)
        .property("assumption", assumption);
  }
}
