package org.ringlight.graph.finding;

import java.util.Arrays;
import java.util.List;
import org.ringlight.lake.table.BitcoinCoinJoinRow;
import org.ringlight.protocol.TxHash;

/**
 * A sign that several people made a transaction of Bitcoin together, or that it makes coins for
 * such a one.
 *
 * @param sign which: equal-outputs, whirlpool, wasabi-2.0 …
 * @param confidence the detector's own, 0 to 100: a rank, not a probability
 * @param participants at least so many took part
 * @param denominations of the mixed outputs, satoshi, ascending
 * @param stands whether nothing vetoes it
 */
public record GraphCoinJoin(
    TxHash transaction,
    String sign,
    int confidence,
    int participants,
    List<Long> denominations,
    boolean stands,
    String guarantee) {

  public GraphCoinJoin {
    denominations = List.copyOf(denominations);
  }

  static GraphCoinJoin of(BitcoinCoinJoinRow row) {
    return new GraphCoinJoin(
        row.txHash(),
        row.kind(),
        row.confidence(),
        row.participants(),
        Arrays.stream(row.denominations()).boxed().toList(),
        row.stands(),
        row.guarantee());
  }

  Row row() {
    return new Row()
        .name("hash", transaction.toString())
        .property("sign", sign)
        .property("confidence", (long) confidence)
        .property("participants", (long) participants)
        .property("denominations", denominations)
        .property("stands", stands)
        .property("guarantee", guarantee);
  }
}
